//! `yaml-leading-indicator`

use super::refused;
use crate::findings::{Class, Finding, Rule};
use crate::read::Feature;
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "yaml-leading-indicator",
    class: Class::Malformed,
    summary: "No text in brackets that begins with `?`, `|` or `>`, `|` or `>` without quotation marks.",
    why: "Every fact of a declaration stands once, in the place where a reviewer looks for it, and every YAML reader sees the same file. Inside brackets some readers take a leading `?` for the mark of a key, and refuse `|` and `>`.",
    fails: r"answers:
  mfa: {status: unmet, note: ?not yet}
",
    mended: r#"answers:
  mfa: {status: unmet, note: "?not yet"}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    refused(
        context,
        Feature::LeadingIndicator,
        &RULE,
        "text in brackets that begins with `?`, `|` or `>`",
        "something else to some readers",
        "put it in quotation marks",
        findings,
    );
}
