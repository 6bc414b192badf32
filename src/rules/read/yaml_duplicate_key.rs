//! `yaml-duplicate-key`

use super::refused;
use crate::findings::{Class, Finding, Rule};
use crate::read::Feature;
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "yaml-duplicate-key",
    class: Class::Malformed,
    summary: "Each key once in its map.",
    why: "Every fact of a declaration stands once, in the place where a reviewer looks for it, and every YAML reader sees the same file. Of two equal keys some readers take the first, some the last, and a reviewer sees either.",
    fails: r"answers:
  mfa: unmet
  mfa: unknown
",
    mended: r"answers:
  mfa: unmet
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    refused(
        context,
        Feature::DuplicateKey,
        &RULE,
        "a key that stands twice",
        "the same key again",
        "keep one of the two; the first one was read",
        findings,
    );
}
