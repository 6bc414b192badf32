//! `yaml-tag`

use super::refused;
use crate::findings::{Class, Finding, Rule};
use crate::read::Feature;
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "yaml-tag",
    class: Class::Malformed,
    summary: "No explicit tags (`!tag`).",
    why: "Every fact of a declaration stands once, in the place where a reviewer looks for it, and every YAML reader sees the same file. A tag makes a reader turn text into something else, in some languages into running code.",
    fails: r"answers:
  mfa: !!str unmet
",
    mended: r"answers:
  mfa: unmet
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    refused(
        context,
        Feature::Tag,
        &RULE,
        "a tag",
        "tag",
        "leave the tag out: text is read as text here",
        findings,
    );
}
