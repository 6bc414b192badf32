//! `evidence-not-a-file`

use super::troubles;
use crate::evidence::TroubleKind;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "evidence-not-a-file",
    class: Class::LocalEvidence,
    summary: "A path leads to a regular file of this repository, spelt as it is.",
    why: "Links and submodules lead elsewhere, a directory says nothing, and a name in other case is found on some machines only.",
    fails: r"answers:
  mfa: {status: met, evidence: docs}
",
    mended: r"answers:
  mfa: {status: met, evidence: docs/help.md}
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    troubles(context, TroubleKind::NotAPlainFile, &RULE, "not a regular file here", findings);
}
