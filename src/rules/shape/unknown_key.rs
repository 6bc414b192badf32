//! `unknown-key`

use crate::declaration::Problem;
use crate::findings::{Class, Finding, Fix, Rule, Spelling};
use crate::read::Part;
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "unknown-key",
    class: Class::Malformed,
    summary: "Every key is one that the format knows.",
    why: "A misspelt key would silently drop what it says. Keys that begin with `x-` are kept and not read, at every level.",
    fails: r"answers:
  mfa:
    status: unmet
    notes: only on request
",
    mended: r"answers:
  mfa:
    status: unmet
    note: only on request
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for mismatch in context.mismatches {
        let Problem::UnknownKey { key, near, belongs } = &mismatch.problem else { continue };
        let finding = Finding::at_key(&RULE, &mismatch.at, format!("unknown key `{key}`"));
        findings.push(match (near, belongs) {
            (Some(near), _) => finding.label(format!("did you mean `{near}`?")).fix(Some(Fix::replace(
                format!("rename the key to `{near}`"),
                &mismatch.at,
                Part::Key,
                *near,
                Spelling::AsBefore,
            ))),
            (None, Some(place)) => finding.label("not here").help(format!("`{key}` belongs {place}")),
            (None, None) => finding
                .label("no such key")
                .help("a key of your own begins with `x-`: it is kept and not read"),
        });
    }
}
