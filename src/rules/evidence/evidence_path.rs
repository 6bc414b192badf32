//! `evidence-path`

use super::troubles;
use crate::evidence::TroubleKind;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "evidence-path",
    class: Class::LocalEvidence,
    summary: "A path stays inside the repository.",
    why: "Evidence in this repository is read by path. A path that is absolute, leads out with `..`, or names what git keeps for itself could read something that no reviewer sees.",
    fails: r"answers:
  mfa: {status: met, evidence: ../secrets.md}
",
    mended: r"answers:
  mfa: {status: met, evidence: docs/help.md}
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    troubles(context, TroubleKind::PathRefused, &RULE, "not a path in this repository", findings);
}
