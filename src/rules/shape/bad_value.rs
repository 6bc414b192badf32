//! `bad-value`

use crate::declaration::Problem;
use crate::findings::{Class, Finding, Fix, Rule, Spelling};
use crate::read::Part;
use crate::rules::Context;
use crate::text::passage::shorten;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "bad-value",
    class: Class::Malformed,
    summary: "A value is one that its key can take.",
    why: "A date that is no date, or a level that is no level, cannot be checked. Dates are `2026-08-21`; levels are plain digits `0` to `3`; booleans are `true` or `false`.",
    fails: r"reviewed: 21 August 2026
",
    mended: r"reviewed: 2026-08-21
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for mismatch in context.mismatches {
        let Problem::BadValue { expected, found, near } = &mismatch.problem else { continue };
        let finding = Finding {
            place: crate::findings::Place::Path(mismatch.at.clone(), mismatch.part),
            ..Finding::new(
                &RULE,
                &mismatch.at,
                format!("`{}` is no value for `{}`: expected {expected}", shorten(found), mismatch.at),
            )
        };
        findings.push(match near {
            // Only its quotation marks are wrong.
            Some(near) if near == found => {
                Finding { message: format!("`{}` stands in quotation marks", mismatch.at), ..finding }
                    .label(format!("`{near}` without them"))
                    .fix(Some(Fix::replace(
                        "take the quotation marks away",
                        &mismatch.at,
                        Part::Value,
                        near,
                        Spelling::Plain,
                    )))
            }
            Some(near) => finding.label(format!("did you mean `{near}`?")).fix(Some(Fix::replace(
                format!("write `{near}`"),
                &mismatch.at,
                Part::Value,
                near,
                Spelling::Plain,
            ))),
            None => finding.label(format!("expected {expected}")),
        });
    }
}
