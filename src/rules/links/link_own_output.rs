//! `link-own-output`

use super::troubles;
use crate::evidence::TroubleKind;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "link-own-output",
    class: Class::RemoteEvidence,
    summary: "No address leads to a declaration, or to a badge or report of this tool.",
    why: "A declaration that cites what was made from it rests on itself.",
    fails: r#"answers:
  mfa: {status: met, evidence: "https://epi.example/report.json"}
"#,
    mended: r#"answers:
  mfa: {status: met, evidence: "https://epi.example/help"}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    troubles(context, TroubleKind::OwnOutput, &RULE, "written by this tool", findings);
}
