//! `not-applicable-refused`

use crate::declaration::Status;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "not-applicable-refused",
    class: Class::Malformed,
    summary: "`not-applicable` only where the catalogue says when.",
    why: "The framework's tracks already leave out what cannot apply to a registry. Within a track only some requirements can be not applicable; the catalogue names the condition.",
    fails: r"answers:
  mfa: {status: not-applicable, reason: nobody asked for it}
",
    mended: r"answers:
  mfa: unmet
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (answer, requirement) in context.judged() {
        if answer.status == Some(Status::NotApplicable) && requirement.na.is_none() {
            findings.push(
                Finding::new(&RULE, &answer.at.key("status"), format!("`{}` applies to every registry of its track", answer.id))
                    .label("cannot be not applicable")
                    .help("answer `unmet` or `partial`, with a `note`; or `met` with `by` where someone else meets it for the registry"),
            );
        }
    }
}
