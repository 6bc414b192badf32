//! What a change takes away, held against a baseline. Nothing here can be ignored.

pub mod declaration_moved;
pub mod declaration_removed;
pub mod not_compared;

pub(super) mod answer_left_met;
pub(super) mod answer_stepped_down;
pub(super) mod client_dropped;
pub(super) mod evidence_lost;
pub(super) mod evidence_weaker;
pub(super) mod ignore_added;
pub(super) mod level_fell;
pub(super) mod principles_older;
pub(super) mod track_dropped;
pub(super) mod withdrawal_removed;
pub(super) mod withdrawal_without_effect;

use super::Context;
use crate::declaration::Status;
use crate::findings::{Class, Finding, Place, Rule};
use crate::gate::{Record, RegressionKind};
use crate::read::{Part, Path};
use crate::text::passage::shorten;

/// The declaration before the change, a fragment, for the rules whose examples need one.
const BEFORE: &[(&str, &str)] = &[
    (principles_older::RULE.id, principles_older::BEFORE),
    (track_dropped::RULE.id, track_dropped::BEFORE),
    (client_dropped::RULE.id, client_dropped::BEFORE),
    (answer_left_met::RULE.id, answer_left_met::BEFORE),
    (evidence_lost::RULE.id, evidence_lost::BEFORE),
    (level_fell::RULE.id, level_fell::BEFORE),
    (answer_stepped_down::RULE.id, answer_stepped_down::BEFORE),
    (evidence_weaker::RULE.id, evidence_weaker::BEFORE),
    (withdrawal_without_effect::RULE.id, withdrawal_without_effect::BEFORE),
    (withdrawal_removed::RULE.id, withdrawal_removed::BEFORE),
    (ignore_added::RULE.id, ignore_added::BEFORE),
];

/// The fragment that the example of a rule is held against; `None` for rules that look at one declaration alone.
#[must_use]
pub fn before(rule: &str) -> Option<&'static str> {
    BEFORE.iter().find(|(id, _)| *id == rule).map(|(_, before)| *before)
}

/// The regressions of which `say` has something to say, as findings: a warning where the change owns up to it.
fn regressions(
    context: &Context<'_>,
    rule: &'static Rule,
    findings: &mut Vec<Finding>,
    say: impl Fn(&RegressionKind) -> Option<String>,
) {
    let Some(comparison) = context.comparison else { return };
    for regression in &comparison.regressions {
        let Some(message) = say(&regression.kind) else { continue };
        let at = &regression.at;
        let finding = match &regression.acknowledged {
            Some(entry) => {
                let mut finding = Finding::new(rule, at, format!("{message}; withdrawn in this change"));
                finding.class = Class::SteppedDown;
                let said = context.declaration.withdrawals.iter().find(|it| it.entry == *entry);
                let reason = said.and_then(|it| it.reason.as_deref()).map(shorten);
                finding
                    .label("stepped down")
                    .related(Place::Path(entry.clone(), Part::Key), "said here")
                    .note(format!("the reason given: {}", reason.as_deref().unwrap_or("none")))
            }
            None => unsaid(Finding::new(rule, at, message), at, &comparison.recorded),
        };
        findings.push(finding);
    }
}

/// A step down that no entry of this change names, with what to do. An entry that stood there before is about an earlier one.
fn unsaid(finding: Finding, at: &Path, recorded: &[Record]) -> Finding {
    let named = shorten(&at.to_string());
    let finding = finding.label("regressed").help(format!(
        "put it back, or own up to it: add an entry to `withdrawals` with the `date`, `at: {named}` and a `reason`"
    ));
    let Some(old) = recorded.iter().find(|it| it.names == *at) else { return finding };
    finding.related(Place::Path(old.entry.clone(), Part::Key), "stood there before").note(format!(
        "the entry of `withdrawals` for `{named}` stood there before and is about an earlier step down: this one needs an entry of its own beside it"
    ))
}

/// How an answer counts now, as the end of a sentence.
fn now(status: Status, unreadable: bool) -> String {
    match status {
        _ if unreadable => "what it says now cannot be read".to_owned(),
        Status::Unknown => "it is left out now".to_owned(),
        status => format!("it is {} now", status.as_str()),
    }
}
