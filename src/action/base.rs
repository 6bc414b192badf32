//! Which commit a change is held against: the one that it will be put on, never the one that its author names.

use super::event::{Event, What};
use super::runner::Runner;
use thiserror::Error;

/// Which commit a change is held against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Plan {
    /// None: nothing changed that could be compared.
    Nothing,
    /// This one.
    Commit(String),
    /// The first parent of the merge commit that GitHub made, which is what the change will be merged into; where it is no
    /// merge, the merge base.
    FirstParent {
        /// The merge commit.
        merge: String,
        /// The branch that the change is made for.
        base: String,
        /// The head of the change.
        head: String,
    },
    /// The newest commit that both have: the head of the change itself is checked out, without what came to the base since.
    MergeBase {
        /// The branch that the change is made for.
        base: String,
        /// The head of the change.
        head: String,
    },
}

/// What is checked out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CheckedOut {
    /// This commit.
    Commit(String),
    /// Some commit of a clone that does not tell which.
    Unknown,
    /// There is no clone: a runner without git is given the files alone.
    NoClone,
}

impl CheckedOut {
    /// The commit, as far as it can be told.
    #[must_use]
    pub fn commit(&self) -> Option<&str> {
        match self {
            Self::Commit(id) => Some(id),
            Self::Unknown | Self::NoClone => None,
        }
    }
}

/// Why a change cannot be held against anything: what is checked out is not the change.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum BaseError {
    /// The base itself is checked out.
    #[error(
        "under `pull_request_target` the base is checked out, so the change was not looked at; use `pull_request`, or check out {head} without running anything of it"
    )]
    BaseCheckedOut {
        /// The head of the change.
        head: String,
    },
    /// Something else is checked out.
    #[error(
        "the event is about {expected}, and {found} is checked out: what the change does cannot be told; check out the commit of the event, or say what to compare with (input `baseline-ref`, or `baseline: none`)"
    )]
    OtherCheckedOut {
        /// The commit of the event.
        expected: String,
        /// The commit of the work tree.
        found: String,
    },
}

/// Which commit the tree at hand is held against. `checked_out` is the commit of the work tree, as far as it can be told.
///
/// # Errors
/// [`BaseError`] where the tree at hand is not the change.
pub fn plan(event: &Event, runner: &Runner, checked_out: Option<&str>) -> Result<Plan, BaseError> {
    let is_at = |commit: &str| checked_out.is_some_and(|found| found.eq_ignore_ascii_case(commit));
    let is_elsewhere = checked_out.is_some() && !is_at(&runner.commit);
    let elsewhere = || BaseError::OtherCheckedOut {
        expected: runner.commit.clone(),
        found: checked_out.unwrap_or_default().to_owned(),
    };
    match &event.what {
        What::PullRequest(it) if is_at(&it.head) => {
            Ok(Plan::MergeBase { base: it.base.clone(), head: it.head.clone() })
        }
        What::PullRequest(it) if it.is_target => Err(BaseError::BaseCheckedOut { head: it.head.clone() }),
        What::Other | What::Push { before: None, .. } => Ok(Plan::Nothing),
        _ if is_elsewhere => Err(elsewhere()),
        What::PullRequest(it) => Ok(Plan::FirstParent {
            merge: runner.commit.clone(),
            base: it.base.clone(),
            head: it.head.clone(),
        }),
        What::MergeGroup { base } | What::Push { before: Some(base), .. } => Ok(Plan::Commit(base.clone())),
    }
}

#[cfg(test)]
mod tests {
    use super::{BaseError, Plan, plan};
    use crate::action::event::{Event, PullRequest, What};
    use crate::action::runner::Runner;

    const MERGE: &str = "c4295bd74fb0f4fda03689c3df3f2803b658fd85";
    const BASE: &str = "f95f852bd8fca8fcc58a9a2d6c842781e32a215e";
    const HEAD: &str = "ec26c3e57ca3a959ca5aad62de7213c562f8c821";

    fn of(what: What, checked_out: Option<&str>) -> Result<Plan, BaseError> {
        let runner = Runner {
            event: String::new(),
            payload: "event.json".into(),
            commit: MERGE.to_owned(),
            reference: String::new(),
            repository: "a/b".parse().unwrap(),
            workspace: ".".into(),
            outputs: None,
            summary: None,
        };
        plan(&Event { what, default_branch: None }, &runner, checked_out)
    }

    fn pull_request(is_target: bool) -> What {
        What::PullRequest(PullRequest {
            number: 2,
            base: BASE.into(),
            head: HEAD.into(),
            is_fork: true,
            is_target,
        })
    }

    #[test]
    fn a_pull_request_is_held_against_what_it_will_be_merged_into() {
        let first = Plan::FirstParent { merge: MERGE.into(), base: BASE.into(), head: HEAD.into() };
        assert_eq!(of(pull_request(false), Some(MERGE)), Ok(first.clone()));
        assert_eq!(of(pull_request(false), None), Ok(first));
        let merge_base = Plan::MergeBase { base: BASE.into(), head: HEAD.into() };
        assert_eq!(of(pull_request(false), Some(HEAD)), Ok(merge_base.clone()));
        assert_eq!(of(pull_request(true), Some(HEAD)), Ok(merge_base));
    }

    #[test]
    fn a_tree_that_is_not_the_change_passes_nothing() {
        for at in [None, Some(MERGE), Some(BASE)] {
            assert!(matches!(of(pull_request(true), at), Err(BaseError::BaseCheckedOut { .. })), "{at:?}");
        }
        let group = What::MergeGroup { base: BASE.into() };
        let push = What::Push { branch: "a".into(), before: Some(BASE.into()) };
        for what in [pull_request(false), group, push] {
            assert!(matches!(of(what, Some(BASE)), Err(BaseError::OtherCheckedOut { .. })));
        }
    }

    #[test]
    fn a_queue_and_a_push_say_what_was_before() {
        for what in [
            What::MergeGroup { base: BASE.into() },
            What::Push { branch: "a".into(), before: Some(BASE.into()) },
        ] {
            assert_eq!(of(what.clone(), Some(MERGE)), Ok(Plan::Commit(BASE.into())));
            assert_eq!(of(what, None), Ok(Plan::Commit(BASE.into())));
        }
    }

    #[test]
    fn what_changes_nothing_has_no_base_whatever_is_checked_out() {
        for at in [None, Some(MERGE), Some(HEAD)] {
            assert_eq!(of(What::Other, at), Ok(Plan::Nothing));
            assert_eq!(of(What::Push { branch: "a".into(), before: None }, at), Ok(Plan::Nothing));
        }
    }
}
