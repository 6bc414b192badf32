//! `evidence-commit`

use super::troubles;
use crate::evidence::TroubleKind;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "evidence-commit",
    class: Class::Unreachable,
    summary: "The commit can be had, and a branch or tag of this repository holds it.",
    why: "A commit that no branch or tag holds may come from a fork, where anybody can write anything. A shallow clone lacks most commits: `fetch-depth: 0` brings them.",
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
