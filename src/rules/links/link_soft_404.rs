//! `link-soft-404`

use super::troubles;
use crate::evidence::TroubleKind;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "link-soft-404",
    class: Class::Unreachable,
    summary: "A page that answers is the page that was meant.",
    why: "Some hosts answer \"page not found\" with a status that says success, or lead to their home page. Such an item is `unreachable`: nothing was seen of the page that is cited.",
    fails: r#"answers:
  mfa: {status: met, evidence: "https://epi.example/soft"}
"#,
    mended: r#"answers:
  mfa: {status: met, evidence: "https://epi.example/help"}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    troubles(context, TroubleKind::SoftNotFound, &RULE, "says that it is not there", findings);
}
