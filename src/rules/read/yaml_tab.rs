//! `yaml-tab`

use super::refused;
use crate::findings::{Class, Finding, Rule};
use crate::read::Feature;
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "yaml-tab",
    class: Class::Malformed,
    summary: "No tab before the text of a line.",
    why: "Every fact of a declaration stands once, in the place where a reviewer looks for it, and every YAML reader sees the same file. Some readers refuse a tab in the indentation, some take it for a blank, some for part of the text.",
    fails: "answers:\n  mfa:\n    status: unmet\n\u{9}# next year\n",
    mended: r"answers:
  mfa:
    status: unmet
    # next year
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    refused(
        context,
        Feature::TabIndentation,
        &RULE,
        "a tab in the indentation",
        "tab",
        "indent with spaces",
        findings,
    );
}
