//! Levels: what moved them, and whether one fell for a reason that nothing else names.

use super::answers::{Both, both, name};
use super::model::{
    AnswerChange, Cause, ClientChange, ClientMove, LevelChange, Move, Regression, RegressionKind,
};
use super::pair::Pair;
use super::side::Side;
use crate::principles::{Catalogue, Track};

/// The levels that are others now, with what made them so.
pub(super) fn changes(
    before: &Side<'_>,
    after: &Side<'_>,
    catalogue: &Catalogue,
    answers: &[AnswerChange],
    clients: &[ClientChange],
) -> Vec<LevelChange> {
    let changed = catalogue.tracks.iter().filter_map(|track| {
        let (old, new) = (before.level(&track.id)?, after.level(&track.id)?);
        if old == new {
            return None;
        }
        let (low, high) = (old.min(new), old.max(new));
        let moved = answers.iter().filter(|it| it.track == track.id && it.level > low && it.level <= high);
        let moved = moved.filter(|it| (it.way == Move::Up) == (old < new));
        // A client that no level rests on moves none: now, where it fell; before, where it rose.
        let weighs = |client: &String| weighs(if new < old { after } else { before }, client);
        let moved = moved.filter(|it| it.clients.is_empty() || it.clients.iter().any(weighs));
        let mut causes: Vec<Cause> = Vec::new();
        for change in moved {
            let cause = Cause::Answer {
                requirement: change.requirement.clone(),
                before: change.before,
                after: change.after,
            };
            if !causes.contains(&cause) {
                causes.push(cause);
            }
        }
        if track.per_cli {
            // Only one that is below the level now, or held it there before.
            let lowers =
                |side: &Side<'_>, name: &str| own_level(side, track, name).is_none_or(|it| it < high);
            causes.extend(clients.iter().filter_map(|client| {
                let name = client.name.clone();
                let is_in = match client.what {
                    ClientMove::Added => client.primary,
                    ClientMove::Primary => true,
                    ClientMove::Removed | ClientMove::NotPrimary => false,
                };
                let is_out = match client.what {
                    ClientMove::Removed => client.primary,
                    ClientMove::NotPrimary => true,
                    ClientMove::Added | ClientMove::Primary => false,
                };
                if new < old && is_in && lowers(after, &name) {
                    Some(Cause::ClientIn(name))
                } else if new > old && is_out && lowers(before, &name) {
                    Some(Cause::ClientOut(name))
                } else {
                    None
                }
            }));
        }
        Some(LevelChange { track: track.id.to_string(), before: old, after: new, causes })
    });
    changed.collect()
}

/// The declared level of one client.
fn own_level(side: &Side<'_>, track: &Track, name: &str) -> Option<u8> {
    let client = side.declaration.clis.iter().find(|client| client.name == name)?;
    Some(side.standing(track, Some(client))?.0)
}

fn weighs(side: &Side<'_>, name: &str) -> bool {
    let client = side.declaration.clis.iter().find(|client| client.name == name);
    client.is_some_and(|client| side.is_primary(client))
}

/// What made a level fall over the clients that both have, and has not left met: it did not apply, and now it does.
pub(super) fn regressions(
    before: &Side<'_>,
    after: &Side<'_>,
    track: &Track,
    pairs: &[Pair<'_>],
) -> Vec<Regression> {
    let weighing = || pairs.iter().filter(|pair| pair.primary || !track.per_cli);
    let least = |side: &Side<'_>, now: bool| {
        let level =
            |pair: &Pair<'_>| Some(side.standing(track, if now { pair.after } else { pair.before })?.0);
        weighing().filter_map(level).min()
    };
    let (Some(old), Some(new)) = (least(before, false), least(after, true)) else { return Vec::new() };
    let mut regressions: Vec<Regression> = Vec::new();
    if new >= old {
        return regressions;
    }
    for pair in weighing() {
        for Both { before, after } in both(before, after, track, pair) {
            let is_reason =
                before.level <= old && !before.is_applicable() && after.is_applicable() && !after.is_met();
            let at = name(before, after, pair.name().filter(|_| track.per_cli));
            if is_reason && !regressions.iter().any(|it| it.at == at) {
                let kind = RegressionKind::LevelFell {
                    track: track.id.to_string(),
                    before: old,
                    after: new,
                    requirement: before.id.clone(),
                    now: after.status,
                };
                regressions.push(Regression { at, kind, acknowledged: None });
            }
        }
    }
    regressions
}
