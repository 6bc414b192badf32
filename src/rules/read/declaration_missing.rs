//! `declaration-missing`

use crate::findings::{Class, Finding, Place, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "declaration-missing",
    class: Class::Unreadable,
    summary: "There is a declaration.",
    why: "The tool checks one file: `.package-repo-security.yml` at the top of the repository, or `.github/.package-repo-security.yml`. `package-repo-security init` writes one to start from.",
    fails: r"",
    mended: r"",
};

/// No declaration at the places that were looked at.
#[must_use]
pub fn finding(looked_at: &[String]) -> Finding {
    let places = crate::rules::Context::names(looked_at);
    Finding::placed(&RULE, Place::File, format!("no declaration: looked for {places}")).help(
        "`package-repo-security init` writes one to start from; `--declaration PATH` names another place",
    )
}
