//! `evidence-own-output`

use super::troubles;
use crate::evidence::TroubleKind;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "evidence-own-output",
    class: Class::LocalEvidence,
    summary: "The declaration, and what this tool wrote, are no evidence.",
    why: "A badge or report repeats what the declaration says: resting an answer on it would be a circle.",
    fails: r"answers:
  mfa: {status: met, evidence: .package-repo-security.yml}
",
    mended: r"answers:
  mfa: {status: met, evidence: docs/help.md}
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    troubles(context, TroubleKind::OwnOutput, &RULE, "says only what the declaration says", findings);
}
