//! Every row of the list of regressions: in silence it is exit code 4, owned up to it is a warning, an old entry does nothing.

use super::{SEEN, held, met, regresses, silent, verdict};

const ANSWERS: &str = "answers: {mfa: {status: met, evidence: docs/help.md}}\n";

#[test]
fn an_answer_leaves_met() {
    for after in [
        "answers: {}\n",
        "answers: {mfa: unmet}\n",
        "answers: {mfa: unknown}\n",
        "answers: {mfa: {status: planned, plan: {by: 2027-03-31}}}\n",
        "answers: {mfa: {status: partial, missing: [totp], evidence: docs/help.md}}\n",
        "answers: {mfa: {status: not-applicable, reason: it cannot apply to us}}\n",
        "answers: {mfa: mett}\n",
        "answers: {MFA: {status: met, evidence: docs/help.md}}\n",
    ] {
        regresses(ANSWERS, after, "answer-left-met", "answers.mfa");
    }
    silent(ANSWERS, "answers: {mfa: {evidence: [docs/help.md], status: met}}\n");
    silent("answers: {mfa: unmet}\n", ANSWERS);
    silent("", ANSWERS);
}

#[test]
fn what_followed_from_it_is_said_with_it_and_not_again() {
    let all = met("mfa-required-all");
    regresses(&all, "answers: {}\n", "answer-left-met", "answers.mfa-required-all");
    let (report, _) = held(&all, "answers: {}\n");
    let message = report["findings"][0]["message"].as_str().unwrap();
    assert!(message.contains("and with it `mfa-required-critical`, which it implied"), "{message}");
    // To name what followed as well is no mistake.
    let both = "withdrawals:\n  - {date: 2026-11-20, at: answers.mfa-required-all, reason: it was switched off}\n\
                \x20 - {date: 2026-11-20, at: answers.mfa-required-critical, reason: it was switched off}\n";
    assert_eq!(verdict(&all, both).findings, ["warning answer-left-met"]);
    // What stood by itself is said by itself.
    let two = format!(
        "answers: {{mfa-required-all: {{status: met, {SEEN}}}, mfa-required-critical: {{status: met, {SEEN}}}}}\n"
    );
    assert_eq!(verdict(&two, "").regressions, ["answers.mfa-required-critical", "answers.mfa-required-all"]);
    // And what is met by itself now did not leave met.
    assert_eq!(verdict(&all, &met("mfa-required-critical")).regressions, ["answers.mfa-required-all"]);
    silent(&two, &all);
}

#[test]
fn the_last_public_evidence_goes() {
    let after = "answers: {mfa: {status: met, evidence: {statement: we do it}}}\n";
    regresses(ANSWERS, after, "evidence-lost", "answers.mfa");
    silent(after, ANSWERS);
    silent(after, after);
    // Without any evidence it is malformed as well, and that is no excuse.
    let (report, code) = held(ANSWERS, "answers: {mfa: met}\n");
    assert_eq!(code, 4, "{report:#}");
}

#[test]
fn a_track_stops_applying() {
    let registry = |accounts: bool, packages: &str| {
        format!(
            "registry: {{name: A, url: 'https://epi.example/', user-accounts: {accounts}, packages: [{packages}]}}\n"
        )
    };
    let before = registry(true, "accepts-built");
    let claims = "claims: {authentication: 0, general: 0, cli: 0}\n";
    let after = format!("{}{claims}", registry(true, "source-only"));
    regresses(&before, &after, "track-dropped", "registry.packages");
    let after = format!("{}claims: {{general: 0, cli: 0}}\n", registry(false, "accepts-built"));
    regresses(&before, &after, "track-dropped", "registry.user-accounts");
    let opted = registry(true, "source-only").replace("}\n", ", also-assess: [authorization]}\n");
    let after = format!("{}{claims}", registry(true, "source-only"));
    regresses(&opted, &after, "track-dropped", "registry.also-assess");
    silent(&before, &opted);
    silent(&after, &before);
}

