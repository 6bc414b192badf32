//! `evidence-sha256`

use super::troubles;
use crate::evidence::TroubleKind;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "evidence-sha256",
    class: Class::LocalEvidence,
    summary: "The file has the hash that is pinned.",
    why: "A pin says: this very file. Where it changed, somebody must look again.",
    fails: r#"answers:
  mfa: {status: met, evidence: {file: docs/help.md, sha256: "0000000000000000000000000000000000000000000000000000000000000000"}}
"#,
    mended: r"answers:
  mfa: {status: met, evidence: docs/help.md}
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    troubles(context, TroubleKind::HashDiffers, &RULE, "another hash", findings);
}
