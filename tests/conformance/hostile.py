"""A declaration with the same text in every place where a text can stand: as value, as key, raw and as an escape."""

import json


def quoted(text):
    """A double-quoted scalar: every character that is not plain ASCII is an escape."""
    out = []
    for c in text:
        code = ord(c)
        if c in '"\\':
            out.append("\\" + c)
        elif 0x20 <= code < 0x7F:
            out.append(c)
        elif code <= 0xFF:
            out.append(f"\\x{code:02x}")
        elif code <= 0xFFFF:
            out.append(f"\\u{code:04x}")
        else:
            out.append(f"\\U{code:08x}")
    return '"' + "".join(out) + '"'


def raw(text):
    """A double-quoted scalar whose characters stand there as they are, but for what ends it or folds it."""
    return json.dumps(text, ensure_ascii=False).replace("\\u001b", "\x1b").replace("\\r", "\r").replace("\\b", "\b")


def declaration(text, scalar=quoted):
    """The declaration."""
    s = scalar(text)
    # A map with the same key twice would be refused for that alone.
    n = scalar("docs/" + text)
    return f"""version: 1
principles: v0.1
reviewed: 2026-08-21
reviewed-by: {s}
contact: {s}
registry: {{name: {s}, url: {s}, user-accounts: true, packages: [accepts-built, {s}], also-assess: [{s}]}}
claims: {{authentication: 3, authorization: 2, general: 1, cli: {s}, {s}: 1}}
answers:
  {s}: met
  email-verification: {{status: met, evidence: {s}}}
  recovery-policy: {{status: met, evidence: {n}}}
  mfa: {{status: {s}, note: {s}, {s}: {s}}}
  security-notifications: {{status: partial, missing: [{s}], note: {s}, not-applicable-parts: {{{s}: {s}}}}}
  brute-force-protection: {{status: not-applicable, reason: {s}}}
  abandoned-email-domains: {{status: planned, plan: {{by: {s}, issue: {s}, funding: {s}, funder: {s}}}}}
  phishing-resistant-mfa: {{status: met, by: {s}, tool: {s}, evidence: {{statement: {s}, note: {s}, for: {s}, as-of: {s}}}}}
  leaked-credential-checks: {{status: met, evidence: {{file: docs/policy.md, quote: {s}}}}}
  passwordless-login: {{status: met, evidence: {{file: docs/data.json, json: {{at: {s}, is: {s}}}}}}}
  mfa-required-all: {{status: met, evidence: {{file: docs/policy.md, sha256: {s}, commit: {s}}}}}
  scoped-tokens: {{status: met, evidence: [{{file: {n}, quote: {s}}}, {{url: {s}, quote: [{s}]}}, {{{s}: {s}}}]}}
  token-prefix: {{status: met, evidence: {{file: docs/data.json, json: {{at: /value, is: {s}}}}}}}
  role-based-access: {{status: met, evidence: {{file: docs/data.json, json: {{at: /value, is: harmless}}}}}}
  trusted-publishing: {{status: met, evidence: docs/policy.md#nowhere}}
  build-provenance: {{status: met, evidence: docs/polcy.md}}
  typosquatting: {s}
  malware-reporting: [{s}]
clis:
  {s}: {{primary: true, url: {s}, answers: {{pinned-installs: {s}, {s}: unmet}}}}
  second: {{primary: {s}, {s}: {s}}}
withdrawals:
  - {{date: {s}, at: {s}, reason: {s}, {s}: {s}}}
ignore:
  - {{rule: {s}, at: {s}, reason: {s}}}
  - {{rule: mutable-link, at: answers.mfa, reason: {s}}}
{s}: {s}
x-{"free"}: {s}
"""


def framed(text):
    """The same text where a reader looks first."""
    s = quoted(text)
    return f"version: {s}\nprinciples: {s}\nregistry: {s}\nclaims: {s}\nanswers: {s}\nreviewed: {s}\ncontact: {s}\n"
