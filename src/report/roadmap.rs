//! What stands between here and the next level of each track, cheapest first; and what is missing beyond.

mod cost;
mod step;

pub use cost::Cost;
pub use step::Step;

use super::answer::{Answer, Funding, Plan};
use super::mark::Mark;
use super::model::{HIGHEST, Requirement, Track};
use super::same_registry::Own;
use crate::principles;
use crate::render::Report;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// A requirement that is not met.
#[derive(Debug)]
pub struct Gap<'a> {
    /// What is asked.
    pub asked: &'a principles::Requirement,
    /// The title of its track.
    pub track: &'a str,
    /// The id of its track.
    pub track_id: &'a str,
    /// Whether it keeps the track from its next level.
    pub is_next: bool,
    /// Whether a level rests on it: not where only clients lack it that no level rests on.
    pub counts: bool,
    /// How it stands: of several clients that a level rests on, the one with the most to do, as far as that is known.
    pub mark: Mark,
    /// What it costs.
    pub cost: Cost,
    /// What there is to do, cheapest first: one step, or one for all clients that share an answer.
    pub steps: Vec<Step<'a>>,
    /// Clients that do not meet it either, and that no level rests on, with how they stand.
    pub aside: Vec<(&'a str, Mark)>,
    /// Guides and standards that help.
    pub guidance: Vec<&'a principles::Reference>,
    /// How other registries did it.
    pub examples: Vec<&'a principles::Example>,
}

impl<'a> Gap<'a> {
    /// Whether a plan for it is past its day.
    #[must_use]
    pub fn is_overdue(&self) -> bool {
        self.plans().any(|plan| plan.is_overdue)
    }

    /// The day on which it was to be done, where that is past: the first of them.
    #[must_use]
    pub fn overdue_since(&self) -> Option<Date> {
        self.plans().filter(|plan| plan.is_overdue).filter_map(|plan| plan.by).min()
    }

    /// The day by which all of it is planned, as far as plans name one.
    #[must_use]
    pub fn by(&self) -> Option<Date> {
        self.plans().filter_map(|plan| plan.by).max()
    }

    /// How it is funded: money that is looked for is said before money that is there.
    #[must_use]
    pub fn funding(&self) -> Option<Funding<'a>> {
        self.plans().filter_map(|plan| plan.funding).min_by_key(|funding| match funding {
            Funding::Needed => 0,
            Funding::Funded(_) => 1,
            Funding::NoneNeeded => 2,
        })
    }

    /// Where the work is tracked, each place once.
    #[must_use]
    pub fn issues(&self) -> BTreeSet<&'a str> {
        self.plans().filter_map(|plan| plan.issue).collect()
    }

    fn plans(&self) -> impl Iterator<Item = &Plan<'a>> {
        self.steps.iter().filter_map(|step| step.plan.as_ref())
    }
}

/// Every gap, track by track: first those to the next level, then those beyond by level; cheapest first.
pub(super) fn gaps<'a>(report: &'a Report<'a>, tracks: &[Track<'a>]) -> Vec<Gap<'a>> {
    let registry = report.declaration.map(|it| &it.registry);
    let name = registry.and_then(|it| it.name.as_deref());
    let own = Own::new(name, registry.and_then(|it| it.url.as_deref()), report.catalogue);
    let mut gaps = Vec::new();
    for track in tracks {
        let counting: BTreeSet<&str> =
            track.clients.iter().filter(|it| it.primary).map(|it| it.name).collect();
        let found = track.requirements.iter().filter_map(|it| gap(report, track, it, &counting, &own));
        let mut found: Vec<Gap<'a>> = found.collect();
        found.sort_by_key(|gap| (!gap.is_next, !gap.counts, gap.asked.level, gap.cost));
        gaps.extend(found);
    }
    gaps
}

fn gap<'a>(
    report: &'a Report<'a>,
    track: &Track<'a>,
    requirement: &Requirement<'a>,
    counting: &BTreeSet<&str>,
    own: &Own<'_>,
) -> Option<Gap<'a>> {
    let asked = requirement.asked;
    let open: Vec<&Answer<'a>> =
        requirement.answers.iter().filter(|it| !matches!(it.mark, Mark::Met | Mark::NotApplicable)).collect();
    if open.is_empty() {
        return None;
    }
    // Where no client is primary, the track has none, or the declaration is refused.
    let counts = |client: &&str| counting.is_empty() || counting.contains(client);
    let rests = |answer: &&&Answer<'a>| answer.clients.is_empty() || answer.clients.iter().any(counts);
    let is_counted = open.iter().any(|it| rests(&it));
    let (mut steps, aside): (Vec<Step<'a>>, Vec<(&str, Mark)>) = if is_counted {
        let of_counted = open.iter().filter(rests).map(|it| Step::of(it, counts));
        let others = open.iter().flat_map(|it| it.clients.iter().map(|client| (*client, it.mark)));
        (of_counted.collect(), others.filter(|(client, _)| !counts(client)).collect())
    } else {
        (open.iter().map(|it| Step::of(it, |_| true)).collect(), Vec::new())
    };
    steps.sort_by_key(|step| step.cost);
    let next = track.standing.as_ref().map_or(HIGHEST, |it| it.supported) + 1;
    let named = |id: &str| report.catalogue.references.iter().find(|it| it.id == id);
    let worst = cost::worst(&steps);
    Some(Gap {
        asked,
        track: track.title,
        track_id: track.id,
        is_next: asked.level == next && is_counted,
        counts: is_counted,
        mark: worst.map_or(Mark::Unknown, |(mark, _)| mark),
        cost: worst.map(|(_, cost)| cost).unwrap_or_default(),
        steps,
        aside,
        guidance: asked.see.iter().filter_map(|id| named(id)).collect(),
        examples: asked.examples.iter().filter(|it| !own.is(&it.registry)).collect(),
    })
}
