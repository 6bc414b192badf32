//! `security-txt-canonical`

use super::troubles;
use crate::evidence::TroubleKind;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "security-txt-canonical",
    class: Class::Weak,
    summary: "A security.txt is from the address that it is cited at, and names it where it has `Canonical`.",
    why: "RFC 9116: a file that does not name the address it came from as its own should not be trusted. It was copied from somewhere else, or the site has moved. The same RFC (5.2) warns of redirects to another host, which may be an attacker's.",
    fails: r#"answers:
  mfa: {status: met, evidence: {url: "https://mirror.example/.well-known/security.txt", security-txt: true}}
"#,
    mended: r#"answers:
  mfa: {status: met, evidence: {url: "https://epi.example/.well-known/security.txt", security-txt: true}}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    troubles(context, TroubleKind::SecurityTxtElsewhere, &RULE, "from elsewhere", findings);
}
