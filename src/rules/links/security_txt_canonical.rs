//! `security-txt-canonical`

use super::troubles;
use crate::evidence::TroubleKind;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "security-txt-canonical",
    class: Class::Weak,
    summary: "A security.txt with `Canonical` names the address that it is cited at.",
    why: "RFC 9116: a file that does not name the address it came from as its own should not be trusted. It was copied from somewhere else, or the site has moved.",
    fails: r#"answers:
  mfa: {status: met, evidence: {url: "https://mirror.example/.well-known/security.txt", security-txt: true}}
"#,
    mended: r#"answers:
  mfa: {status: met, evidence: {url: "https://epi.example/.well-known/security.txt", security-txt: true}}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    troubles(context, TroubleKind::SecurityTxtElsewhere, &RULE, "not named by `Canonical`", findings);
}
