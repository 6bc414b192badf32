//! `unknown-principles`

use crate::declaration::Problem;
use crate::findings::{Class, Finding, Fix, Rule, Spelling};
use crate::principles;
use crate::read::Part;
use crate::rules::Context;
use crate::text::passage::shorten;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "unknown-principles",
    class: Class::Malformed,
    summary: "`principles` is a framework version that this program carries.",
    why: "Answers are about one version of the framework: without its catalogue nothing can be computed from them.",
    fails: r"principles: v9.9
",
    mended: r"principles: v0.1
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for mismatch in context.mismatches {
        let Problem::UnknownPrinciples { found, near } = &mismatch.problem else { continue };
        let known = Context::names(principles::VERSIONS.iter().map(|catalogue| &*catalogue.version));
        let finding = Finding::new(
            &RULE,
            &mismatch.at,
            format!("version `{}` of the principles is not known", shorten(found)),
        )
        .label(format!("known: {known}"));
        findings.push(finding.fix(near.map(|near| {
            Fix::replace(format!("write `{near}`"), &mismatch.at, Part::Value, near, Spelling::Plain)
        })));
    }
}
