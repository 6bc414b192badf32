//! Answers and their parts.

use super::Progress;
use super::teller::Teller;
use crate::assessment::TrackStanding;
use crate::declaration::Status;
use crate::gate::{AnswerChange, Comparison, Move, Part, PartsChange};
use crate::render::Report;
use crate::render::changes::{self, Piece};

/// What is said of a gain that nobody can see.
const BUT: &str = ", but its evidence is contradicted now";

pub(super) fn take<'a>(
    progress: &mut Progress<'a>,
    comparison: &Comparison,
    report: &Report<'_>,
    teller: &Teller<'a, '_>,
) {
    let own = |change: &AnswerChange| {
        let mut all = comparison.parts.iter();
        all.find(|it| it.at == change.at && (it.before, it.after) == (change.before, change.after))
    };
    for change in &comparison.answers {
        if change.before == change.after && changes::moved_parts(comparison, change) {
            continue;
        }
        let parts = own(change).filter(|it| it.before != it.after);
        let (gained, lost) = parts.map_or((&[] as &[Part], &[] as &[Part]), |it| (&it.gained, &it.lost));
        let mut line = changes::answer(change);
        for (what, parts) in [("; holds now: ", gained), ("; holds no more: ", lost)] {
            if !parts.is_empty() {
                line.push(Piece::Words(what.to_owned()));
                line.extend(changes::named(parts));
            }
        }
        let is_up = change.way == Move::Up && matches!(change.after, Status::Met | Status::Partial);
        let is_contradicted = is_up && contradicted(report, &change.requirement, &change.clients);
        if is_contradicted {
            line.push(Piece::Words(BUT.to_owned()));
        }
        let side = match change.way {
            Move::LeftMet => &mut progress.lost,
            Move::Up if is_up && !is_contradicted => &mut progress.gained,
            Move::Down if held_and_does_not(change) => &mut progress.lost,
            Move::Up | Move::Down => &mut progress.also,
        };
        side.push(teller.tell(line));
    }
    for change in &comparison.parts {
        let is_contradicted = contradicted(report, &change.requirement, &change.clients);
        parts(progress, change, is_contradicted, teller);
    }
}

/// Whether some of it held, and it is not said any more that any does.
fn held_and_does_not(change: &AnswerChange) -> bool {
    let is_none = matches!(change.after, Status::Planned | Status::Unmet | Status::Unknown);
    change.before == Status::Partial && is_none && !change.unreadable
}

fn parts<'a>(
    progress: &mut Progress<'a>,
    change: &PartsChange,
    is_contradicted: bool,
    teller: &Teller<'a, '_>,
) {
    let say = |list: &mut Vec<_>, said: &[(&'static str, &Vec<Part>)]| {
        if said.iter().any(|(_, parts)| !parts.is_empty()) {
            list.push(teller.tell(changes::parts_of(change, said)));
        }
    };
    // With the status, they are said beside it.
    if change.before == change.after {
        if is_contradicted && !change.gained.is_empty() {
            let mut line = changes::parts_of(change, &[("holds now:", &change.gained)]);
            line.push(Piece::Words(BUT.to_owned()));
            progress.also.push(teller.tell(line));
        } else {
            say(&mut progress.gained, &[("holds now:", &change.gained)]);
        }
        say(&mut progress.lost, &[("holds no more:", &change.lost)]);
    }
    say(
        &mut progress.also,
        &[("said not to apply now:", &change.left_out), ("counts now:", &change.counted)],
    );
}

/// Whether what the answer rests on was seen to be otherwise.
fn contradicted(report: &Report<'_>, requirement: &str, clients: &[String]) -> bool {
    let tracks = report.assessment.map_or(&[] as &[_], |it| &it.tracks);
    let standings = tracks.iter().flat_map(TrackStanding::standings);
    let own = standings.filter(|(client, _)| client.is_none_or(|name| clients.iter().any(|it| it == name)));
    own.flat_map(|(_, standing)| &standing.requirements).any(|it| it.id == requirement && it.contradicted)
}