#[test]
fn a_client_goes_or_stops_being_primary() {
    let two = "clis: {pip: {primary: true}, uv: {primary: true}}\n";
    regresses(two, "clis: {pip: {primary: true}}\n", "client-dropped", "clis.uv");
    regresses(two, "clis: {pip: {primary: true}, uv: {}}\n", "client-dropped", "clis.uv");
    // Alone it was primary by itself.
    regresses(
        "clis: {pip: {}}\n",
        two.replace("pip: {primary: true}", "pip: {}").as_str(),
        "client-dropped",
        "clis.pip",
    );
    regresses(two, &two.replace("uv", "uvx"), "client-dropped", "clis.uv");
    silent("clis: {pip: {primary: true}}\n", two);
    silent("clis: {pip: {}}\n", "");
    silent("", "clis: {pip: {}}\n");
    assert_eq!(verdict(two, "").regressions, ["clis.pip", "clis.uv"]);
}

#[test]
fn answers_are_compared_client_by_client_with_defaults_applied() {
    let defaults = "answers: {pinned-installs: {status: met, evidence: docs/help.md}}\n";
    let clients = "clis: {pip: {primary: true}, uv: {}}\n";
    let before = format!("{defaults}{clients}");
    // One default that two clients share is one step down.
    regresses(&before, &format!("answers: {{}}\n{clients}"), "answer-left-met", "answers.pinned-installs");
    let own = "clis: {pip: {primary: true}, uv: {answers: {pinned-installs: unmet}}}\n";
    regresses(&before, &format!("{defaults}{own}"), "answer-left-met", "clis.uv.answers.pinned-installs");
    let kept = "clis: {pip: {primary: true, answers: {pinned-installs: {status: met, evidence: docs/help.md}}}, uv: {answers: {pinned-installs: {status: met, evidence: docs/help.md}}}}\n";
    silent(&before, &format!("answers: {{}}\n{kept}"));
    silent(&format!("answers: {{}}\n{kept}"), &before);
    // The client that had no name is the one that keeps most.
    let named = "clis: {pip: {primary: true, answers: {pinned-installs: unmet}}}\n";
    regresses(defaults, &format!("{defaults}{named}"), "answer-left-met", "clis.pip.answers.pinned-installs");
    let new = "clis: {bad: {primary: true, answers: {pinned-installs: unmet}}, good: {primary: true}}\n";
    silent(defaults, &format!("{defaults}{new}"));
}

/// Beside a client that was made up, the default that was met goes.
#[test]
fn a_client_that_gets_a_name_takes_no_answer_along() {
    let own = format!("answers: {{pinned-installs: {{status: met, {SEEN}}}}}");
    let defaults = format!("{own}\n");
    let clis = |real: &str, more: &str| {
        format!("clis: {{dummy: {{primary: true, {own}}}, real: {{primary: false{real}}}{more}}}\n")
    };
    for default in ["answers: {pinned-installs: unmet}\n", "answers: {}\n"] {
        regresses(
            &defaults,
            &format!("{default}{}", clis("", "")),
            "answer-left-met",
            "answers.pinned-installs",
        );
        let second = format!("{default}{}", clis("", ", other: {}"));
        regresses(&defaults, &second, "answer-left-met", "answers.pinned-installs");
        // The other way to write it.
        let written = clis(", answers: {pinned-installs: unmet}", "");
        regresses(&defaults, &format!("{default}{written}"), "client-dropped", "clis.real");
        // Nobody rests on the default any more.
        silent(&defaults, &format!("{default}{}", clis(&format!(", {own}"), "")));
        // No client is primary: then none is the one that goes on.
        let none = format!("{default}clis: {{a: {{primary: false}}, b: {{primary: false}}}}\n");
        assert_eq!(verdict(&defaults, &none).regressions, ["answers.pinned-installs"]);
    }
    silent(&defaults, &format!("{defaults}{}", clis("", "")));
    let statement = "answers: {pinned-installs: {status: met, evidence: {statement: we do it}}}\n";
    regresses(&defaults, &format!("{statement}{}", clis("", "")), "evidence-lost", "answers.pinned-installs");
}

