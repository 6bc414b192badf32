//! The issues that plans name.

use super::Terms;
use super::wanted::{self, Route};
use crate::evidence::web::{Answer, Depth, Subject, ThreadState, Want, Wants};
use crate::links::github::Target;
use crate::read::Path;
use std::collections::BTreeMap;

/// How the issue of each plan stands, by where its address stands in the declaration.
pub type PlanIssues = BTreeMap<Path, ThreadState>;

/// Issues that were asked for.
pub(super) struct Asked {
    waiting: BTreeMap<Want, Vec<Path>>,
    pub(super) issues: PlanIssues,
}

impl Asked {
    /// Adds the question for every plan whose issue is one on GitHub: of other trackers nobody can say how it stands.
    pub(super) fn new(plans: &[(Path, &str)], terms: &Terms<'_>, wants: &mut Wants) -> Self {
        let mut waiting: BTreeMap<Want, Vec<Path>> = BTreeMap::new();
        for (at, address) in plans {
            let Route::Ask(want) = wanted::route(address, terms) else { continue };
            if matches!(*want, Want::GitHub { target: Target::Thread { .. }, .. }) {
                wanted::add(wants, (*want).clone(), Depth::Existence);
                waiting.entry(*want).or_default().push(at.clone());
            }
        }
        Self { waiting, issues: PlanIssues::new() }
    }

    /// Notes how an issue stands.
    pub(super) fn take(&mut self, want: &Want, answer: &Answer) {
        let Some(paths) = self.waiting.remove(want) else { return };
        let Answer::GitHub(seen) = answer else { return };
        if let Subject::Thread(thread) = &seen.subject
            && let Some(state) = thread.state
        {
            self.issues.extend(paths.into_iter().map(|at| (at, state)));
        }
    }
}
