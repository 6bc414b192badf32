//! `yaml-anchor`

use super::refused;
use crate::findings::{Class, Finding, Rule};
use crate::read::Feature;
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "yaml-anchor",
    class: Class::Malformed,
    summary: "No anchors (`&name`).",
    why: "Every fact of a declaration stands once, in the place where a reviewer looks for it, and every YAML reader sees the same file. An anchor lets one place of the file speak for another.",
    fails: r"answers:
  mfa: &same unmet
",
    mended: r"answers:
  mfa: unmet
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    refused(
        context,
        Feature::Anchor,
        &RULE,
        "an anchor",
        "anchor",
        "write the value out at each place",
        findings,
    );
}
