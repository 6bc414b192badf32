//! How a requirement stands, as a reader is to see it: one shape, one word, one colour each.

use crate::assessment::{Blocker, RequirementStanding};
use crate::declaration::Status;

/// How a requirement stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// Every mandatory part holds.
    Met,
    /// It is said to be met, and evidence was seen to be otherwise.
    Contradicted,
    /// Some parts hold.
    Partial,
    /// Not yet, and the work is tracked.
    Planned,
    /// Not there, no plan.
    Unmet,
    /// The answer could not be read.
    Unreadable,
    /// Not assessed.
    Unknown,
    /// It cannot apply to this registry.
    NotApplicable,
}

impl Mark {
    /// Every mark, in the order of the legend.
    pub const ALL: [Self; 8] = [
        Self::Met,
        Self::Contradicted,
        Self::Partial,
        Self::Planned,
        Self::Unmet,
        Self::Unknown,
        Self::Unreadable,
        Self::NotApplicable,
    ];

    /// The mark of a requirement.
    #[must_use]
    pub fn of(standing: &RequirementStanding) -> Self {
        Self::from_parts(standing.status, standing.contradicted, standing.unreadable)
    }

    /// The mark of what keeps a track from its next level.
    #[must_use]
    pub fn of_blocker(blocker: &Blocker, unreadable: bool) -> Self {
        Self::from_parts(blocker.status, blocker.contradicted, unreadable)
    }

    fn from_parts(status: Status, contradicted: bool, unreadable: bool) -> Self {
        match status {
            Status::Met if contradicted => Self::Contradicted,
            Status::Met => Self::Met,
            Status::Partial => Self::Partial,
            Status::Planned => Self::Planned,
            Status::Unmet => Self::Unmet,
            Status::NotApplicable => Self::NotApplicable,
            Status::Unknown if unreadable => Self::Unreadable,
            Status::Unknown => Self::Unknown,
        }
    }

    /// The word, for people.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Contradicted => "evidence contradicted",
            Self::Partial => "partial",
            Self::Planned => "planned",
            Self::Unmet => "unmet",
            Self::Unreadable => "could not be read",
            Self::Unknown => "unknown",
            Self::NotApplicable => "not applicable",
        }
    }

    /// The name, for classes and ids of our own.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Contradicted => "contradicted",
            Self::Partial => "partial",
            Self::Planned => "planned",
            Self::Unmet => "unmet",
            Self::Unreadable => "unreadable",
            Self::Unknown => "unknown",
            Self::NotApplicable => "not-applicable",
        }
    }

    /// One character for text, where no picture can be drawn.
    #[must_use]
    pub fn shape(self) -> char {
        match self {
            Self::Met => '●',
            Self::Contradicted => '▲',
            Self::Partial => '◐',
            Self::Planned => '▷',
            Self::Unmet => '○',
            Self::Unreadable | Self::Unknown => '?',
            Self::NotApplicable => '–',
        }
    }

    /// What it means, in one sentence, for a legend.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Met => "every mandatory part holds",
            Self::Contradicted => "said to be met, and evidence was seen to be otherwise",
            Self::Partial => "some parts hold",
            Self::Planned => "not yet, the work is tracked",
            Self::Unmet => "not there, no plan",
            Self::Unreadable => "the answer is there, and could not be read",
            Self::Unknown => "not assessed",
            Self::NotApplicable => "cannot apply to this registry",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Mark;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_marks_share_a_word_or_a_name() {
        let words: BTreeSet<&str> = Mark::ALL.iter().map(|mark| mark.word()).collect();
        let names: BTreeSet<&str> = Mark::ALL.iter().map(|mark| mark.name()).collect();
        assert_eq!((words.len(), names.len()), (Mark::ALL.len(), Mark::ALL.len()));
    }

    #[test]
    fn what_is_not_known_looks_like_nothing_that_is() {
        let known = Mark::ALL.iter().filter(|it| !matches!(it, Mark::Unknown | Mark::Unreadable));
        assert!(known.clone().all(|it| it.shape() != Mark::Unknown.shape()));
        assert_eq!(known.map(|it| it.shape()).collect::<BTreeSet<_>>().len(), Mark::ALL.len() - 2);
    }
}
