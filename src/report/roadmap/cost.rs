//! What a gap costs, as far as its answers tell.

use super::Step;
use crate::report::answer::{Answer, Funding, PartState};
use crate::report::mark::Mark;
use jiff::civil::Date;

/// What a gap costs, as far as its answer tells: the less, the sooner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cost {
    /// The kind of work.
    kind: u8,
    /// How many parts are missing.
    parts: usize,
    /// Whether it takes money, as far as its plan says: none, money that is there, nothing said, money that is looked for.
    money: u8,
    /// Whether no day is named by which it is planned.
    is_undated: bool,
    /// That day.
    by: Option<Date>,
}

impl Cost {
    pub(super) fn of(answer: &Answer<'_>) -> Self {
        let kind = match answer.mark {
            // The work is done: what is cited needs a look.
            Mark::Contradicted => 0,
            Mark::Partial => 1,
            Mark::Planned => 2,
            // What was not assessed may cost nothing or much: known work stands before it.
            Mark::Unmet => 3,
            Mark::Unreadable => 4,
            Mark::Unknown | Mark::Met | Mark::NotApplicable => 5,
        };
        let to_do =
            answer.parts.iter().filter(|it| matches!(it.state, PartState::Missing | PartState::Open)).count();
        // A requirement whose answer names no missing part is one condition.
        let parts = if answer.mark == Mark::Partial { to_do.max(1) } else { 0 };
        let by = answer.plan.as_ref().and_then(|plan| plan.by);
        let money = match answer.plan.as_ref().and_then(|plan| plan.funding) {
            Some(Funding::NoneNeeded) => 0,
            Some(Funding::Funded(_)) => 1,
            None => 2,
            Some(Funding::Needed) => 3,
        };
        Self { kind, parts, money, is_undated: by.is_none(), by }
    }
}

/// How a gap of several steps stands and what it costs: as the step with the most to do. What is known of one client is not made
/// unknown by another one.
pub(super) fn worst(steps: &[Step<'_>]) -> Option<(Mark, Cost)> {
    let is_known = |step: &&Step<'_>| !matches!(step.mark, Mark::Unknown | Mark::Unreadable);
    let costly = |steps: &mut dyn Iterator<Item = &Step<'_>>| {
        steps.max_by_key(|step| step.cost).map(|step| (step.mark, step.cost))
    };
    costly(&mut steps.iter().filter(is_known)).or_else(|| costly(&mut steps.iter()))
}
