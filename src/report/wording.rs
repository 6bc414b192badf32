//! Sentences that every rendering has in common, and no text of others in them.

use super::answer::{Funding, PartState, Plan};
use super::mark::Mark;
use super::model::{Blocker, Page};
use crate::assessment::Count;
use crate::evidence::Outcome;

/// `3 matched, 1 found, 0 unreachable, 0 contradicted`, and how many nobody looked at, where there are any.
#[must_use]
pub fn tally(page: &Page<'_>) -> String {
    let said = page.tally.iter().filter(|(outcome, count)| *outcome != Outcome::Unchecked || *count > 0);
    said.map(|(outcome, count)| format!("{count} {}", outcome.as_str())).collect::<Vec<_>>().join(", ")
}

/// `4 of 5 met`, `0 of 3 met, 1 unknown`, `none applies`. What is said to be met counts as met; what was seen to be otherwise is
/// said beside it.
#[must_use]
pub fn count(count: Count, marks: &[Mark]) -> String {
    if count.applicable == 0 {
        return "none applies".to_owned();
    }
    let with = |wanted: &[Mark], word: &str| {
        let all = marks.iter().filter(|mark| wanted.contains(mark)).count();
        if all == 0 { String::new() } else { format!(", {all} {word}") }
    };
    let contradicted = with(&[Mark::Contradicted], "contradicted");
    let unknown = with(&[Mark::Unknown, Mark::Unreadable], "unknown");
    format!("{} of {} met{contradicted}{unknown}", count.met, count.applicable)
}

/// What a roadmap says of a track that has no gap.
pub const DONE: &str = "Every requirement that applies is met.";

/// `2`, `none`.
#[must_use]
pub fn claimed(claimed: Option<u8>) -> String {
    claimed.map_or_else(|| "none".to_owned(), |level| level.to_string())
}

/// How a requirement that keeps a track from its next level stands, and until when: `partial, planned by 2026-12-31`.
#[must_use]
pub fn blocker(blocker: &Blocker<'_>) -> String {
    match blocker.by {
        Some(day) if blocker.mark == Mark::Planned => format!("planned by {day}"),
        Some(day) => format!("{}, planned by {day}", blocker.mark.word()),
        None => blocker.mark.word().to_owned(),
    }
}

/// The day of a plan, and whether it is past.
#[must_use]
pub fn by(plan: &Plan<'_>) -> Option<String> {
    let day = plan.by?;
    Some(if plan.is_overdue { format!("was planned by {day}: overdue") } else { format!("planned by {day}") })
}

/// How work is funded; the funder's name is left to the rendering.
#[must_use]
pub fn funding(funding: Funding<'_>) -> &'static str {
    match funding {
        Funding::Needed => "funding needed",
        Funding::Funded(Some(_)) => "funded by ",
        Funding::Funded(None) => "funded",
        Funding::NoneNeeded => "no funding needed",
    }
}

/// What is said of a part; the reason why it cannot apply is left to the rendering.
#[must_use]
pub fn part(state: PartState<'_>) -> Option<&'static str> {
    match state {
        PartState::Holds => Some("holds"),
        PartState::Missing => Some("missing"),
        PartState::NotApplicable(_) => Some("not applicable"),
        PartState::Optional => Some("optional"),
        PartState::Open => None,
    }
}

/// What is to be done about a gap, before the details.
#[must_use]
pub fn task(mark: Mark) -> &'static str {
    match mark {
        Mark::Contradicted => "Mend what is cited, or the answer",
        Mark::Partial => "Finish what is begun",
        Mark::Planned => "Carry out the plan",
        Mark::Unreadable => "Mend the answer",
        Mark::Unknown => "Find out how it stands",
        Mark::Unmet | Mark::Met | Mark::NotApplicable => "Build it",
    }
}
