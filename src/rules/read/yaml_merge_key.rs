//! `yaml-merge-key`

use super::refused;
use crate::findings::{Class, Finding, Rule};
use crate::read::Feature;
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "yaml-merge-key",
    class: Class::Malformed,
    summary: "No merge keys (`<<:`).",
    why: "Every fact of a declaration stands once, in the place where a reviewer looks for it, and every YAML reader sees the same file. Some readers merge the map, others see a key named `<<`.",
    fails: r"answers:
  mfa:
    <<: {status: met}
    status: unmet
",
    mended: r"answers:
  mfa:
    status: unmet
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    refused(
        context,
        Feature::MergeKey,
        &RULE,
        "a merge key",
        "merge key",
        "write the keys out in each map",
        findings,
    );
}
