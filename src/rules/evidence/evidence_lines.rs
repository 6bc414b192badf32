//! `evidence-lines`

use super::troubles;
use crate::evidence::TroubleKind;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "evidence-lines",
    class: Class::LocalEvidence,
    summary: "The lines are there.",
    why: "A range behind the end of the file points at nothing.",
    fails: r#"answers:
  mfa: {status: met, evidence: {file: "docs/help.md#L900", quote: "Every account can use WebAuthn"}}
"#,
    mended: r#"answers:
  mfa: {status: met, evidence: {file: "docs/help.md#L5", quote: "Every account can use WebAuthn"}}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    troubles(context, TroubleKind::NoSuchLines, &RULE, "no such lines", findings);
}
