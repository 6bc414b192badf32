//! Sentences that every rendering has in common, and no text of others in them.

use super::answer::{Funding, PartState, Plan};
use super::mark::Mark;
use super::model::{Blocker, Page, Track};
use super::roadmap::Step;
use crate::evidence::Outcome;
use std::borrow::Cow;

/// `Evidence checked on 2026-11-22: 3 matched, 1 found, 0 unreachable, 0 contradicted.`, and how many nobody looked at, where there
/// are any.
#[must_use]
pub fn checked(page: &Page<'_>) -> String {
    let count = |wanted: bool| -> usize {
        let all = page.tally.iter().filter(|(outcome, _)| (*outcome == Outcome::Unchecked) == wanted);
        all.map(|(_, count)| count).sum()
    };
    match (count(false), count(true)) {
        (0, 0) => "No evidence is given.".to_owned(),
        (0, unchecked) => format!("Evidence was not looked at: {unchecked} unchecked."),
        _ => format!("Evidence checked on {}: {}.", page.checked, tally(page)),
    }
}

fn tally(page: &Page<'_>) -> String {
    let said = page.tally.iter().filter(|(outcome, count)| *outcome != Outcome::Unchecked || *count > 0);
    said.map(|(outcome, count)| format!("{count} {}", outcome.as_str())).collect::<Vec<_>>().join(", ")
}

/// The day that statuses are of, in a sentence: `as of 2026-08-21`.
#[must_use]
pub fn as_of(page: &Page<'_>) -> String {
    match page.reviewed {
        Some(day) => format!("as of {day}"),
        None => "as of a day that is not said".to_owned(),
    }
}

/// `4 of 5 met`, `0 of 3 met, 1 unknown`, `2 of 3 met, 1 contradicted`, `none applies`. What was seen to be otherwise is not met.
#[must_use]
pub fn count(marks: &[Mark]) -> String {
    let with = |wanted: &[Mark]| marks.iter().filter(|mark| wanted.contains(mark)).count();
    let applicable = marks.len() - with(&[Mark::NotApplicable]);
    if applicable == 0 {
        return "none applies".to_owned();
    }
    let said = |wanted: &[Mark], word: &str| match with(wanted) {
        0 => String::new(),
        count => format!(", {count} {word}"),
    };
    let contradicted = said(&[Mark::Contradicted], "contradicted");
    let unknown = said(&[Mark::Unknown, Mark::Unreadable], "unknown");
    format!("{} of {applicable} met{contradicted}{unknown}", with(&[Mark::Met]))
}

/// A sentence with names in backticks, where neither code nor backticks are shown: a name that stands alone as it is, others in
/// quotation marks. Where backticks do not pair they belong to a name, and stay.
#[must_use]
pub fn unticked(text: &str) -> Cow<'_, str> {
    let stretches: Vec<&str> = text.split('`').collect();
    match stretches.as_slice() {
        [_] => Cow::Borrowed(text),
        ["", name, ""] => Cow::Borrowed(name),
        all if all.len().is_multiple_of(2) => Cow::Borrowed(text),
        all => {
            let quoted = all.iter().enumerate();
            quoted.map(|(at, it)| if at % 2 == 1 { format!("“{it}”") } else { (*it).to_owned() }).collect()
        }
    }
}

/// `3 more clients are not shown here.`, `1 more is not shown here.`; `what` is one of them, or nothing.
#[must_use]
pub fn left_out(count: usize, what: &str) -> Option<String> {
    let blank = if what.is_empty() { "" } else { " " };
    match count {
        0 => None,
        1 => Some(format!("1 more{blank}{what} is not shown here.")),
        count => {
            let plural = if what.is_empty() { "" } else { "s" };
            Some(format!("{count} more{blank}{what}{plural} are not shown here."))
        }
    }
}

/// For how many clients there is more to do than is shown.
#[must_use]
pub fn more_steps(hidden: &[Step<'_>]) -> Option<String> {
    match hidden.iter().map(|step| step.clients.len()).sum() {
        0 => None,
        1 => Some("1 more client has work to do.".to_owned()),
        count => Some(format!("{count} more clients have work to do.")),
    }
}

/// What stands before the reason that was given why a requirement cannot apply.
#[must_use]
pub fn reason(mark: Mark) -> &'static str {
    if mark == Mark::NotApplicable {
        "Why it cannot apply: "
    } else {
        "Said not to apply, which the framework does not accept here: "
    }
}

/// That an answer has errors.
#[must_use]
pub fn errors(count: usize) -> Option<String> {
    let what = match count {
        0 => return None,
        1 => "an error: the command check names it".to_owned(),
        count => format!("{count} errors: the command check names them"),
    };
    Some(format!("This answer has {what}, and its status counts as it is written."))
}

/// Before the clients that do not meet a requirement either, and that no level rests on.
pub const ASIDE: &str = "Open, too, for clients that no level rests on: ";

/// Where only such clients do not meet it.
pub const NOT_COUNTED: &str = "Open only for clients that no level rests on.";

/// What a roadmap says of a track that has no gap.
pub const DONE: &str = "Every requirement that applies is met.";

/// What is said of a track at the highest level: clients that no level rests on may still lack something.
#[must_use]
pub fn done(track: &Track<'_>) -> &'static str {
    let marks = track.requirements.iter().flat_map(|it| &it.marks);
    if marks.clone().all(|mark| matches!(mark, Mark::Met | Mark::NotApplicable)) {
        DONE
    } else {
        "Its primary clients meet every requirement that applies."
    }
}

/// The supported level, where anything is known of it.
#[must_use]
pub fn supported(track: &Track<'_>, level: u8) -> String {
    if track.was_looked_at { level.to_string() } else { "not looked at".to_owned() }
}

/// `2`, `none`.
#[must_use]
pub fn claimed(claimed: Option<u8>) -> String {
    claimed.map_or_else(|| "none".to_owned(), |level| level.to_string())
}

/// How a requirement that keeps a track from its next level stands, and until when: `partial, planned by 2026-12-31`.
#[must_use]
pub fn blocker(blocker: &Blocker<'_>) -> String {
    match blocker.plan.as_ref().and_then(by) {
        Some(by) if blocker.mark == Mark::Planned => by,
        Some(by) => format!("{}, {by}", blocker.mark.word()),
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
pub fn task(step: &Step<'_>) -> Cow<'static, str> {
    if let Some(other) = step.implied_by {
        return format!("Mend this one, which implies it: {other}").into();
    }
    let task = match step.mark {
        Mark::Contradicted => "Mend what is cited, or the answer",
        Mark::Partial => "Finish what is begun",
        Mark::Planned => "Carry out the plan",
        Mark::Unreadable => "Mend the answer",
        Mark::Unknown => "Find out how it stands",
        Mark::Unmet | Mark::Met | Mark::NotApplicable => "Build it",
    };
    task.into()
}

#[cfg(test)]
mod tests {
    use super::unticked;

    #[test]
    fn backticks_around_names_become_what_readers_know() {
        for (text, seen) in [
            ("the host answered 404", "the host answered 404"),
            ("`docs/gone.md`", "docs/gone.md"),
            ("nearest: `docs/help.md`, `b`", "nearest: “docs/help.md”, “b”"),
            ("a ` of a name", "a ` of a name"),
        ] {
            assert_eq!(unticked(text), seen);
        }
    }
}
