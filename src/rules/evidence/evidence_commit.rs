//! `evidence-commit`

use super::troubles;
use crate::evidence::TroubleKind;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "evidence-commit",
    class: Class::Unreachable,
    summary: "The commit can be had.",
    why: "A shallow clone lacks most commits: `fetch-depth: 0` brings them. What cannot be read counts neither for nor against the answer.",
    fails: r#"answers:
  mfa: {status: met, evidence: {file: docs/help.md, commit: "0000000000000000000000000000000000000000"}}
"#,
    mended: r"answers:
  mfa: {status: met, evidence: docs/help.md}
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    troubles(context, TroubleKind::CommitUnreachable, &RULE, "cannot be read at this commit", findings);
}
