//! `planned-without-plan`

use crate::declaration::Status;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "planned-without-plan",
    class: Class::Malformed,
    summary: "`planned` carries a plan.",
    why: "A plan that nobody can follow is a wish: `plan` has a date (`by`), an `issue`, or both.",
    fails: r"answers:
  passwordless-login: planned
",
    mended: r"answers:
  passwordless-login: {status: planned, plan: {by: 2027-03-31}}
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (answer, _) in context.judged() {
        let tracked = answer.plan.as_ref().is_some_and(|plan| plan.is_tracked);
        let (at, label) = match (&answer.plan, answer.status) {
            (None, Some(Status::Planned)) => (answer.at.key("status"), "needs `plan`"),
            (Some(_), _) if !tracked => (answer.at.key("plan"), "needs `by` or `issue`"),
            _ => continue,
        };
        findings.push(
            Finding::new(&RULE, &at, format!("the plan for `{}` has neither a date nor an issue", answer.id))
                .label(label)
                .help("add `plan: {by: DATE, issue: URL}`, at least one of the two; without a plan the status is `unmet`"),
        );
    }
}
