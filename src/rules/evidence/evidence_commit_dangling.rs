//! `evidence-commit-dangling`

use super::troubles;
use crate::evidence::TroubleKind;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "evidence-commit-dangling",
    class: Class::Weak,
    summary: "A branch or tag of this repository holds the commit.",
    why: "A commit that no branch or tag holds may come from a fork, where anybody can write anything. The commit that is checked out does not count by itself: in a pull request it is what the fork offers.",
    fails: r#"answers:
  mfa: {status: met, evidence: {file: docs/help.md, commit: "581747362d8051485d8514ee5b186ce8cd093ecb"}}
"#,
    mended: r"answers:
  mfa: {status: met, evidence: docs/help.md}
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    troubles(context, TroubleKind::CommitDangling, &RULE, "no branch or tag holds it", findings);
}
