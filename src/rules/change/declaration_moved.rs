//! `declaration-moved`

use crate::findings::{Class, Finding, Place, Rule};
use crate::rules::Context;

/// The rule.
pub static RULE: Rule = Rule {
    id: "declaration-moved",
    class: Class::Changed,
    summary: "A reviewer sees that the declaration moved.",
    why: "Both places are as good. Links to the declaration, and rules on who reviews it, may name the old one.",
    fails: "",
    mended: "",
};

pub(in crate::rules) fn check(_: &Context<'_>, _: &mut Vec<Finding>) {}

/// The declaration stood elsewhere in the baseline.
#[must_use]
pub fn finding(before: &str, after: &str) -> Finding {
    Finding::placed(&RULE, Place::File, format!("the declaration moved from `{before}` to `{after}`"))
        .help("see that links to it and `CODEOWNERS` name the new place")
}
