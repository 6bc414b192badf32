//! `evidence-unreadable`

use super::troubles;
use crate::evidence::TroubleKind;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "evidence-unreadable",
    class: Class::LocalEvidence,
    summary: "The file can be looked into.",
    why: "A file that is kept in Git LFS, is too large or holds no text cannot be searched: pin its `sha256`, or cite the page.",
    fails: r#"answers:
  mfa: {status: met, evidence: {file: docs/report.bin, quote: "Every account can use WebAuthn"}}
"#,
    mended: r#"answers:
  mfa: {status: met, evidence: {file: docs/help.md, quote: "Every account can use WebAuthn"}}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    troubles(context, TroubleKind::Unreadable, &RULE, "cannot be looked into", findings);
}