#[test]
fn clients_that_lose_their_names_take_no_answer_along() {
    let defaults = format!("answers: {{pinned-installs: {{status: met, {SEEN}}}}}\n");
    let before = format!("{defaults}clis: {{pip: {{primary: true}}, uv: {{primary: true}}}}\n");
    let gone = "withdrawals: [{date: 2026-11-20, at: clis.pip, reason: one for both}, {date: 2026-11-20, at: clis.uv, reason: one for both}";
    let found = verdict(&before, &format!("answers: {{}}\n{gone}]\n"));
    assert_eq!((found.code, found.regressions), (4, vec!["answers.pinned-installs".to_owned()]));
    let honest = "{date: 2026-11-20, at: answers.pinned-installs, reason: it was given up}";
    assert_eq!(verdict(&before, &format!("answers: {{}}\n{gone}, {honest}]\n")).code, 0);
    assert_eq!(verdict(&before, &format!("{defaults}{gone}]\n")).code, 0);
    let own =
        "clis: {pip: {primary: true, answers: {pinned-installs: {status: met, evidence: docs/help.md}}}}\n";
    assert_eq!(verdict(own, "").regressions, ["clis.pip.answers.pinned-installs"]);
}

#[test]
fn a_new_client_lowers_no_level() {
    let defaults = "answers: {pinned-installs: {status: met, evidence: docs/help.md}}\n";
    let one = format!("{defaults}clis: {{pip: {{primary: true}}}}\n");
    let two = format!(
        "{defaults}clis: {{pip: {{primary: true}}, uv: {{primary: true, answers: {{pinned-installs: unmet}}}}}}\n"
    );
    let found = verdict(&one, &two);
    assert_eq!((found.findings, found.code), (vec![], 0));
}

#[test]
fn the_framework_version_goes_back() {
    regresses("principles: v0.2\n", "principles: v0.1\n", "principles-older", "principles");
    regresses("principles: v0.10\n", "principles: v0.1\n", "principles-older", "principles");
    silent("principles: v0.0\n", "principles: v0.1\n");
    silent("principles: banana\n", "principles: v0.1\n");
    let (report, code) = held("", "principles: v0.2\n");
    assert_eq!((code, report["findings"][0]["rule"].as_str()), (1, Some("unknown-principles")), "{report:#}");
}

/// General at level 2, with one requirement that does not apply.
fn general(last: &str) -> String {
    let mut text = "claims: {authentication: 0, authorization: 0, general: 1, cli: 0}\nanswers:\n".to_owned();
    for id in [
        "vulnerability-disclosure",
        "typosquatting",
        "unpublish-policy",
        "malware-reporting",
        "malware-detection",
    ] {
        text.push_str(&format!("  {id}: {{status: met, {SEEN}}}\n"));
    }
    text + "  vulnerability-warnings: " + last + "\n"
}

#[test]
fn a_level_falls_for_a_reason_that_nothing_else_names() {
    let before = general("{status: not-applicable, reason: there is no user interface}");
    regresses(&before, &general("unmet"), "level-fell", "answers.vulnerability-warnings");
    silent(&before, &general(&format!("{{status: met, {SEEN}}}")));
    // No level rested on it: a notice.
    let low = before.replace("typosquatting: {status: met", "typosquatting: {status: unmet");
    let low = low.replace("general: 1", "general: 0");
    let after = general("unmet").replace("typosquatting: {status: met", "typosquatting: {status: unmet");
    let after = after.replace("general: 1", "general: 0");
    let found = verdict(&low, &after);
    assert_eq!((found.findings, found.code), (vec!["notice answer-stepped-down".to_owned()], 0));
    // A level that fell for a reason that is listed falls once.
    let found = verdict(&general(&format!("{{status: met, {SEEN}}}")), &general("unmet"));
    assert_eq!(found.regressions, ["answers.vulnerability-warnings"]);
    assert_eq!(found.findings, ["error answer-left-met"]);
}

