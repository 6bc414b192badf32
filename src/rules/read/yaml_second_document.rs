//! `yaml-second-document`

use super::refused;
use crate::findings::{Class, Finding, Rule};
use crate::read::Feature;
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "yaml-second-document",
    class: Class::Malformed,
    summary: "One document in the file.",
    why: "Every fact of a declaration stands once, in the place where a reviewer looks for it, and every YAML reader sees the same file. Readers disagree on which of several documents counts.",
    fails: r"answers:
  mfa: unmet
---
answers:
  mfa: unmet
",
    mended: r"answers:
  mfa: unmet
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    refused(
        context,
        Feature::SecondDocument,
        &RULE,
        "a second document",
        "begins another document",
        "keep one document: delete this line and what follows, or move it into the first",
        findings,
    );
}
