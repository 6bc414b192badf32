//! `security-txt-expired`

use super::finding;
use crate::evidence::TroubleKind;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "security-txt-expired",
    class: Class::Neglected,
    summary: "The security.txt is not expired.",
    why: "After its `Expires` date a security.txt must not be relied on. It is the most common way for one to go stale, and easy to mend.",
    fails: r"answers:
  mfa: {status: met, evidence: {file: docs/expired.txt, security-txt: true}}
",
    mended: r"answers:
  mfa: {status: met, evidence: {file: docs/security.txt, security-txt: true}}
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let expired = context.troubles().filter(|(_, trouble)| trouble.kind == TroubleKind::SecurityTxtExpired);
    findings.extend(expired.map(|(item, trouble)| finding(item, trouble, &RULE, "expired")));
}
