//! Answers, client by client and as they count.

use super::model::{AnswerChange, Move, Regression, RegressionKind};
use super::pair::{Pair, is_own};
use super::side::Side;
use crate::assessment::RequirementStanding;
use crate::declaration::Status;
use crate::principles::Track;
use crate::read::Path;

/// One requirement in both declarations, for one client.
pub(super) struct Both<'a> {
    pub(super) before: &'a RequirementStanding,
    pub(super) after: &'a RequirementStanding,
}

/// Every requirement of a track in both declarations; none where a declaration does not have the client.
pub(super) fn both<'a>(
    before: &'a Side<'_>,
    after: &'a Side<'_>,
    track: &Track,
    pair: &Pair<'_>,
) -> Vec<Both<'a>> {
    let old = before.standing(track, pair.before).map(|(_, standings)| standings);
    let new = after.standing(track, pair.after).map(|(_, standings)| standings);
    // One catalogue, so one order.
    let (old, new) = (old.unwrap_or_default(), new.unwrap_or_default());
    old.iter().zip(new).map(|(before, after)| Both { before, after }).collect()
}

/// How many answers left met.
pub(super) fn left_met(before: &Side<'_>, after: &Side<'_>, track: &Track, pair: &Pair<'_>) -> usize {
    both(before, after, track, pair).iter().filter(|it| it.before.is_met() && !it.after.is_met()).count()
}

/// The answers that moved.
pub(super) fn changes(
    before: &Side<'_>,
    after: &Side<'_>,
    track: &Track,
    pair: &Pair<'_>,
) -> Vec<AnswerChange> {
    let both = both(before, after, track, pair);
    let left =
        |id: &str| both.iter().any(|it| it.before.id == id && it.before.is_met() && !it.after.is_met());
    let moved = both.iter().filter_map(|Both { before: was, after: is }| {
        let way = way(was, is).or_else(|| leaves_out(before, after, was, is).then_some(Move::Down))?;
        let (before, after) = (was, is);
        let client = pair.name().filter(|_| track.per_cli);
        let at = name(before, after, client);
        pair.covers(&at).then(|| AnswerChange {
            at,
            requirement: before.id.clone(),
            track: track.id.to_string(),
            level: before.level,
            clients: client.map(str::to_owned).into_iter().collect(),
            before: before.status,
            after: after.status,
            way,
            follows: before.implied_by.clone().filter(|it| way == Move::LeftMet && left(it)),
            unreadable: after.unreadable,
        })
    });
    moved.collect()
}

/// Which way an answer moved; `None` where it did not.
fn way(before: &RequirementStanding, after: &RequirementStanding) -> Option<Move> {
    if before.status == after.status {
        // An answer that named nothing said nothing of the parts.
        let named = before.status == Status::Partial && !before.missing.is_empty();
        let less = after.missing.iter().any(|it| !before.missing.contains(it));
        return (named && less).then_some(Move::Down);
    }
    Some(match (rank(before.status), rank(after.status)) {
        _ if before.is_met() => Move::LeftMet,
        _ if after.is_met() => Move::Up,
        (Some(before), Some(after)) if before < after => Move::Up,
        _ => Move::Down,
    })
}

/// Whether an answer that is in the count says of parts that they cannot apply of which it did not say so.
fn leaves_out(
    before: &Side<'_>,
    after: &Side<'_>,
    was: &RequirementStanding,
    is: &RequirementStanding,
) -> bool {
    if !was.is_applicable() || !is.is_applicable() {
        return false;
    }
    let (old, new) = (before.parts_left_out(was), after.parts_left_out(is));
    new.iter().any(|part| !old.contains(part))
}

/// The lattice. What leaves the count stands beside it: only met is above.
fn rank(status: Status) -> Option<u8> {
    match status {
        Status::Unknown => Some(0),
        Status::Unmet => Some(1),
        Status::Planned => Some(2),
        Status::Partial => Some(3),
        Status::Met => Some(4),
        Status::NotApplicable => None,
    }
}

/// What a withdrawal calls an answer: the client's own where either declaration has one, else the default.
pub(super) fn name(before: &RequirementStanding, after: &RequirementStanding, client: Option<&str>) -> Path {
    let has_own = |standing: &RequirementStanding| standing.answer.as_ref().is_some_and(is_own);
    let top = match client {
        Some(client) if has_own(before) || has_own(after) => Path::top().key("clis").key(client),
        _ => Path::top(),
    };
    top.key("answers").key(&before.id)
}

/// One change for each name: a default that several clients share changed once.
pub(super) fn merge(changes: Vec<AnswerChange>) -> Vec<AnswerChange> {
    let mut merged: Vec<AnswerChange> = Vec::new();
    for change in changes {
        let same = merged.iter_mut().find(|it| {
            it.at == change.at
                && it.before == change.before
                && it.after == change.after
                && it.follows == change.follows
        });
        match same {
            Some(same) => same.clients.extend(change.clients),
            None => merged.push(change),
        }
    }
    merged
}

/// The answers that left met by themselves, each once, with what followed from it.
pub(super) fn regressions(changes: &[AnswerChange]) -> Vec<Regression> {
    let mut regressions: Vec<Regression> = Vec::new();
    let left = || changes.iter().filter(|change| change.way == Move::LeftMet);
    for change in left().filter(|change| change.follows.is_none()) {
        if let Some(Regression { kind: RegressionKind::LeftMet { clients, .. }, .. }) =
            regressions.iter_mut().find(|it| it.at == change.at)
        {
            clients.extend(change.clients.iter().cloned());
            continue;
        }
        let mut implied: Vec<String> = Vec::new();
        let mut causes = vec![change.requirement.clone()];
        while let Some(cause) = causes.pop() {
            let followed = left().filter(|it| it.follows.as_ref() == Some(&cause));
            for next in followed.map(|it| it.requirement.clone()) {
                if !implied.contains(&next) {
                    implied.push(next.clone());
                    causes.push(next);
                }
            }
        }
        regressions.push(Regression {
            at: change.at.clone(),
            kind: RegressionKind::LeftMet {
                requirement: change.requirement.clone(),
                after: change.after,
                unreadable: change.unreadable,
                clients: change.clients.clone(),
                implied,
            },
            acknowledged: None,
        });
    }
    regressions
}