#[test]
fn the_claim_comes_down_with_the_level() {
    let before = general(&format!("{{status: met, {SEEN}}}")).replace("general: 1", "general: 2");
    let entry = "withdrawals: [{date: 2026-11-20, at: answers.vulnerability-warnings, reason: the pages were taken down}]\n";
    let high = format!("{}{entry}", general("unmet")).replace("general: 1", "general: 2");
    let (report, code) = held(&before, &high);
    assert_eq!(code, 1, "{report:#}");
    assert!(super::rules_of(&report).contains(&"claim-above-level"));
    let (report, code) = held(&before, &format!("{}{entry}", general("unmet")));
    assert_eq!(
        (code, report["summary"]["errors"].as_u64(), report["summary"]["warnings"].as_u64()),
        (0, Some(0), Some(1)),
        "{report:#}"
    );
}

#[test]
fn only_a_whole_entry_that_is_added_and_names_the_thing_counts() {
    let after = |entry: &str| format!("answers: {{mfa: unmet}}\nwithdrawals: [{entry}]\n");
    let good = "{date: 2026-11-20, at: answers.mfa, reason: it was switched off}";
    assert_eq!(verdict(ANSWERS, &after(good)).code, 0);
    for entry in [
        "{date: 2026-11-20, at: answers.recovery-policy, reason: it was switched off}",
        "{date: 2026-11-20, at: answers, reason: it was switched off}",
        "{date: 2026-11-20, at: claims.authentication, reason: it was switched off}",
        "{at: answers.mfa, reason: it was switched off}",
        "{date: 2026-11-20, at: answers.mfa}",
        "{date: 2026-11-20, at: answers.mfa, reason: off}",
        "{date: 2026-13-40, at: answers.mfa, reason: it was switched off}",
    ] {
        assert_eq!(verdict(ANSWERS, &after(entry)).code, 4, "{entry}");
    }
    // An old entry that was edited, or copied, is no new one.
    let old = format!(
        "{ANSWERS}withdrawals: [{{date: 2025-01-01, at: answers.mfa, reason: it was down for a week}}]\n"
    );
    assert_eq!(verdict(&old, &after(good)).code, 4);
    let notes = |before: &str| {
        held(before, &after("{date: 2026-11-20, at: answers.mfa, reason: off}")).0["findings"].to_string()
    };
    assert!(notes(&old).contains("needs an entry of its own"), "{}", notes(&old));
    assert!(!notes(ANSWERS).contains("needs an entry of its own"), "{}", notes(ANSWERS));
    let twice = "{date: 2025-01-01, at: answers.mfa, reason: it was down for a week}, {date: 2025-01-01, at: answers.mfa, reason: it was down for a week}";
    assert_eq!(verdict(&old, &after(twice)).code, 4);
    let added = format!("{{date: 2025-01-01, at: answers.mfa, reason: it was down for a week}}, {good}");
    assert_eq!(verdict(&old, &after(&added)).code, 0);
    // One for what did not regress is a finding.
    let idle = verdict(ANSWERS, &format!("{ANSWERS}withdrawals: [{good}]\n"));
    assert_eq!((idle.findings, idle.code), (vec!["warning withdrawal-without-effect".to_owned()], 0));
    // And the record stays.
    assert_eq!(verdict(&old, ANSWERS).findings, ["warning withdrawal-removed"]);
}

