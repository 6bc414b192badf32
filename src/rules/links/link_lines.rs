//! `link-lines`

use super::troubles;
use crate::evidence::TroubleKind;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "link-lines",
    class: Class::RemoteEvidence,
    summary: "The file on GitHub has the lines that its link names.",
    why: "A file that became shorter leaves readers at its end. A link to a commit keeps its lines for ever, and a `quote` beside the lines lets `--fix` find them again.",
    fails: r#"answers:
  mfa: {status: met, evidence: "https://github.com/epi/index/blob/6b62157124ab7865029afeeadf282bce27d601d9/docs/help.md#L40-L50"}
"#,
    mended: r#"answers:
  mfa: {status: met, evidence: "https://github.com/epi/index/blob/6b62157124ab7865029afeeadf282bce27d601d9/docs/help.md#L3-L5"}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    troubles(context, TroubleKind::NoSuchLines, &RULE, "no such lines", findings);
}
