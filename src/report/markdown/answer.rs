//! What is said of a requirement.

use super::writer::{Lines, address, prose};
use crate::declaration::Locator;
use crate::evidence::Outcome;
use crate::render::inert_markdown::code;
use crate::report::answer::{Answer, Evidence, Funding, Part, PartState, Plan};
use crate::report::clip::{clip, first};
use crate::report::detail::{Detail, away};
use crate::report::mark::Mark;
use crate::report::model::Track;
use crate::report::wording;

pub(super) fn answer(lines: &mut Lines, track: &Track<'_>, answer: &Answer<'_>) {
    let detail = lines.detail;
    if track.has_columns() {
        lines.paragraph(&format!(
            "**{}** {} {}",
            names(&answer.clients, detail),
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
    let (shown, more) = detail.parts(&answer.parts);
    let more = (more > 0).then(|| format!("{more} more that the framework does not know"));
    lines.list(shown.into_iter().map(|it| part(it, detail)).chain(more));
    if let Some(written) = answer.written {
        for (before, text, most) in [
            ("Met by ", &written.by, detail.line),
            ("With a separate tool: ", &written.tool, detail.line),
            (wording::reason(answer.mark), &written.reason, detail.note.max(detail.line)),
            ("Note: ", &written.note, detail.note),
        ] {
            if let Some(text) = text.as_ref().filter(|_| most > 0) {
                lines.paragraph(&format!("{before}{}", code(&clip(text, most))));
            }
        }
    }
    if !answer.evidence.is_empty() {
        lines.paragraph("Evidence:");
        evidence(lines, &answer.evidence);
    }
    if let Some(it) = &answer.plan {
        lines.paragraph(&format!("Plan: {}", plan(it, detail)));
    }
}

/// Names with commas between them.
pub(in crate::report) fn names(names: &[&str], detail: Detail) -> String {
    let (shown, more) = first(names, detail.many);
    let more = if more == 0 { String::new() } else { format!(" and {more} more") };
    shown.iter().map(|name| code(&clip(name, detail.name))).collect::<Vec<_>>().join(", ") + &more
}

fn part(part: &Part<'_>, detail: Detail) -> String {
    let text = part_text(part, detail);
    let word = wording::part(part.state).map(|word| match part.state {
        PartState::NotApplicable(why) => format!(" ({word}: {})", code(&clip(why, detail.line))),
        _ => format!(" ({word})"),
    });
    text + &word.unwrap_or_default()
}

/// What a part asks.
pub(in crate::report) fn part_text(part: &Part<'_>, detail: Detail) -> String {
    part.text.map_or_else(|| code(&clip(part.id, detail.name)), prose)
}

/// A list of evidence.
pub(in crate::report) fn evidence(lines: &mut Lines, evidence: &[Evidence<'_>]) {
    let detail = lines.detail;
    let (shown, left) = detail.evidence(evidence);
    let left = (!left.is_empty()).then(|| away(&left));
    lines.list(shown.into_iter().map(|it| item(it, detail)).chain(left));
}

/// An item of evidence with what came of looking at it.
pub(super) fn item(evidence: &Evidence<'_>, detail: Detail) -> String {
    let item = evidence.item;
    let locator = match item.locator() {
        Some(Locator::Url(url)) => address(url, detail),
        Some(Locator::File { .. }) => code(&clip(&item.name(), detail.line)),
        Some(Locator::Statement(words)) => {
            format!("the registry's word: {}", code(&clip(words, detail.note.max(detail.line))))
        }
        None => "an item that could not be read".to_owned(),
    };
    let mut facts = vec![evidence.outcome.as_str().to_owned()];
    facts.extend(item.as_of.map(|day| format!("as of {day}")));
    if !item.parts.is_empty() {
        let parts: Vec<&str> = item.parts.iter().map(String::as_str).collect();
        facts.push(format!("for {}", names(&parts, detail)));
    }
    if evidence.outcome != Outcome::Unchecked
        && !(item.checks.is_empty() && evidence.outcome == Outcome::Found)
    {
        facts.push(format!(
            "looked for {}",
            code(&clip(&wording::unticked(evidence.looked_for), detail.line))
        ));
        if !evidence.found.is_empty() {
            facts.push(format!("found {}", code(&clip(&wording::unticked(evidence.found), detail.line))));
        }
    }
    let note = item.note.as_ref().filter(|_| detail.note > 0);
    let note = note.map(|note| format!("; {}", code(&clip(note, detail.note)))).unwrap_or_default();
    format!("{locator}: {}{note}", facts.join(", "))
}

/// `planned by 2026-12-31, tracked in …, funding needed`.
pub(in crate::report) fn plan(plan: &Plan<'_>, detail: Detail) -> String {
    let by = wording::by(plan).map(|by| if plan.is_overdue { format!("**{by}**") } else { by });
    let issue =
        plan.issue.filter(|_| detail.explains).map(|issue| format!("tracked in {}", address(issue, detail)));
    let funding = plan.funding.map(|funding| {
        let funder = match funding {
            Funding::Funded(Some(funder)) => code(&clip(funder, detail.name)),
            _ => String::new(),
        };
        wording::funding(funding).to_owned() + &funder
    });
    [by, issue, funding].into_iter().flatten().collect::<Vec<_>>().join(", ")
}
