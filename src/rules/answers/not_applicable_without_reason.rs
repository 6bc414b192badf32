//! `not-applicable-without-reason`

use crate::declaration::Status;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "not-applicable-without-reason",
    class: Class::Malformed,
    summary: "`not-applicable` carries a reason.",
    why: "What does not apply leaves the count, so a reader must be able to judge why.",
    fails: r"answers:
  leaked-credential-checks: not-applicable
",
    mended: r"answers:
  leaked-credential-checks: {status: not-applicable, reason: we keep no passwords}
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (answer, _) in context.judged() {
        if answer.status == Some(Status::NotApplicable) && answer.reason.is_none() {
            findings.push(
                Finding::new(
                    &RULE,
                    &answer.at.key("status"),
                    format!("`{}` is not applicable, but why?", answer.id),
                )
                .label("needs `reason`")
                .help("add `reason`, 10 characters or more"),
            );
        }
    }
}
