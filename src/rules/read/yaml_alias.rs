//! `yaml-alias`

use super::refused;
use crate::findings::{Class, Finding, Rule};
use crate::read::Feature;
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "yaml-alias",
    class: Class::Malformed,
    summary: "No aliases (`*name`).",
    why: "Every fact of a declaration stands once, in the place where a reviewer looks for it, and every YAML reader sees the same file. An alias hides what an answer says, and a few lines of aliases can grow to gigabytes.",
    fails: r"answers:
  recovery-policy: &same unmet
  mfa: *same
",
    mended: r"answers:
  recovery-policy: unmet
  mfa: unmet
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    refused(
        context,
        Feature::Alias,
        &RULE,
        "an alias",
        "alias",
        "write the value out at each place",
        findings,
    );
}
