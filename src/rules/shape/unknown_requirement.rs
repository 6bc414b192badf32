//! `unknown-requirement`

use super::unknown_name;
use crate::declaration::grammar::Vocabulary;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "unknown-requirement",
    class: Class::Malformed,
    summary: "Every answer is to a requirement of the catalogue.",
    why: "A misspelt id would leave the real requirement unanswered. `package-repo-security explain` lists all ids.",
    fails: r"answers:
  email-verfication: unmet
",
    mended: r"answers:
  email-verification: unmet
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    unknown_name(
        context,
        &RULE,
        &[Vocabulary::Requirement, Vocabulary::CliRequirement],
        "requirement",
        findings,
    );
}
