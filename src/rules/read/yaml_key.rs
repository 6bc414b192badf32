//! `yaml-key`

use super::refused;
use crate::findings::{Class, Finding, Rule};
use crate::read::Feature;
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "yaml-key",
    class: Class::Malformed,
    summary: "Keys are text to every YAML version.",
    why: "Every fact of a declaration stands once, in the place where a reviewer looks for it, and every YAML reader sees the same file. YAML 1.1 reads `on`, `y` or `no` as a boolean, YAML 1.2 as text; a list or map as a key is something else in every language.",
    fails: r"clis:
  on: {primary: true}
",
    mended: r"clis:
  onyx: {primary: true}
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    refused(
        context,
        Feature::KeyNotText,
        &RULE,
        "a key that is no text",
        "not text to every reader",
        "use another name",
        findings,
    );
}
