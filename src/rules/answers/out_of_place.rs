//! `out-of-place`

use crate::declaration::Status;
use crate::findings::{Class, Finding, Place, Rule};
use crate::read::Part;
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "out-of-place",
    class: Class::Malformed,
    summary: "`missing`, `reason` and `plan` stand with the status that they belong to.",
    why: "`missing` says why an answer is `partial`, `reason` why it is `not-applicable`, `plan` how a `partial` or `planned` one will be met. With another status they contradict it.",
    fails: r"answers:
  mfa: {status: unmet, plan: {by: 2027-03-31}}
",
    mended: r"answers:
  mfa: {status: planned, plan: {by: 2027-03-31}}
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (answer, _) in context.judged() {
        let Some(status) = answer.status else { continue };
        let written = [
            ("missing", answer.missing.is_some(), &[Status::Partial] as &[Status]),
            ("reason", answer.reason.is_some(), &[Status::NotApplicable]),
            ("plan", answer.plan.is_some(), &[Status::Partial, Status::Planned]),
        ];
        for (key, present, wanted) in written {
            if present && !wanted.contains(&status) {
                let wanted = wanted
                    .iter()
                    .map(|status| format!("`{}`", status.as_str()))
                    .collect::<Vec<_>>()
                    .join(" or ");
                findings.push(
                    Finding::at_key(
                        &RULE,
                        &answer.at.key(key),
                        format!("`{key}` does not go with the status `{}`", status.as_str()),
                    )
                    .label(format!("goes with {wanted}"))
                    .related(Place::Path(answer.at.key("status"), Part::Value), "the status")
                    .help(format!("change the status to {wanted}, or say it in `note`")),
                );
            }
        }
    }
}
