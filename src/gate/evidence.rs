//! Evidence of answers that are in both declarations: what is other, and whether it got weaker.

use super::answers::{Both, both, name};
use super::model::{EvidenceChange, Regression, RegressionKind, Weakness};
use super::pair::Pair;
use super::side::Side;
use super::strength::{checks, is_pinned, is_public, page, same};
use crate::assessment::RequirementStanding;
use crate::declaration::{Client, Item};
use crate::principles::{Catalogue, Track};

/// What changed in the evidence of a track's answers.
pub(super) fn changes<'a>(
    before: &Side<'a>,
    after: &Side<'a>,
    catalogue: &Catalogue,
    track: &Track,
    pair: &Pair<'a>,
) -> Vec<EvidenceChange> {
    let mut changes = Vec::new();
    for Both { before: old, after: new } in both(before, after, track, pair) {
        let Some(requirement) = catalogue.requirement(&old.id) else { continue };
        let at = name(old, new, pair.name().filter(|_| track.per_cli));
        if !pair.covers(&at) {
            continue;
        }
        let client = |client: Option<&'a Client>| client.filter(|_| track.per_cli);
        let (Some(from), to) =
            (before.answer(requirement, client(pair.before)), after.answer(requirement, client(pair.after)))
        else {
            continue;
        };
        let met = old.is_met() && new.is_met();
        // An answer that another one implies by now rests on the evidence of that one.
        let written = to.filter(|_| new.implied_by.is_none());
        if written.is_none() && !met {
            continue;
        }
        let items = written.map_or(&[] as &[Item], |answer| &answer.evidence);
        let had = from.evidence.iter().any(is_public);
        let has = match new.implied_by {
            Some(_) => implied_is_public(after, catalogue, track, new, client(pair.after)),
            None => items.iter().any(is_public),
        };
        let lost = met && old.implied_by.is_none() && had && !has;
        let weaker =
            if met && !lost && written.is_some() { weaker(&from.evidence, items) } else { Vec::new() };
        let names = |items: &[Item], others: &[Item]| -> Vec<String> {
            items.iter().filter(|item| !others.iter().any(|it| same(it, item))).map(Item::name).collect()
        };
        let (added, removed) = (names(items, &from.evidence), names(&from.evidence, items));
        if !(added.is_empty() && removed.is_empty() && weaker.is_empty()) {
            changes.push(EvidenceChange { at, requirement: old.id.clone(), added, removed, weaker, lost });
        }
    }
    changes
}

/// Whether the answer that implies this one, or the one that implies that, has public evidence.
fn implied_is_public<'a>(
    side: &Side<'a>,
    catalogue: &Catalogue,
    track: &Track,
    standing: &RequirementStanding,
    client: Option<&'a Client>,
) -> bool {
    let standings = side.standing(track, client).map(|(_, standings)| standings).unwrap_or_default();
    let mut next = standing.implied_by.as_deref();
    // Implications form no circle, so there are never more steps than requirements.
    for _ in 0..standings.len() {
        let Some(id) = next else { return false };
        let answer = catalogue.requirement(id).and_then(|it| side.answer(it, client));
        if answer.is_some_and(|answer| answer.evidence.iter().any(is_public)) {
            return true;
        }
        next = standings.iter().find(|it| it.id == id).and_then(|it| it.implied_by.as_deref());
    }
    false
}

/// In what way the items of a met answer say less than they did.
fn weaker(before: &[Item], after: &[Item]) -> Vec<Weakness> {
    let mut old: Vec<&Item> = strongest_first(before);
    let mut new: Vec<&Item> = strongest_first(after);
    let mut weaker = Vec::new();
    if new.len() < old.len() {
        weaker.push(Weakness::Fewer { before: old.len(), after: new.len() });
    }
    // What stayed as it was first, then what is about the same page, then what can only have come in place of the other.
    let alike: [fn(&Item, &Item) -> bool; 3] = [same, |a, b| page(a) == page(b), |_, _| true];
    for alike in alike {
        old.retain(|item| {
            let Some(index) = new.iter().position(|it| alike(item, it)) else { return true };
            let now = new.remove(index);
            if is_pinned(item) && !is_pinned(now) {
                weaker.push(Weakness::Unpinned { locator: now.name() });
            }
            if checks(item) > checks(now) {
                weaker.push(Weakness::CheckDropped { locator: now.name() });
            }
            false
        });
    }
    weaker
}

/// Public items, each once, in an order that layout has no say in.
fn strongest_first(items: &[Item]) -> Vec<&Item> {
    let mut items: Vec<&Item> = items.iter().filter(|item| is_public(item)).collect();
    items.sort_by_cached_key(|item| {
        (
            std::cmp::Reverse((checks(item), is_pinned(item))),
            item.name(),
            format!("{:?}", (&item.locators, &item.checks, &item.sha256, &item.commit)),
        )
    });
    items.dedup_by(|a, b| same(a, b));
    items
}

/// Met answers that nothing public shows any more, each once.
pub(super) fn regressions(changes: &[EvidenceChange]) -> Vec<Regression> {
    let lost = changes.iter().filter(|change| change.lost);
    let regressions = lost.map(|change| Regression {
        at: change.at.clone(),
        kind: RegressionKind::EvidenceLost { requirement: change.requirement.clone() },
        acknowledged: None,
    });
    regressions.collect()
}
