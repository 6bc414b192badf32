//! `link-commit-dangling`

use super::troubles;
use crate::evidence::TroubleKind;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "link-commit-dangling",
    class: Class::Weak,
    summary: "The commit of a link belongs to the repository that the link names.",
    why: "GitHub shows every commit of a fork under the address of the repository as well. What no branch or tag of the repository holds may be anybody's.",
    fails: r#"answers:
  mfa: {status: met, evidence: "https://github.com/epi/index/blob/0123456789abcdef0123456789abcdef01234567/docs/help.md"}
"#,
    mended: r#"answers:
  mfa: {status: met, evidence: "https://github.com/epi/index/blob/6b62157124ab7865029afeeadf282bce27d601d9/docs/help.md"}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    troubles(context, TroubleKind::CommitDangling, &RULE, "may come from a fork", findings);
}
