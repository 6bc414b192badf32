//! `invisible-character`

use super::refused;
use crate::findings::{Class, Finding, Rule};
use crate::read::Feature;
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "invisible-character",
    class: Class::Malformed,
    summary: "No invisible characters, raw or escaped.",
    why: "What nobody can see, nobody can review: two keys can look the same, and text can carry a hidden message.",
    fails: "answers:\n  mfa: {status: unmet, note: \"not\u{200b}yet\"}\n",
    mended: r#"answers:
  mfa: {status: unmet, note: "not yet"}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    refused(
        context,
        Feature::InvisibleCharacter,
        &RULE,
        "an invisible character",
        "invisible",
        "delete it",
        findings,
    );
}
