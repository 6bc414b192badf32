//! `bidirectional-control`

use super::refused;
use crate::findings::{Class, Finding, Rule};
use crate::read::Feature;
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "bidirectional-control",
    class: Class::Malformed,
    summary: "No bidirectional controls, raw or escaped.",
    why: "They change the order in which text is shown, so that a reviewer reads something else than the program does (\"Trojan Source\").",
    fails: "answers:\n  mfa: {status: unmet, note: \"not\u{202e} yet\"}\n",
    mended: r#"answers:
  mfa: {status: unmet, note: "not yet"}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    refused(
        context,
        Feature::BidirectionalControl,
        &RULE,
        "a bidirectional control",
        "changes the order of what is shown",
        "delete it",
        findings,
    );
}
