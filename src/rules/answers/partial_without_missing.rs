//! `partial-without-missing`

use crate::declaration::Status;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "partial-without-missing",
    class: Class::Malformed,
    summary: "`partial` says what is missing.",
    why: "\"Partial\" alone tells a reader nothing. Where the requirement has several mandatory parts, `missing` lists those that do not hold; where it is one condition, a `note` says what is missing.",
    fails: r"answers:
  malware-reporting: partial
",
    mended: r"answers:
  malware-reporting: {status: partial, missing: [cli, api]}
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (answer, requirement) in context.judged() {
        if answer.status != Some(Status::Partial) {
            continue;
        }
        let mandatory: Vec<&str> = requirement.mandatory_parts().map(|part| &*part.id).collect();
        let by_note = mandatory.len() <= 1;
        let said = answer.missing.as_ref().is_some_and(|missing| !missing.is_empty())
            || (by_note && answer.note.is_some());
        if said {
            continue;
        }
        let finding = Finding::new(
            &RULE,
            &answer.at.key("status"),
            format!("`{}` is partial, but what is missing?", answer.id),
        );
        findings.push(if by_note {
            finding.label("needs `note`").help("add a `note` that says what is missing")
        } else {
            let parts = Context::names(mandatory);
            finding
                .label("needs `missing`")
                .help(format!("add `missing` with those of its parts that do not hold: {parts}"))
        });
    }
}
