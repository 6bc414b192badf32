//! `wrong-kind`

use crate::declaration::Problem;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "wrong-kind",
    class: Class::Malformed,
    summary: "A value has the kind that its key asks for: text, a list or a map.",
    why: "A list where text is wanted, or nothing at all, cannot be read.",
    fails: r"registry:
  name: Example Index
  url: https://epi.example/
  user-accounts: true
  packages: accepts-built
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
        let Problem::WrongKind { expected, found } = &mismatch.problem else { continue };
        findings.push(
            Finding::new(&RULE, &mismatch.at, format!("`{}` is {found}; expected {expected}", mismatch.at))
                .label(format!("expected {expected}")),
        );
    }
}
