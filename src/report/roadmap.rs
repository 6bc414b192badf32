//! What stands between here and the next level of each track, cheapest first; and what is missing beyond.

use super::answer::{Answer, Part, PartState, Plan};
use super::mark::Mark;
use super::model::{HIGHEST, Requirement, Track};
use super::same_registry::is_same;
use crate::principles;
use crate::render::Report;
use jiff::civil::Date;

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
    /// What there is to do: one step, or one for all clients that share an answer.
    pub steps: Vec<Step<'a>>,
    /// Guides and standards that help.
    pub guidance: Vec<&'a principles::Reference>,
    /// How other registries did it.
    pub examples: Vec<&'a principles::Example>,
}

/// What there is to do about an answer.
#[derive(Debug)]
pub struct Step<'a> {
    /// The clients that it is about; empty where the track has none.
    pub clients: Vec<&'a str>,
    /// How it stands.
    pub mark: Mark,
    /// What is to be done, part by part; empty where the requirement is one condition.
    pub parts: Vec<Part<'a>>,
    /// What the registry says of it.
    pub note: Option<&'a str>,
    /// How it will be met.
    pub plan: Option<Plan<'a>>,
}

/// What a gap costs, as far as its answer tells: the less, the sooner. The kind of work, how many parts, whether no day is named,
/// and the day.
type Cost = (u8, usize, bool, Option<Date>);

impl Gap<'_> {
    /// Whether a plan for it is past its day.
    #[must_use]
    pub fn is_overdue(&self) -> bool {
        self.steps.iter().any(|step| step.plan.as_ref().is_some_and(|plan| plan.is_overdue))
    }

    /// The day of the earliest plan.
    #[must_use]
    pub fn by(&self) -> Option<Date> {
        self.steps.iter().filter_map(|step| step.plan.as_ref()?.by).min()
    }

    /// How it stands: of several clients, the one with the most to do.
    #[must_use]
    pub fn mark(&self) -> Mark {
        self.steps.iter().max_by_key(|step| step.cost()).map_or(Mark::Unknown, |step| step.mark)
    }

    fn cost(&self) -> Cost {
        self.steps.iter().map(Step::cost).max().unwrap_or_default()
    }
}

impl<'a> Step<'a> {
    fn of(answer: &Answer<'a>) -> Self {
        let to_do = |part: &&Part<'_>| matches!(part.state, PartState::Missing | PartState::Open);
        Self {
            clients: answer.clients.clone(),
            mark: answer.mark,
            parts: answer.parts.iter().filter(to_do).cloned().collect(),
            note: answer.written.and_then(|it| it.note.as_deref()),
            plan: answer.plan.clone(),
        }
    }

    fn cost(&self) -> Cost {
        let by = self.plan.as_ref().and_then(|plan| plan.by);
        let kind = match self.mark {
            // The work is done: what is cited needs a look.
            Mark::Contradicted => 0,
            Mark::Partial => 1,
            Mark::Planned => 2,
            // What was not assessed may cost nothing or much: known work stands before it.
            Mark::Unmet => 3,
            Mark::Unreadable => 4,
            Mark::Unknown | Mark::Met | Mark::NotApplicable => 5,
        };
        // A requirement whose answer names no missing part is one condition.
        let parts = if self.mark == Mark::Partial { self.parts.len().max(1) } else { 0 };
        (kind, parts, by.is_none(), by)
    }
}

/// Every gap, track by track: first those to the next level, then those beyond by level; cheapest first.
pub(super) fn gaps<'a>(report: &'a Report<'a>, tracks: &[Track<'a>]) -> Vec<Gap<'a>> {
    let name = report.declaration.and_then(|it| it.registry.name.as_deref());
    let mut gaps = Vec::new();
    for track in tracks {
        let own = track.requirements.iter().filter_map(|it| gap(report, track, it, name));
        let mut own: Vec<Gap<'a>> = own.collect();
        own.sort_by_key(|gap| (!gap.is_next, gap.asked.level, gap.cost()));
        gaps.extend(own);
    }
    gaps
}

fn gap<'a>(
    report: &'a Report<'a>,
    track: &Track<'a>,
    requirement: &Requirement<'a>,
    name: Option<&str>,
) -> Option<Gap<'a>> {
    let asked = requirement.asked;
    let open: Vec<&Answer<'a>> =
        requirement.answers.iter().filter(|it| !matches!(it.mark, Mark::Met | Mark::NotApplicable)).collect();
    if open.is_empty() {
        return None;
    }
    let next = track.standing.as_ref().map_or(HIGHEST, |it| it.supported) + 1;
    let primary: Vec<&str> = track.clients.iter().filter(|it| it.primary).map(|it| it.name).collect();
    let weighs = |answer: &&Answer<'_>| {
        primary.is_empty() || answer.clients.iter().any(|client| primary.contains(client))
    };
    let is_next = asked.level == next && open.iter().any(weighs);
    let named = |id: &str| report.catalogue.references.iter().find(|it| it.id == id);
    let url = report.declaration.and_then(|it| it.registry.url.as_deref());
    let own = |registry: &str| is_same(name, url, registry, report.catalogue);
    Some(Gap {
        asked,
        track: track.title,
        track_id: track.id,
        is_next,
        steps: open.into_iter().map(Step::of).collect(),
        guidance: asked.see.iter().filter_map(|id| named(id)).collect(),
        examples: asked.examples.iter().filter(|it| !own(&it.registry)).collect(),
    })
}
