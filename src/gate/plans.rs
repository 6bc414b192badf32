//! Plans: days, issues and funding that are others now. Nothing is judged here.

use super::answers::{Both, both, name};
use super::model::{Moved, PlanChange};
use super::pair::Pair;
use super::side::Side;
use crate::declaration::{Client, Plan, Status};
use crate::principles::{Catalogue, Requirement, Track};

/// The answers whose plans are others. What is met, or cannot apply, has no plan to wait for.
pub(super) fn changes<'a>(
    before: &'a Side<'a>,
    after: &'a Side<'a>,
    catalogue: &Catalogue,
    track: &Track,
    pair: &Pair<'a>,
) -> Vec<PlanChange> {
    let changes =
        both(before, after, track, pair).into_iter().filter_map(|Both { before: was, after: is }| {
            let client = pair.name().filter(|_| track.per_cli);
            let at = name(was, is, client);
            let asked = catalogue.requirement(&was.id).filter(|_| pair.covers(&at))?;
            if matches!(is.status, Status::Met | Status::NotApplicable) {
                return None;
            }
            let (old, new) = (plan(before, asked, pair.before), plan(after, asked, pair.after));
            let change = PlanChange {
                at,
                requirement: was.id.clone(),
                clients: client.map(str::to_owned).into_iter().collect(),
                by: moved(old.and_then(|it| it.by), new.and_then(|it| it.by)),
                issue: moved(old.and_then(|it| it.issue.clone()), new.and_then(|it| it.issue.clone())),
                funding: moved(old.and_then(|it| it.funding.clone()), new.and_then(|it| it.funding.clone())),
                funder: moved(old.and_then(|it| it.funder.clone()), new.and_then(|it| it.funder.clone())),
            };
            let is_other = change.by.is_some()
                || change.issue.is_some()
                || change.funding.is_some()
                || change.funder.is_some();
            is_other.then_some(change)
        });
    changes.collect()
}

fn plan<'a>(side: &'a Side<'a>, asked: &Requirement, client: Option<&'a Client>) -> Option<&'a Plan> {
    side.answer(asked, client)?.plan.as_ref()
}

fn moved<T: PartialEq>(before: Option<T>, after: Option<T>) -> Moved<T> {
    (before != after).then_some((before, after))
}
