//! An answer as a reader sees it: status, parts, evidence with its outcome, plan.

use super::mark::Mark;
use crate::assessment::RequirementStanding;
use crate::declaration::{self, Item};
use crate::evidence::{Outcome, Outcomes};
use crate::principles::Requirement;
use jiff::civil::Date;

/// What is said of a requirement.
#[derive(Debug)]
pub struct Answer<'a> {
    /// The clients that share it; empty where the track has none.
    pub clients: Vec<&'a str>,
    /// How it stands.
    pub mark: Mark,
    /// The title of the requirement that implies it.
    pub implied_by: Option<&'a str>,
    /// The parts of the requirement, and which of them hold.
    pub parts: Vec<Part<'a>>,
    /// Where it can be seen: what was seen to be otherwise first, then as it was written.
    pub evidence: Vec<Evidence<'a>>,
    /// How it will be met.
    pub plan: Option<Plan<'a>>,
    /// How many errors it has: its status counts as it is written.
    pub errors: usize,
    /// The answer as it was written, if one was.
    pub written: Option<&'a declaration::Answer>,
}

/// A part of a requirement, or a word in its place that the catalogue does not know.
#[derive(Clone, Debug)]
pub struct Part<'a> {
    /// Its id.
    pub id: &'a str,
    /// What is asked, where the catalogue knows it.
    pub text: Option<&'a str>,
    /// Whether it holds.
    pub state: PartState<'a>,
}

/// Whether a part holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartState<'a> {
    /// It does, as the answer has it.
    Holds,
    /// It does not.
    Missing,
    /// It cannot apply, and why.
    NotApplicable(&'a str),
    /// The framework only recommends it, and the answer does not say.
    Optional,
    /// The answer does not say.
    Open,
}

/// An item of evidence with what came of looking at it.
#[derive(Clone, Debug)]
pub struct Evidence<'a> {
    /// The item.
    pub item: &'a Item,
    /// The outcome.
    pub outcome: Outcome,
    /// What was looked for, where somebody looked.
    pub looked_for: &'a str,
    /// What was found.
    pub found: &'a str,
}

/// How a requirement will be met.
#[derive(Clone, Debug)]
pub struct Plan<'a> {
    /// The day by which.
    pub by: Option<Date>,
    /// Whether that day is past.
    pub is_overdue: bool,
    /// Where the work is tracked.
    pub issue: Option<&'a str>,
    /// How it is funded.
    pub funding: Option<Funding<'a>>,
}

/// How work is funded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Funding<'a> {
    /// Money is looked for.
    Needed,
    /// It is there, and who gives it.
    Funded(Option<&'a str>),
    /// It takes none.
    NoneNeeded,
}

impl<'a> Answer<'a> {
    pub(super) fn new(
        asked: &'a Requirement,
        standing: &RequirementStanding,
        written: Option<&'a declaration::Answer>,
        implied_by: Option<&'a str>,
        outcomes: &'a Outcomes,
        today: Date,
    ) -> Self {
        let mark = Mark::of(standing);
        Self {
            clients: Vec::new(),
            mark,
            implied_by,
            parts: parts(asked, mark, written),
            evidence: written.map_or_else(Vec::new, |it| evidence(it, outcomes)),
            plan: written.and_then(|it| plan(it, mark, today)),
            errors: 0,
            written,
        }
    }

    /// The mandatory parts that do not hold, as far as the answer names them.
    #[must_use]
    pub fn missing(&self) -> Vec<Part<'a>> {
        self.parts.iter().filter(|part| part.state == PartState::Missing).cloned().collect()
    }
}

/// The parts of a requirement as an answer has them, and words in `missing` that are none of them.
fn parts<'a>(asked: &'a Requirement, mark: Mark, written: Option<&'a declaration::Answer>) -> Vec<Part<'a>> {
    let missing = written.and_then(|it| it.missing.as_deref()).unwrap_or_default();
    let away = written.map_or(&[] as &[_], |it| &it.not_applicable_parts);
    let is_missing = |id: &str| missing.iter().any(|it| it == id);
    let known = asked.parts.iter().map(|part| {
        let reason = away.iter().find(|(id, _)| *id == part.id).map(|(_, why)| why.as_str());
        let state = match (mark, reason) {
            (_, Some(why)) => PartState::NotApplicable(why),
            (Mark::Partial, _) if is_missing(&part.id) => PartState::Missing,
            (Mark::Met | Mark::Partial, _) if part.optional => PartState::Optional,
            (Mark::Met, _) => PartState::Holds,
            (Mark::Partial, _) if !missing.is_empty() => PartState::Holds,
            (Mark::Unmet, _) if !part.optional => PartState::Missing,
            _ if part.optional => PartState::Optional,
            _ => PartState::Open,
        };
        Part { id: &part.id, text: Some(&part.text), state }
    });
    let strange = missing.iter().filter(|id| asked.part(id).is_none());
    let strange = strange.map(|id| Part { id, text: None, state: PartState::Missing });
    known.chain(strange).collect()
}

fn evidence<'a>(written: &'a declaration::Answer, outcomes: &'a Outcomes) -> Vec<Evidence<'a>> {
    let all = written.evidence.iter().map(|item| {
        let verdict = outcomes.get(&item.at);
        Evidence {
            item,
            outcome: verdict.map_or(Outcome::Unchecked, |it| it.outcome),
            looked_for: verdict.map_or("", |it| &it.looked_for),
            found: verdict.map_or("", |it| &it.found),
        }
    });
    let mut all: Vec<Evidence<'a>> = all.collect();
    all.sort_by_key(|it| it.outcome != Outcome::Contradicted);
    all
}

/// The plan of an answer, where there is anything in it. What is met has no plan to wait for.
fn plan(written: &declaration::Answer, mark: Mark, today: Date) -> Option<Plan<'_>> {
    let plan = written.plan.as_ref()?;
    let funding = match plan.funding.as_deref() {
        Some("needed") => Some(Funding::Needed),
        Some("funded") => Some(Funding::Funded(plan.funder.as_deref())),
        Some("none-needed") => Some(Funding::NoneNeeded),
        // A funder without a state says it, too.
        _ => plan.funder.as_deref().map(|funder| Funding::Funded(Some(funder))),
    };
    let is_overdue = mark != Mark::Met && plan.by.is_some_and(|day| day < today);
    let plan = Plan { by: plan.by, is_overdue, issue: plan.issue.as_deref(), funding };
    (plan.by.is_some() || plan.issue.is_some() || plan.funding.is_some()).then_some(plan)
}
