//! `declaration-ambiguous`

use crate::findings::{Class, Finding, Place, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "declaration-ambiguous",
    class: Class::Unreadable,
    summary: "There is only one declaration.",
    why: "With two declarations nobody could tell which one counts, and a change to one could hide behind the other.",
    fails: r"",
    mended: r"",
};

/// Declarations at both places.
#[must_use]
pub fn finding(both: &[String]) -> Finding {
    let places = crate::rules::Context::names(both);
    Finding::placed(&RULE, Place::File, format!("more than one declaration: {places}"))
        .help("keep one of them and delete the other")
}
