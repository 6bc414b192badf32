//! What changed between two declarations, in sentences that every format for people makes its own text of.

pub mod human;
pub mod json;
pub mod markdown;
mod parts;
mod plan;
#[cfg(test)]
mod tests;

use crate::declaration::Status;
use crate::gate::{
    AnswerChange, Cause, ClaimChange, ClientChange, ClientMove, Comparison, EvidenceChange, LevelChange,
    RegressionKind, TrackChange, Weakness,
};
use crate::read::Path;
use crate::text::passage::shorten;
pub(crate) use parts::{named, parts_of};
pub(crate) use plan::plan;

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Our own words.
    Words(String),
    /// A name out of a declaration: text of others.
    Name(String),
    /// The id of a track.
    Track(String),
    /// The id of a requirement.
    Asked(String),
    /// An answer.
    Answer {
        /// Its name in the declaration: text of others.
        at: String,
        /// The id of its requirement.
        requirement: String,
    },
    /// A part of a requirement.
    Part {
        /// Its id: text of others where there is no text.
        id: String,
        /// What is asked, in the words of the catalogue.
        text: Option<String>,
    },
}

impl Piece {
    /// What the declaration calls it; `None` for our own words.
    fn name(&self) -> Option<&str> {
        match self {
            Self::Words(_) => None,
            Self::Name(name) | Self::Track(name) | Self::Asked(name) => Some(name),
            Self::Answer { at, .. } => Some(at),
            Self::Part { id, .. } => Some(id),
        }
    }
}

/// A sentence.
pub type Line = Vec<Piece>;

/// Changes of one kind.
struct Section {
    title: &'static str,
    lines: Vec<Line>,
}

fn words(text: impl Into<String>) -> Piece {
    Piece::Words(text.into())
}

fn name(text: &(impl ToString + ?Sized)) -> Piece {
    Piece::Name(text.to_string())
}

/// Everything that changed, section by section; empty where nothing did.
fn sections(comparison: &Comparison) -> Vec<Section> {
    let all = [
        Section { title: "Levels", lines: levels(comparison) },
        Section { title: "Answers", lines: answers(comparison) },
        Section { title: "Plans", lines: comparison.plans.iter().map(plan).collect() },
        Section { title: "Evidence", lines: comparison.evidence.iter().map(evidence).collect() },
        Section { title: "Clients", lines: comparison.clients.iter().map(client).collect() },
        Section { title: "Claims", lines: comparison.claims.iter().map(claim).collect() },
        Section { title: "Record", lines: records(comparison) },
        Section { title: "Regressions", lines: regressions(comparison) },
    ];
    all.into_iter().filter(|section| !section.lines.is_empty()).collect()
}

fn answers(comparison: &Comparison) -> Vec<Line> {
    let said = comparison.answers.iter().filter(|it| it.before != it.after || !moved_parts(comparison, it));
    said.map(answer).chain(comparison.parts.iter().map(parts::parts)).collect()
}

/// Whether an answer that keeps its status is said by what became of its parts.
pub(crate) fn moved_parts(comparison: &Comparison, change: &AnswerChange) -> bool {
    comparison.parts.iter().any(|it| it.at == change.at && it.after == change.after)
}

fn levels(comparison: &Comparison) -> Vec<Line> {
    let mut lines = Vec::new();
    lines.extend(comparison.version.as_ref().map(version));
    lines.extend(comparison.tracks.iter().map(track));
    lines.extend(comparison.levels.iter().map(level));
    lines
}

pub(crate) fn version((before, after): &(String, String)) -> Line {
    vec![words("principles "), name(before), words(" → "), name(after)]
}

pub(crate) fn track(change: &TrackChange) -> Line {
    let what = if change.applies { "applies now, at level" } else { "no longer applies; it was at level" };
    vec![Piece::Track(change.track.clone()), words(format!(" {what} {}", change.level))]
}

pub(crate) fn level(change: &LevelChange) -> Line {
    let moved = format!(" {} → {}", change.before, change.after);
    let track = Piece::Track(change.track.clone());
    [vec![track, words(moved)], causes(&change.causes)].concat()
}

/// What moved a level, after a colon; nothing where that is not known.
pub(crate) fn causes(causes: &[Cause]) -> Line {
    let mut line = Line::new();
    for (index, cause) in causes.iter().enumerate() {
        line.push(words(if index == 0 { ": " } else { ", " }));
        match cause {
            Cause::Answer { requirement, before, after } => {
                line.push(Piece::Asked(requirement.clone()));
                line.push(words(match (before, after) {
                    (Status::Met, _) => " left met".to_owned(),
                    (_, Status::Met) => " is met now".to_owned(),
                    (before, after) => format!(" was {}, is {}", before.as_str(), after.as_str()),
                }));
            }
            Cause::ClientIn(client) => line.extend([words("client "), name(client), words(" counts now")]),
            Cause::ClientOut(client) => {
                line.extend([words("client "), name(client), words(" counts no more")]);
            }
        }
    }
    line
}

