//! `unknown-rule`

use super::unknown_name;
use crate::declaration::grammar::Vocabulary;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "unknown-rule",
    class: Class::Malformed,
    summary: "`ignore` names rules that exist.",
    why: "An entry for a rule that does not exist does nothing. `package-repo-security explain` lists all rules.",
    fails: r"ignore:
  - {rule: mutable-links, at: answers.mfa, reason: the page has no stable address}
",
    mended: r"ignore:
  - {rule: mutable-link, at: answers.mfa, reason: the page has no stable address}
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    unknown_name(context, &RULE, &[Vocabulary::Rule], "rule", findings);
}
