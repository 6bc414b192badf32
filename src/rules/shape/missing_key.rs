//! `missing-key`

use crate::declaration::Problem;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "missing-key",
    class: Class::Malformed,
    summary: "Every required key is there.",
    why: "Without it the declaration says less than it must.",
    fails: r"registry:
  name: Example Index
  user-accounts: true
  packages: [accepts-built]
",
    mended: r"registry:
  name: Example Index
  url: https://epi.example/
  user-accounts: true
  packages: [accepts-built]
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for mismatch in context.mismatches {
        let Problem::MissingKey { key, about } = &mismatch.problem else { continue };
        let place =
            if mismatch.at.steps().is_empty() { String::new() } else { format!(" in `{}`", mismatch.at) };
        findings.push(
            Finding::at_key(&RULE, &mismatch.at, format!("the key `{key}` is missing{place}"))
                .label(format!("needs `{key}`"))
                .help(format!("`{key}`: {about}")),
        );
    }
}
