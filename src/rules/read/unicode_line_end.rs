//! `unicode-line-end`

use super::refused;
use crate::findings::{Class, Finding, Rule};
use crate::read::Feature;
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "unicode-line-end",
    class: Class::Malformed,
    summary: "No U+0085, U+2028 or U+2029.",
    why: "YAML 1.1 ends a line at these characters, YAML 1.2 does not: two readers would see two files.",
    fails: "answers:\n  mfa: {status: unmet, note: \"one\u{2028}two\"}\n",
    mended: r#"answers:
  mfa: {status: unmet, note: "one two"}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    refused(
        context,
        Feature::UnicodeLineEnd,
        &RULE,
        "a Unicode line separator",
        "line separator",
        "replace it by a blank or a line feed",
        findings,
    );
}
