//! What keeps each track from its next level.

use super::{rows, section};
use crate::assessment::{Assessment, Blocker, Standing};
use crate::declaration::Status;
use crate::render::cells::{clean, cut, pad, width, wrap};
use crate::render::style::{AHEAD, BAD, FAINT, SO_SO};
use crate::render::{Report, Style};

/// The longest requirement id that others are aligned to, in columns.
const LONGEST_ID: usize = 40;
/// Columns of missing parts that are shown: no requirement has so many, but a declaration may name any.
const MOST_MISSING: usize = 160;
/// A space where a line does not break.
const NO_BREAK: char = '\u{a0}';
/// The fewest columns that are worth wrapping into.
const NARROW: usize = 24;

/// The section, track by track; empty where no track applies.
pub(super) fn next(report: &Report, assessment: &Assessment, style: Style) -> String {
    let mut out = String::new();
    for track in assessment.tracks.iter().filter(|track| track.applies) {
        let Some(standing) = &track.standing else { continue };
        let what = match standing.supported {
            3.. => ": highest level".to_owned(),
            level => format!(" {} level {}", style.either("→", "->"), level + 1),
        };
        let name = cut(&rows::name(track), style.columns().saturating_sub(20), style);
        out.extend(["  ", &name, &what, "\n"]);
        out.push_str(&blockers(report, standing, style));
    }
    if out.is_empty() { out } else { section("To reach the next level", style) + &out }
}

fn blockers(report: &Report, standing: &Standing, style: Style) -> String {
    let ids: Vec<String> =
        standing.blockers.iter().map(|it| cut(&clean(&it.requirement), LONGEST_ID, style)).collect();
    let longest = ids.iter().map(|id| width(id)).max().unwrap_or(0);
    let indent = 4 + longest + 2;
    // One column stays free: a word broken so that its rest begins with `::` gets a backslash in the last step.
    let room = style.columns().saturating_sub(indent + 1).max(NARROW);
    let mut out = String::new();
    for (blocker, id) in standing.blockers.iter().zip(ids) {
        let lines = wrap(&why(report, standing, blocker, style), room);
        for (at, line) in lines.iter().enumerate() {
            let before = if at == 0 { format!("    {}  ", pad(&id, longest)) } else { " ".repeat(indent) };
            let line = style.paint(look(blocker), &line.replace(NO_BREAK, " "));
            out.extend([before.as_str(), &line, "\n"]);
        }
    }
    out
}

/// `partial, missing safe-harbor, planned by 2026-12-31`.
fn why(report: &Report, standing: &Standing, blocker: &Blocker, style: Style) -> String {
    let requirement = standing.requirements.iter().find(|it| it.id == blocker.requirement);
    let answer = requirement.and_then(|it| it.answer.as_ref());
    let answer = answer.and_then(|at| report.declaration?.all_answers().find(|answer| answer.at == *at));
    let by = answer
        .and_then(|answer| answer.plan.as_ref()?.by)
        .map(|day| format!("planned{NO_BREAK}by{NO_BREAK}{day}"));
    let word = match blocker.status {
        Status::Met if blocker.contradicted => "evidence contradicted".to_owned(),
        Status::Unknown if requirement.is_some_and(|it| it.unreadable) => "could not be read".to_owned(),
        Status::Unknown => "not assessed".to_owned(),
        // The date says it already.
        Status::Planned if by.is_some() => String::new(),
        status => status.as_str().to_owned(),
    };
    let missing = cut(&clean(&blocker.missing.join(" and ")), MOST_MISSING, style);
    let missing = if missing.is_empty() { missing } else { format!("missing {missing}") };
    let said: Vec<String> =
        [word, missing, by.unwrap_or_default()].into_iter().filter(|it| !it.is_empty()).collect();
    said.join(", ")
}

fn look(blocker: &Blocker) -> anstyle::Style {
    match blocker.status {
        Status::Met | Status::Unmet => BAD,
        Status::Partial => SO_SO,
        Status::Planned => AHEAD,
        Status::Unknown | Status::NotApplicable => FAINT,
    }
}
