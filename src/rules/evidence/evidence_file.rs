//! `evidence-file`

use super::troubles;
use crate::evidence::TroubleKind;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "evidence-file",
    class: Class::LocalEvidence,
    summary: "The file is there.",
    why: "A file that was moved or deleted is no evidence. Where the quote now stands in exactly one other file, `--fix` moves the path there.",
    fails: r"answers:
  mfa: {status: met, evidence: docs/gone.md}
",
    mended: r"answers:
  mfa: {status: met, evidence: docs/help.md}
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    troubles(context, TroubleKind::NoSuchFile, &RULE, "no such file", findings);
}
