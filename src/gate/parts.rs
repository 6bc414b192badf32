//! The parts of requirements, as answers have them: which are new, which are gone, and which left the count. Nothing is judged
//! here.

use super::answers::{Both, both, name};
use super::model::{Part, PartsChange};
use super::pair::Pair;
use super::side::Side;
use crate::assessment::RequirementStanding;
use crate::declaration::Status;
use crate::principles::{Catalogue, Requirement, Track};

/// The answers whose parts moved. Where an answer becomes met, or leaves met for something that has no parts, its status says
/// it all.
pub(super) fn changes(
    before: &Side<'_>,
    after: &Side<'_>,
    catalogue: &Catalogue,
    track: &Track,
    pair: &Pair<'_>,
) -> Vec<PartsChange> {
    let changes =
        both(before, after, track, pair).into_iter().filter_map(|Both { before: was, after: is }| {
            let client = pair.name().filter(|_| track.per_cli);
            let at = name(was, is, client);
            let asked = catalogue.requirement(&was.id).filter(|_| pair.covers(&at))?;
            let (old_away, new_away) = (before.parts_left_out(was), after.parts_left_out(is));
            let (old, new) = (holding(asked, was, &old_away), holding(asked, is, &new_away));
            let (mut gained, mut lost) = (Vec::new(), Vec::new());
            if let (Some(old), Some(new)) = (old, new) {
                if is.status == Status::Partial {
                    gained = beyond(&new, &[&old, &old_away]);
                }
                if is.status == Status::Partial || was.status == Status::Partial {
                    lost = beyond(&old, &[&new, &new_away]);
                }
            }
            let (mut left_out, mut counted) = (Vec::new(), Vec::new());
            if was.is_applicable() && is.is_applicable() {
                (left_out, counted) = (beyond(&new_away, &[&old_away]), beyond(&old_away, &[&new_away]));
            }
            let named = |ids: Vec<&str>| ids.into_iter().map(|id| part(asked, id)).collect::<Vec<_>>();
            let change = PartsChange {
                at,
                requirement: was.id.clone(),
                clients: client.map(str::to_owned).into_iter().collect(),
                before: was.status,
                after: is.status,
                left_out: named(left_out),
                counted: named(counted),
                gained: named(gained),
                lost: named(lost),
            };
            let lists = [&change.gained, &change.lost, &change.left_out, &change.counted];
            lists.iter().any(|list| !list.is_empty()).then_some(change)
        });
    changes.collect()
}

/// The mandatory parts that an answer says hold; `None` where it does not say which.
fn holding<'a>(asked: &'a Requirement, is: &RequirementStanding, away: &[&str]) -> Option<Vec<&'a str>> {
    let counted = asked.parts.iter().filter(|part| !part.optional && !away.contains(&&*part.id));
    let ids = counted.map(|part| &*part.id);
    match is.status {
        _ if is.unreadable => None,
        Status::NotApplicable => None,
        Status::Partial if is.missing.is_empty() => None,
        Status::Partial => Some(ids.filter(|id| !is.missing.iter().any(|it| it == id)).collect()),
        Status::Met => Some(ids.collect()),
        Status::Planned | Status::Unmet | Status::Unknown => Some(Vec::new()),
    }
}

fn beyond<'a>(these: &[&'a str], others: &[&[&str]]) -> Vec<&'a str> {
    these.iter().filter(|id| !others.iter().any(|list| list.contains(*id))).copied().collect()
}

fn part(asked: &Requirement, id: &str) -> Part {
    Part { id: id.to_owned(), text: asked.part(id).map(|it| it.text.to_string()) }
}
