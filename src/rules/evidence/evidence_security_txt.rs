//! `evidence-security-txt`

use super::troubles;
use crate::evidence::TroubleKind;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "evidence-security-txt",
    class: Class::LocalEvidence,
    summary: "The file is a valid security.txt.",
    why: "RFC 9116 asks for a `Contact` and one `Expires` date; without them researchers cannot rely on it.",
    fails: r"answers:
  mfa: {status: met, evidence: {file: docs/help.md, security-txt: true}}
",
    mended: r"answers:
  mfa: {status: met, evidence: {file: docs/security.txt, security-txt: true}}
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    troubles(context, TroubleKind::SecurityTxtInvalid, &RULE, "not a valid security.txt", findings);
}