#[test]
fn evidence_gets_weaker() {
    let weaker = |before: &str, after: &str| {
        let answer = |evidence: &str| format!("answers: {{mfa: {{status: met, evidence: {evidence}}}}}\n");
        let found = verdict(&answer(before), &answer(after));
        assert_ne!(found.code, 4, "{before} {after}");
        found.findings
    };
    let commit = "6b62157124ab7865029afeeadf282bce27d601d9";
    let at = |reference: &str| format!("'https://github.com/epi/epi/blob/{reference}/help.md'");
    for (before, after) in [
        ("[docs/help.md, 'https://epi.example/help']", "docs/help.md"),
        ("[docs/help.md, 'https://epi.example/help']", "[docs/help.md, {statement: trust us}]"),
        ("{file: docs/help.md, quote: 'Two factor'}", "docs/help.md"),
        (
            "{file: docs/help.md, quote: ['Two factor', 'two FACTOR']}",
            "{file: docs/help.md, quote: 'Two factor'}",
        ),
        ("{file: docs/help.md, quote: 'Two factor'}", "'https://epi.example/help'"),
        (&at(commit), &at("main")),
        (&at(commit), &at("v1.2.0")),
        (
            &format!("{{url: 'https://epi.example/a.pdf', sha256: {}}}", "a".repeat(64)),
            "'https://epi.example/a.pdf'",
        ),
        (&format!("{{file: docs/help.md, commit: {commit}}}"), "docs/help.md"),
        // One and the same item, several times.
        (
            "[docs/help.md, 'https://epi.example/a', 'https://epi.example/b']",
            "[docs/help.md, docs/help.md, {file: docs/help.md}]",
        ),
        // A commit that no forge heeds.
        (&at(commit), &format!("'https://evil.example/{commit}/help.md'")),
    ] {
        assert_eq!(weaker(before, after), ["warning evidence-weaker"], "{before} {after}");
        assert!(weaker(after, before).is_empty(), "{after} {before}");
    }
    // One that is pinned now does not make up for one that was.
    let (before, after) = (
        format!("[{}, 'https://epi.example/a']", at(commit)),
        format!("[{}, 'https://epi.example/{commit}']", at("main")),
    );
    assert_eq!(weaker(&before, &after), ["warning evidence-weaker"]);
    assert!(weaker("'https://epi.example/a'", "'https://epi.example/b'").is_empty());
    assert!(
        weaker("[docs/help.md, 'https://epi.example/b']", "['https://epi.example/b', {file: docs/help.md}]")
            .is_empty()
    );
    assert!(weaker("[docs/help.md, {statement: trust us}]", "docs/help.md").is_empty());
}

#[test]
fn an_entry_that_accepts_something_is_seen() {
    let mfa = "answers: {mfa: {status: unmet, evidence: 'https://github.com/epi/epi/blob/main/a.md'}}\n";
    let entry = "ignore: [{rule: mutable-link, at: answers.mfa, reason: there is no other}]\n";
    assert_eq!(verdict(mfa, &format!("{mfa}{entry}")).findings, ["warning ignore-added"]);
    let same = format!("{mfa}{entry}");
    silent(&same, &same.replace("there is no other", "it has no stable address"));
    let wide = same.replace("at: answers.mfa", "at: answers");
    assert_eq!(verdict(&same, &wide).findings, ["warning ignore-added"]);
}

#[test]
fn parts_that_are_left_out_are_seen() {
    let answer = |more: &str| format!("answers: {{security-notifications: {{status: met, {SEEN}{more}}}}}\n");
    let left = answer(", not-applicable-parts: {password-change: the registry keeps no passwords}");
    let found = verdict(&answer(""), &left);
    assert_eq!((found.code, found.findings), (0, vec!["notice answer-stepped-down".to_owned()]));
    silent(&left, &answer(""));
    silent(&left, &left.replace("the registry keeps", "since 2027 the registry keeps"));
    let missing =
        |parts: &str| format!("answers: {{mfa: {{status: partial, {SEEN}, missing: [{parts}]}}}}\n");
    let found = verdict(&missing("totp"), &missing("recovery, totp"));
    assert_eq!((found.code == 4, found.findings), (false, vec!["notice answer-stepped-down".to_owned()]));
    silent(&missing("recovery, totp"), &missing("totp"));
    silent(&missing("recovery, totp"), &missing("totp, recovery"));
}

#[test]
fn a_baseline_without_a_taxonomy_loses_no_track() {
    let minimal = include_str!("../../../examples/minimal.yml");
    for before in ["# nothing yet\n", "version: 1\n", "version: 1\nregistry: {user-accounts: perhaps}\n"] {
        let tree = crate::support::Tree::with(minimal).file("before.yml", before);
        let (report, code) = tree.json(&["--baseline", "before.yml"]);
        assert_eq!((code, super::gate(&report)), (0, vec![]), "{before}: {report:#}");
    }
}
