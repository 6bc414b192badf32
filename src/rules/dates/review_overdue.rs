//! `review-overdue`

use super::days_between;
use crate::findings::{Class, Finding, Rule};
use crate::read::Path;
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "review-overdue",
    class: Class::Neglected,
    summary: "The answers were reviewed within the review period.",
    why: "A self-assessment is as good as the day on which a person last went through it. The period is the catalogue's 365 days; `review-within-days` may shorten it.",
    fails: r"reviewed: 2020-01-01
",
    mended: r"reviewed: 2026-08-21
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(reviewed) = context.declaration.reviewed else { return };
    let own = context.declaration.review_within_days.unwrap_or(u32::MAX);
    let period = own.min(context.catalogue.review_within_days);
    let days = days_between(reviewed, context.today);
    if days > i64::from(period) {
        findings.push(
            Finding::new(
                &RULE,
                &Path::top().key("reviewed"),
                format!("the last review is {days} days old; a review holds {period} days"),
            )
            .label("review overdue")
            .help("go through all the answers, then set `reviewed` to that day"),
        );
    }
}
