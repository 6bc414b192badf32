//! `review-in-future`

use super::days_between;
use crate::findings::{Class, Finding, Rule};
use crate::read::Path;
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "review-in-future",
    class: Class::Malformed,
    summary: "`reviewed` is not in the future.",
    why: "A review that has not happened says nothing, and a date years ahead would never fall due. One day of skew is allowed for time zones.",
    fails: r"reviewed: 2099-01-01
",
    mended: r"reviewed: 2026-08-21
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(reviewed) = context.declaration.reviewed else { return };
    if days_between(context.today, reviewed) > 1 {
        findings.push(
            Finding::new(
                &RULE,
                &Path::top().key("reviewed"),
                format!("the review on {reviewed} is in the future (today is {})", context.today),
            )
            .label("not yet")
            .help("set `reviewed` to the day on which a person went through all the answers"),
        );
    }
}
