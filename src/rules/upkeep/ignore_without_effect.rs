//! `ignore-without-effect`

use crate::declaration::Ignore;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;
use crate::rules::registry::comes_and_goes;
use crate::text::passage::shorten;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "ignore-without-effect",
    class: Class::Neglected,
    summary: "Every entry of `ignore` accepts a finding.",
    why: "An entry that accepts nothing is left over: the finding is gone, or the entry never named it. Findings of the reader and of the gate (everything that is malformed, and a claim above the level) cannot be accepted, nor evidence in this repository that is contradicted.",
    fails: r"ignore:
  - {rule: mutable-link, at: answers.mfa, reason: the page has no stable address}
",
    mended: r"ignore: []
",
};

pub(in crate::rules) fn check(_: &Context<'_>, _: &mut Vec<Finding>) {}

/// Findings for entries that accepted nothing. Known only when all other rules have spoken, so not a check like theirs.
///
/// Nothing is said of entries whose finding comes and goes with the network.
#[must_use]
pub fn findings(
    ignore: &[Ignore],
    effective: &[bool],
    rules: &[&'static Rule],
    is_online: bool,
) -> Vec<Finding> {
    let idle = ignore.iter().zip(effective).filter(|(_, effective)| !**effective);
    idle.filter_map(|(entry, _)| {
        // Entries that are malformed are reported as that.
        let id = entry.rule.as_deref()?;
        let rule = rules.iter().find(|rule| rule.id == id).filter(|rule| !comes_and_goes(rule, is_online))?;
        let at = entry.at.as_ref()?;
        let finding = if rule.class.can_be_ignored() {
            Finding::new(
                &RULE,
                &entry.entry,
                format!("no finding of `{id}` at `{}` to accept", shorten(&at.to_string())),
            )
            .label("without effect")
            .help("delete the entry")
        } else {
            Finding::new(&RULE, &entry.entry, format!("findings of `{id}` cannot be accepted"))
                .label("without effect")
                .help("correct what the finding names, and delete the entry")
        };
        Some(finding)
    })
    .collect()
}
