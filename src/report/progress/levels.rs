//! Levels and tracks. What was declared then is held against what is supported now: nobody knows what was supported then.

use super::Progress;
use super::teller::Teller;
use crate::assessment::{Standing, TrackStanding};
use crate::declaration::Status;
use crate::gate::{Cause, Comparison, LevelChange};
use crate::render::Report;
use crate::render::changes::{self, Line, Piece};

pub(super) fn take<'a>(
    progress: &mut Progress<'a>,
    comparison: &Comparison,
    report: &Report<'_>,
    teller: &Teller<'a, '_>,
) {
    let tracks = report.assessment.map_or(&[] as &[_], |it| &it.tracks);
    let standing = |id: &str| tracks.iter().find(|it| it.id == id).and_then(|it| it.standing.as_ref());
    for change in &comparison.tracks {
        let list = if change.applies { &mut progress.gained } else { &mut progress.lost };
        let now = standing(&change.track).filter(|it| change.applies && it.supported < it.declared);
        let evidence = now.map(|it| words(format!(", of which evidence supports {}", it.supported)));
        list.push(teller.tell(changes::track(change).into_iter().chain(evidence).collect()));
    }
    // Under another catalogue a level is not the same thing.
    if report.assessment.is_none_or(|it| it.principles != comparison.principles) {
        let declared =
            comparison.levels.iter().map(|it| [vec![words("declared: ")], changes::level(it)].concat());
        progress.also.extend(declared.map(|line| teller.tell(line)));
        return;
    }
    for track in tracks.iter().filter(|track| !comparison.tracks.iter().any(|it| it.track == track.id)) {
        let Some(now) = &track.standing else { continue };
        let change = comparison.levels.iter().find(|it| it.track == track.id);
        let before = change.map_or(now.declared, |it| it.before);
        let list = if now.supported < before {
            &mut progress.lost
        } else if now.supported > before && !change.is_some_and(only_without_clients) {
            &mut progress.gained
        } else if now.supported > before || now.declared > before {
            &mut progress.also
        } else {
            continue;
        };
        list.push(teller.tell(line(track, now, before, change)));
    }
}

/// Whether a level moved for no other reason than that clients count no more: nobody gained anything.
fn only_without_clients(change: &LevelChange) -> bool {
    !change.causes.is_empty() && change.causes.iter().all(|it| matches!(it, Cause::ClientOut(_)))
}

fn line(track: &TrackStanding, now: &Standing, before: u8, change: Option<&LevelChange>) -> Line {
    let (declared, supported) = (now.declared, now.supported);
    let moved = if declared == supported {
        format!(": level {before} → {supported}")
    } else if declared == before {
        format!(": declared {declared} as before, evidence supports {supported} now")
    } else {
        format!(": declared {before} → {declared}, evidence supports {supported}")
    };
    let mut line = vec![Piece::Track(track.id.clone()), words(moved)];
    let reasons = if supported < declared { contradicted(track, supported) } else { Vec::new() };
    // What is met now and contradicted is no reason for a level that evidence supports.
    let is_seen = |cause: &&Cause| {
        !matches!(cause, Cause::Answer { requirement, after: Status::Met, .. }
            if reasons.iter().any(|(id, _)| id == requirement))
    };
    let causes: Vec<Cause> =
        change.map_or(&[] as &[_], |it| &it.causes).iter().filter(is_seen).cloned().collect();
    line.extend(changes::causes(&causes));
    if !reasons.is_empty() {
        line.push(words(if causes.is_empty() { ": " } else { "; " }));
        line.extend(because(reasons));
    }
    line
}

/// Requirements that keep evidence from supporting a level that is declared, and the clients that they do for.
type Reasons<'a> = Vec<(&'a str, Vec<&'a str>)>;

fn contradicted(track: &TrackStanding, supported: u8) -> Reasons<'_> {
    let mut reasons = Reasons::new();
    let primary = |name: &str| track.clients.iter().any(|it| it.name == name && it.primary);
    // Where no client is primary, the level rests on the answers of the top level.
    let own = track.standing.iter().filter(|_| !track.clients.iter().any(|it| it.primary));
    let clients = track.standings().filter(|(client, _)| client.is_some_and(primary));
    let all = own.map(|standing| (None, standing)).chain(clients);
    for (client, standing) in all.filter(|(_, standing)| standing.supported == supported) {
        for blocker in standing.blockers.iter().filter(|it| it.contradicted) {
            match reasons.iter_mut().find(|(id, _)| *id == blocker.requirement) {
                Some((_, clients)) => clients.extend(client),
                None => reasons.push((&blocker.requirement, client.into_iter().collect())),
            }
        }
    }
    reasons
}

fn because(reasons: Reasons<'_>) -> Line {
    let mut line = vec![words("evidence is contradicted now for ")];
    for (index, (id, clients)) in reasons.into_iter().enumerate() {
        line.extend((index > 0).then(|| words(", ")));
        line.push(Piece::Asked(id.to_owned()));
        for (index, client) in clients.into_iter().enumerate() {
            line.push(words(if index == 0 { " of " } else { " and " }));
            line.push(Piece::Name(client.to_owned()));
        }
    }
    line
}

fn words(text: impl Into<String>) -> Piece {
    Piece::Words(text.into())
}
