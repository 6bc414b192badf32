//! What an answer amounts to in the words of other formats. All of them draw on this one table.

use super::row::Row;
use crate::declaration::Status;
use crate::principles::Part;

/// What a row amounts to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conclusion {
    /// Self-declared as met, and nothing that was looked at says otherwise.
    Passed,
    /// Self-declared as partial, planned or unmet; or met, and its evidence was seen to be otherwise.
    Failed,
    /// There is an answer, but it cannot be taken as it stands.
    NeedsReview,
    /// Self-declared as not applicable, where the catalogue accepts that; or its track does not apply.
    NotApplicable,
    /// Not assessed.
    Unknown,
}

impl Row<'_> {
    /// What the row amounts to.
    pub fn conclusion(&self) -> Conclusion {
        let Some(standing) = self.standing else { return Conclusion::NotApplicable };
        let is_doubtful = standing.unreadable || !self.doubts.is_empty();
        match standing.status {
            Status::Met if standing.contradicted => Conclusion::Failed,
            Status::Partial | Status::Planned | Status::Unmet => Conclusion::Failed,
            Status::Met | Status::NotApplicable | Status::Unknown if is_doubtful => Conclusion::NeedsReview,
            Status::Met => Conclusion::Passed,
            Status::NotApplicable => Conclusion::NotApplicable,
            Status::Unknown => Conclusion::Unknown,
        }
    }

    /// Whether something that was looked at speaks for the answer: without that, it is the operator's word alone.
    pub fn is_seen(&self) -> bool {
        self.evidence.iter().any(|seen| seen.was_seen() && !seen.is_contradicted())
    }

    /// What the row amounts to for each part that the framework demands; `None` is a requirement that is one condition.
    pub fn parts(&self) -> Vec<(Option<&Part>, Conclusion)> {
        let parts: Vec<_> =
            self.requirement.mandatory_parts().map(|part| (Some(part), self.part(&part.id))).collect();
        if parts.is_empty() { vec![(None, self.conclusion())] } else { parts }
    }

    /// What the row amounts to for one part of its requirement.
    fn part(&self, part: &str) -> Conclusion {
        let whole = self.conclusion();
        let (Some(standing), Some(answer)) = (self.standing, self.answer) else { return whole };
        let is_met = standing.status == Status::Met;
        if standing.implied_by.is_some() || !(is_met || standing.status == Status::Partial) {
            return whole;
        }
        if !self.doubts.is_empty() {
            return Conclusion::NeedsReview;
        }
        if answer.not_applicable_parts.iter().any(|(id, _)| id == part) {
            return Conclusion::NotApplicable;
        }
        let contradicted = self.evidence.iter().any(|seen| seen.is_contradicted() && seen.supports(part));
        if contradicted || standing.missing.iter().any(|id| id == part) {
            return Conclusion::Failed;
        }
        // Some parts hold, and it does not say which.
        if !is_met && standing.missing.is_empty() { Conclusion::NeedsReview } else { Conclusion::Passed }
    }
}
