//! `track-dropped`

use super::regressions;
use crate::findings::{Class, Finding, Rule};
use crate::gate::RegressionKind;
use crate::rules::Context;

pub(super) const BEFORE: &str = "registry: {name: Example Index, url: \"https://epi.example/\", user-accounts: true, packages: [accepts-built]}\n";

pub(in crate::rules) static RULE: Rule = Rule {
    id: "track-dropped",
    class: Class::Regression,
    summary: "A track that applied still applies.",
    why: "A track that stops applying takes its level and all its requirements out of sight. That is right where the registry has changed, and then somebody says so.",
    fails: r#"registry: {name: Example Index, url: "https://epi.example/", user-accounts: true, packages: [source-only]}
claims: {authentication: 0, general: 0, cli: 0}
"#,
    mended: r#"registry: {name: Example Index, url: "https://epi.example/", user-accounts: true, packages: [source-only]}
claims: {authentication: 0, general: 0, cli: 0}
withdrawals:
  - {date: 2026-11-20, at: registry.packages, reason: "uploads were closed, packages are read from their sources"}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    regressions(context, &RULE, findings, |kind| match kind {
        RegressionKind::TrackDropped { tracks } => {
            let (word, verb) = if tracks.len() == 1 { ("track", "applies") } else { ("tracks", "apply") };
            Some(format!("the {word} {} no longer {verb}", Context::names(tracks)))
        }
        _ => None,
    });
}
