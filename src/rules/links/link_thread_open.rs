//! `link-thread-open`

use super::of_met_answers;
use crate::evidence::TroubleKind;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "link-thread-open",
    class: Class::Weak,
    summary: "An issue or pull request that is evidence of a met answer is done.",
    why: "An open issue shows that something is not done yet, and a pull request that was closed without being merged that it was not done so. A discussion is never done, and says what it says.",
    fails: r#"answers:
  mfa: {status: met, evidence: "https://github.com/epi/index/issues/7"}
"#,
    mended: r#"answers:
  mfa: {status: met, evidence: "https://github.com/epi/index/pull/8"}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    of_met_answers(context, TroubleKind::ThreadOpen, &RULE, "not done", findings);
}