pub(crate) fn answer(change: &AnswerChange) -> Line {
    let after = if change.unreadable { "unreadable" } else { change.after.as_str() };
    let moved = format!(": {} → {after}", change.before.as_str());
    let mut line = vec![at(&change.at, &change.requirement), words(moved)];
    if change.before == change.after && !change.unreadable {
        line.push(words(", with other parts missing"));
    }
    if let Some(follows) = &change.follows {
        line.extend([words(", was implied by "), Piece::Asked(follows.clone())]);
    }
    line.extend(list(" for ", &change.clients));
    line
}

fn at(at: &Path, requirement: &str) -> Piece {
    Piece::Answer { at: at.to_string(), requirement: requirement.to_owned() }
}

pub(crate) fn evidence(change: &EvidenceChange) -> Line {
    let mut line = vec![at(&change.at, &change.requirement)];
    let is_in = |list: &[String], item: &String| list.contains(item);
    let pick = |from: &[String], other: &[String], both: bool| -> Vec<String> {
        from.iter().filter(|item| is_in(other, item) == both).cloned().collect()
    };
    let groups = [
        (" new ", pick(&change.added, &change.removed, false)),
        (" gone ", pick(&change.removed, &change.added, false)),
        (" changed ", pick(&change.added, &change.removed, true)),
    ];
    let mut divider = ":";
    for (title, items) in groups {
        if !items.is_empty() {
            line.push(words(divider));
            divider = ";";
        }
        line.extend(list(title, &items));
    }
    if change.lost {
        line.push(words("; nothing public is left"));
    }
    for weakness in &change.weaker {
        match weakness {
            Weakness::Fewer { before, after } => {
                line.push(words(format!("; weaker: {before} public items before, {after} now")));
            }
            Weakness::Unpinned { locator } => {
                line.extend([words("; weaker: not pinned any more: "), name(locator)]);
            }
            Weakness::CheckDropped { locator } => {
                line.extend([words("; weaker: less must hold in "), name(locator)]);
            }
        }
    }
    line
}

fn list(title: &str, names: &[String]) -> Line {
    let mut line = Line::new();
    for (index, item) in names.iter().enumerate() {
        line.push(words(if index == 0 { title } else { ", " }));
        line.push(name(item));
    }
    line
}

pub(crate) fn client(change: &ClientChange) -> Line {
    let what = match change.what {
        ClientMove::Added if change.primary => " is new, and primary",
        ClientMove::Added => " is new; no level rests on it",
        ClientMove::Removed if change.primary => " is gone; it was primary",
        ClientMove::Removed => " is gone; no level rested on it",
        ClientMove::Primary => " is primary now",
        ClientMove::NotPrimary => " is no longer primary",
    };
    vec![name(&change.name), words(what)]
}

pub(crate) fn claim(change: &ClaimChange) -> Line {
    let level = |claim: Option<u8>| claim.map_or_else(|| "none".to_owned(), |level| level.to_string());
    let moved = format!(" {} → {}", level(change.before), level(change.after));
    vec![Piece::Track(change.track.clone()), words(moved)]
}

pub(crate) fn records(comparison: &Comparison) -> Vec<Line> {
    let withdrawn = comparison.withdrawn.iter().map(|it| {
        let reason = it.reason.as_ref().map(|why| [words(", because: "), name(&shorten(why))]);
        [words("withdrawn: "), name(&it.names)].into_iter().chain(reason.into_iter().flatten()).collect()
    });
    let gone = comparison.unrecorded.iter().map(|at| vec![words("entry of withdrawals gone: "), name(at)]);
    let ignored = comparison.ignored.iter().map(|it| {
        let rule = it.rule.as_deref().unwrap_or_default();
        vec![words("accepted from now on: "), name(rule), words(" at "), name(&it.names)]
    });
    withdrawn.chain(gone).chain(ignored).collect()
}

fn regressions(comparison: &Comparison) -> Vec<Line> {
    let said = comparison.regressions.iter().map(|it| {
        let (title, what) = (name(&it.at), words(format!(": {}", kind(&it.kind))));
        let end = if it.acknowledged.is_some() { ", withdrawn in this change" } else { "" };
        vec![title, what, words(end)]
    });
    said.collect()
}

/// The rule that reports this kind.
fn kind(kind: &RegressionKind) -> &'static str {
    match kind {
        RegressionKind::LeftMet { .. } => "answer-left-met",
        RegressionKind::EvidenceLost { .. } => "evidence-lost",
        RegressionKind::TrackDropped { .. } => "track-dropped",
        RegressionKind::ClientRemoved { .. }
        | RegressionKind::ClientNotPrimary { .. }
        | RegressionKind::ClientBehind { .. } => "client-dropped",
        RegressionKind::PrinciplesOlder { .. } => "principles-older",
        RegressionKind::LevelFell { .. } => "level-fell",
    }
}

/// Paths of the regressions that were, or were not, owned up to.
fn paths(comparison: &Comparison, acknowledged: bool) -> Vec<&Path> {
    let all = comparison.regressions.iter().filter(|it| it.acknowledged.is_some() == acknowledged);
    all.map(|it| &it.at).collect()
}
