//! `unsupported-version`

use crate::declaration::Problem;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;
use crate::text::passage::shorten;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "unsupported-version",
    class: Class::Malformed,
    summary: "`version` is one that this program knows.",
    why: "The version of the format tells a program whether it understands the file. This one knows version `1`.",
    fails: r"version: 2
",
    mended: r"version: 1
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for mismatch in context.mismatches {
        let Problem::UnsupportedVersion { found } = &mismatch.problem else { continue };
        findings.push(
            Finding::new(
                &RULE,
                &mismatch.at,
                format!("version {} of the format is not known", shorten(found)),
            )
            .label("known: `1`")
            .help("the format is version 1; a newer program may know newer versions"),
        );
    }
}
