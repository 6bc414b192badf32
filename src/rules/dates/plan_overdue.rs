//! `plan-overdue`

use super::days_between;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "plan-overdue",
    class: Class::Neglected,
    summary: "No plan is overdue.",
    why: "A plan whose day has passed is either done, and the answer can rise, or late, and readers should be told the new day.",
    fails: r"answers:
  mfa: {status: planned, plan: {by: 2020-01-01}}
",
    mended: r"answers:
  mfa: {status: planned, plan: {by: 2027-03-31}}
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (answer, _) in context.judged() {
        let Some(by) = answer.plan.as_ref().and_then(|plan| plan.by) else { continue };
        if by < context.today {
            findings.push(
                Finding::new(
                    &RULE,
                    &answer.at.key("plan").key("by"),
                    format!(
                        "`{}` was planned for {by}, {} days ago",
                        answer.id,
                        days_between(by, context.today)
                    ),
                )
                .label("overdue")
                .help("if it is done, answer `met` with evidence; if not, say the new day"),
            );
        }
    }
}
