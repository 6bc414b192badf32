//! What there is to do about an answer.

use super::Cost;
use crate::evidence::Outcome;
use crate::report::answer::{Answer, Evidence, Part, PartState, Plan};
use crate::report::mark::Mark;

/// What there is to do about an answer.
#[derive(Debug)]
pub struct Step<'a> {
    /// The clients that it is about; empty where the track has none.
    pub clients: Vec<&'a str>,
    /// How it stands.
    pub mark: Mark,
    /// What it costs.
    pub cost: Cost,
    /// The title of the requirement that implies it, where that is all that speaks for it.
    pub implied_by: Option<&'a str>,
    /// What is to be done, part by part; empty where the requirement is one condition.
    pub parts: Vec<Part<'a>>,
    /// What the registry says of it.
    pub note: Option<&'a str>,
    /// What the registry cites already, what was seen to be otherwise first.
    pub evidence: Vec<Evidence<'a>>,
    /// How it will be met.
    pub plan: Option<Plan<'a>>,
}

impl<'a> Step<'a> {
    /// What was seen to be otherwise.
    pub fn contradicted(&self) -> impl Iterator<Item = &Evidence<'a>> {
        self.evidence.iter().filter(|it| it.outcome == Outcome::Contradicted)
    }

    /// The step of an answer for those of its clients that are wanted.
    pub(super) fn of(answer: &Answer<'a>, wanted: impl Fn(&&'a str) -> bool) -> Self {
        let to_do = |part: &&Part<'_>| matches!(part.state, PartState::Missing | PartState::Open);
        // All parts of what was met hold, as the answer has it: what is cited for them is what needs a look.
        let parts = answer.parts.iter().filter(to_do).cloned().collect();
        Self {
            clients: answer.clients.iter().copied().filter(|it| wanted(it)).collect(),
            mark: answer.mark,
            cost: Cost::of(answer),
            implied_by: answer.implied_by,
            parts: if answer.mark == Mark::Contradicted { Vec::new() } else { parts },
            note: answer.written.and_then(|it| it.note.as_deref()),
            evidence: answer.evidence.clone(),
            plan: answer.plan.clone(),
        }
    }
}
