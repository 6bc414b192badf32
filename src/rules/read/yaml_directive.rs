//! `yaml-directive`

use super::refused;
use crate::findings::{Class, Finding, Rule};
use crate::read::Feature;
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "yaml-directive",
    class: Class::Malformed,
    summary: "No directives (`%YAML`, `%TAG`).",
    why: "Every fact of a declaration stands once, in the place where a reviewer looks for it, and every YAML reader sees the same file. A directive changes how the rest of the file is read.",
    fails: r"%YAML 1.2
---
answers:
  mfa: unmet
",
    mended: r"answers:
  mfa: unmet
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    refused(context, Feature::Directive, &RULE, "a directive", "directive", "delete the line", findings);
}
