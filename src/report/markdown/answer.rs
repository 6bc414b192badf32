//! What is said of a requirement.

use super::writer::{Lines, address, prose};
use crate::declaration::Locator;
use crate::evidence::Outcome;
use crate::render::inert_markdown::code;
use crate::report::answer::{Answer, Evidence, Funding, Part, PartState, Plan};
use crate::report::clip::{LINE, MOST, NAME, NOTE, clip};
use crate::report::mark::Mark;
use crate::report::model::Track;
use crate::report::wording;

pub(super) fn answer(lines: &mut Lines, track: &Track<'_>, answer: &Answer<'_>) {
    if track.has_columns() {
        lines.paragraph(&format!(
            "**{}** {} {}",
            names(&answer.clients),
            answer.mark.shape(),
            answer.mark.word()
        ));
    }
    if let Some(other) = answer.implied_by {
        lines.paragraph(&format!("Met, implied by: {}.", prose(other)));
    }
    if answer.mark == Mark::Unknown {
        lines.paragraph("Not assessed: nothing is said of it, neither that it is met nor that it is not.");
    }
    lines.paragraph(&wording::errors(answer.errors).unwrap_or_default());
    lines.list(answer.parts.iter().map(part));
    if let Some(written) = answer.written {
        for (before, text) in [
            ("Met by ", &written.by),
            ("With a separate tool: ", &written.tool),
            (wording::reason(answer.mark), &written.reason),
            ("Note: ", &written.note),
        ] {
            if let Some(text) = text {
                lines.paragraph(&format!("{before}{}", code(&clip(text, NOTE))));
            }
        }
    }
    if !answer.evidence.is_empty() {
        lines.paragraph("Evidence:");
        evidence(lines, &answer.evidence);
    }
    if let Some(it) = &answer.plan {
        lines.paragraph(&format!("Plan: {}", plan(it)));
    }
}

/// Names with commas between them.
pub(in crate::report) fn names(names: &[&str]) -> String {
    names.iter().map(|name| code(&clip(name, NAME))).collect::<Vec<_>>().join(", ")
}

fn part(part: &Part<'_>) -> String {
    let text = part_text(part);
    let word = wording::part(part.state).map(|word| match part.state {
        PartState::NotApplicable(why) => format!(" ({word}: {})", code(&clip(why, LINE))),
        _ => format!(" ({word})"),
    });
    text + &word.unwrap_or_default()
}

/// What a part asks.
pub(in crate::report) fn part_text(part: &Part<'_>) -> String {
    part.text.map_or_else(|| code(&clip(part.id, NAME)), prose)
}

/// A list of evidence.
pub(in crate::report) fn evidence(lines: &mut Lines, evidence: &[Evidence<'_>]) {
    lines.list(evidence.iter().take(MOST).map(item));
    lines.paragraph(&wording::more(evidence.len().saturating_sub(MOST)).unwrap_or_default());
}

pub(in crate::report) fn item(evidence: &Evidence<'_>) -> String {
    let item = evidence.item;
    let locator = match item.locator() {
        Some(Locator::Url(url)) => address(url),
        Some(Locator::File { .. }) => code(&clip(&item.name(), LINE)),
        Some(Locator::Statement(words)) => format!("the registry's word: {}", code(&clip(words, NOTE))),
        None => "an item that could not be read".to_owned(),
    };
    let mut facts = vec![evidence.outcome.as_str().to_owned()];
    facts.extend(item.as_of.map(|day| format!("as of {day}")));
    if !item.parts.is_empty() {
        let parts: Vec<&str> = item.parts.iter().map(String::as_str).take(MOST).collect();
        facts.push(format!("for {}", names(&parts)));
    }
    if evidence.outcome != Outcome::Unchecked
        && !(item.checks.is_empty() && evidence.outcome == Outcome::Found)
    {
        facts.push(format!("looked for {}", code(&clip(evidence.looked_for, LINE))));
        if !evidence.found.is_empty() {
            facts.push(format!("found {}", code(&clip(evidence.found, LINE))));
        }
    }
    let note = item.note.as_ref().map(|note| format!("; {}", code(&clip(note, NOTE)))).unwrap_or_default();
    format!("{locator}: {}{note}", facts.join(", "))
}

/// `planned by 2026-12-31, tracked in …, funding needed`.
pub(in crate::report) fn plan(plan: &Plan<'_>) -> String {
    let by = wording::by(plan).map(|by| if plan.is_overdue { format!("**{by}**") } else { by });
    let issue = plan.issue.map(|issue| format!("tracked in {}", address(issue)));
    let funding = plan.funding.map(|funding| {
        let funder = match funding {
            Funding::Funded(Some(funder)) => code(&clip(funder, NAME)),
            _ => String::new(),
        };
        wording::funding(funding).to_owned() + &funder
    });
    [by, issue, funding].into_iter().flatten().collect::<Vec<_>>().join(", ")
}
