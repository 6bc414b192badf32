//! `answer-stepped-down`

use super::now;
use crate::declaration::Status;
use crate::findings::{Class, Finding, Rule};
use crate::gate::Move;
use crate::rules::Context;

pub(super) const BEFORE: &str = "answers:\n  mfa: {status: planned, plan: {by: 2027-03-31}}\n";

pub(in crate::rules) static RULE: Rule = Rule {
    id: "answer-stepped-down",
    class: Class::Changed,
    summary: "A reviewer sees every answer that went down.",
    why: "Only moves upwards are silent: from unknown over unmet, planned and partial to met. An answer that was not met may go down, or out of the count, and no level falls by it; but it is said.",
    fails: "answers:\n  mfa: unmet\n",
    mended: "answers:\n  mfa: {status: planned, plan: {by: 2027-06-30}}\n",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(comparison) = context.comparison else { return };
    let named =
        |change: &&crate::gate::AnswerChange| comparison.regressions.iter().any(|it| it.at == change.at);
    for change in comparison.answers.iter().filter(|it| it.way == Move::Down && !named(it)) {
        let (id, was) = (&change.requirement, change.before.as_str());
        let message = if change.before == change.after {
            format!(
                "`{id}` is still {was}, but parts are left out that were not: as missing, or as not applicable"
            )
        } else if change.after == Status::NotApplicable {
            format!("`{id}` was {was}, and is said not to apply now")
        } else {
            format!("`{id}` was {was}: {}", now(change.after, change.unreadable))
        };
        findings.push(Finding::new(&RULE, &change.at, message).label("went down"));
    }
}
