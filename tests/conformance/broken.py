"""One mistake each: what stands in a sound file, and what stands there instead."""

# In examples/minimal.yml.
DECLARATIONS = {
    "version-2": ("version: 1", "version: 2"),
    "version-quoted": ("version: 1", 'version: "1"'),
    "no-version": ("version: 1\n", ""),
    "no-answers": ("answers: {}\n", ""),
    "unknown-principles": ("principles: v0.1", "principles: v9.9"),
    "no-day": ("reviewed: 2026-08-21", "reviewed: 2026-13-01"),
    "contact-http": ("contact: mailto:security@registry.example", "contact: http://registry.example/"),
    "unknown-top-key": ("claims:", "clams: {}\nclaims:"),
    "registry-without-name": ("  name: Example Registry\n", ""),
    "registry-list": ("registry:\n  name: Example Registry", "registry: []\nx-registry:\n  name: Example Registry"),
    "accounts-yes": ("user-accounts: false", "user-accounts: yes"),
    "no-packages": ("packages: [source-only]", "packages: []"),
    "unknown-packages": ("source-only", "sources"),
    "claim-4": ("general: 0", "general: 4"),
    "claim-quoted": ("general: 0", 'general: "0"'),
    "claim-of-nothing": ("general: 0", "generel: 0"),
    "answers-list": ("answers: {}", "answers: []"),
    "unknown-id": ("answers: {}", "answers: {vulnerability-disclosures: unmet}"),
    "unknown-status": ("answers: {}", "answers: {vulnerability-disclosure: done}"),
    "met-alone": ("answers: {}", "answers: {vulnerability-disclosure: met}"),
    "planned-alone": ("answers: {}", "answers: {vulnerability-disclosure: {status: planned}}"),
    "plan-empty": ("answers: {}", "answers: {vulnerability-disclosure: {status: planned, plan: {}}}"),
    "partial-alone": ("answers: {}", "answers: {vulnerability-disclosure: {status: partial}}"),
    "unknown-part": ("answers: {}", "answers: {vulnerability-disclosure: {status: partial, missing: [harbour]}}"),
    "not-applicable": ("answers: {}", "answers: {event-log: {status: not-applicable, reason: there are no events}}"),
    "no-status": ("answers: {}", "answers: {event-log: {note: a note without a status}}"),
    "unknown-answer-key": ("answers: {}", "answers: {event-log: {status: unmet, notes: none}}"),
    "two-locators": (
        "answers: {}",
        "answers: {event-log: {status: met, evidence: {file: a.md, url: 'https://a.example/'}}}",
    ),
    "no-locator": ("answers: {}", "answers: {event-log: {status: met, evidence: {quote: 'long enough words'}}}"),
    "two-checks": (
        "answers: {}",
        "answers: {event-log: {status: met, evidence: {file: a.md, quote: 'long enough', security-txt: true}}}",
    ),
    # A quote may be short as it stands: it is counted after NFKC, which can make it longer. Only blanks are too short for sure.
    "quote-blank": ("answers: {}", "answers: {event-log: {status: met, evidence: {file: a.md, quote: '  '}}}"),
    "sha256-short": ("answers: {}", "answers: {event-log: {status: met, evidence: {file: a.md, sha256: abc}}}"),
    "evidence-empty": ("answers: {}", "answers: {event-log: {status: met, evidence: []}}"),
    "cli-id-of-no-cli": ("answers: {}", "answers: {}\nclis: {go: {answers: {event-log: unmet}}}"),
    "ignore-without-reason": ("answers: {}", "answers: {}\nignore: [{rule: mutable-link, at: answers.event-log}]"),
    "ignore-unknown-rule": ("answers: {}", "answers: {}\nignore: [{rule: mutable-links, at: answers, reason: none at all}]"),
    "withdrawal-without-day": ("answers: {}", "answers: {}\nwithdrawals: [{at: answers.event-log, reason: switched off}]"),
}

# In principles/v0.1.yml.
CATALOGUES = {
    "no-tracks": ("tracks:\n", "trakcs:\n"),
    "no-version": ("version: v0.1\n", ""),
    "level-4": ("    level: 1\n", "    level: 4\n"),
    "level-text": ("    level: 1\n", "    level: one\n"),
    "no-track": ("    track: authentication\n", ""),
    "no-title": ("    title: Verified email address\n", ""),
    "unknown-key": ("    title: Verified email address\n", "    title: Verified email address\n    titel: twice\n"),
    "days-negative": ("review-within-days: 365", "review-within-days: -1"),
    "requirements-list": ("requirements:\n", "requirements: []\nx-requirements:\n"),
}

# Rules whose mistakes no JSON Schema can see: they are in the YAML, on the calendar, in files, in what one answer is to
# another, finer than a schema should be about addresses, in the world outside, or in what was declared before.
UNSEEN = """
yaml-anchor yaml-alias yaml-merge-key yaml-tag yaml-directive yaml-key control-character plain-quote
contradiction track-not-applicable claim-above-level claim-below-level no-primary-client withdrawal-target
review-overdue review-in-future review-before-evidence plan-overdue evidence-stale security-txt-expired
quote-too-short url-malformed url-credentials url-not-https url-private-host mutable-link
line-range-unpinned part-not-named shared-evidence placeholder ignore-without-effect
evidence-path evidence-not-a-file evidence-file evidence-anchor evidence-lines evidence-quote evidence-json
evidence-security-txt evidence-sha256 evidence-commit evidence-commit-dangling evidence-unreadable evidence-own-output
url-host-spelling link-gone link-anchor link-lines link-quote link-json link-security-txt link-sha256 link-own-output
link-unreachable link-soft-404 link-commit-dangling link-thread-open link-moved link-other-host repository-archived plan-issue-closed
security-txt-canonical security-txt-served hedged-page
principles-older track-dropped client-dropped answer-left-met evidence-lost level-fell
answer-stepped-down evidence-weaker withdrawal-without-effect withdrawal-removed ignore-added
""".split()
