//! `control-character`

use super::refused;
use crate::findings::{Class, Finding, Rule};
use crate::read::Feature;
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "control-character",
    class: Class::Malformed,
    summary: "No control characters, raw or escaped.",
    why: "Control characters can hide text from a reviewer and drive the terminal or the log that the text is printed to.",
    fails: r#"registry:
  name: "Example\x1b Index"
  url: https://epi.example/
  user-accounts: true
  packages: [accepts-built]
"#,
    mended: r#"registry:
  name: "Example Index"
  url: https://epi.example/
  user-accounts: true
  packages: [accepts-built]
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    refused(
        context,
        Feature::ControlCharacter,
        &RULE,
        "a control character",
        "control character",
        "delete it",
        findings,
    );
}
