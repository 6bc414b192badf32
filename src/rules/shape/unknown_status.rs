//! `unknown-status`

use crate::declaration::Problem;
use crate::declaration::words;
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
            None => finding.label("no such status"),
        });
    }
}
