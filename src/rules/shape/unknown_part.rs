//! `unknown-part`

use super::unknown_name;
use crate::declaration::grammar::Vocabulary;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "unknown-part",
    class: Class::Malformed,
    summary: "Every part is one of its requirement.",
    why: "`missing`, `for` and `not-applicable-parts` name parts as the catalogue does; `package-repo-security explain REQUIREMENT` lists them.",
    fails: r"answers:
  vulnerability-disclosure: {status: partial, missing: [safe-harbour]}
",
    mended: r"answers:
  vulnerability-disclosure: {status: partial, missing: [safe-harbor]}
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    unknown_name(context, &RULE, &[Vocabulary::RequirementPart], "part", findings);
}
