//! `unknown-status`

use crate::declaration::words;
use crate::declaration::{Problem, Status};
use crate::findings::{Class, Finding, Fix, Rule, Spelling};
use crate::read::Part;
use crate::rules::Context;
use crate::text::passage::shorten;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "unknown-status",
    class: Class::Malformed,
    summary: "Every status is one of the six.",
    why: "`met`, `partial`, `planned`, `unmet`, `not-applicable` and `unknown`: each has a meaning of its own, and no other word has one.",
    fails: r"answers:
  mfa: plannned
",
    mended: r"answers:
  mfa: unmet
",
};

/// The status that people mean by words of other checklists.
fn meant(word: &str) -> Option<Status> {
    Some(match word.to_ascii_lowercase().as_str() {
        "n/a" | "na" | "n.a." | "not applicable" | "not_applicable" => Status::NotApplicable,
        "yes" | "true" | "done" | "implemented" | "complete" => Status::Met,
        "partially" | "partly" | "in progress" | "in-progress" | "wip" => Status::Partial,
        "todo" | "to do" => Status::Planned,
        "no" | "false" | "none" | "missing" => Status::Unmet,
        "?" | "tbd" => Status::Unknown,
        _ => return None,
    })
}

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for mismatch in context.mismatches {
        let Problem::UnknownStatus { word, near } = &mismatch.problem else { continue };
        let finding = Finding::new(&RULE, &mismatch.at, format!("unknown status `{}`", shorten(word)))
            .help(format!("a status is one of {}", Context::names(words::STATUSES)));
        findings.push(match near {
            Some(near) => finding.label(format!("did you mean `{near}`?")).fix(Some(Fix::replace(
                format!("write `{near}`"),
                &mismatch.at,
                Part::Value,
                *near,
                Spelling::AsBefore,
            ))),
            // Another status may need companions that nobody but the author knows: a question, and no fix.
            None => finding.label(match meant(word) {
                Some(status) => format!("did you mean `{}`?", status.as_str()),
                None => "no such status".to_owned(),
            }),
        });
    }
}
