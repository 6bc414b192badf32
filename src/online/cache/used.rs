//! How much of a run came from earlier ones.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use url::Url;

/// How much of a run came from earlier ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Used {
    /// Addresses whose servers were not asked.
    pub taken: usize,
    /// The age of the oldest of these answers.
    pub oldest: Duration,
    /// Addresses whose servers confirmed what was kept.
    pub confirmed: usize,
}

/// Counts each address once, however often it is looked at: `--fix` looks twice.
#[derive(Debug, Default)]
pub(super) struct Tally(Mutex<Counts>);

#[derive(Debug, Default)]
struct Counts {
    taken: BTreeMap<Url, Duration>,
    confirmed: BTreeSet<Url>,
    /// Addresses that this run asked for: what is taken of these afterwards is no earlier run's.
    asked: BTreeSet<Url>,
}

impl Tally {
    pub(super) fn taken(&self, url: &Url, age: Duration) {
        self.with(|counts| {
            if !counts.asked.contains(url) {
                counts.taken.entry(url.clone()).or_insert(age);
            }
        });
    }

    pub(super) fn asked(&self, url: &Url) {
        self.with(|counts| {
            counts.asked.insert(url.clone());
        });
    }

    pub(super) fn confirmed(&self, url: &Url) {
        self.with(|counts| {
            counts.confirmed.insert(url.clone());
        });
    }

    pub(super) fn used(&self) -> Used {
        let mut used = Used::default();
        self.with(|counts| {
            used = Used {
                taken: counts.taken.len(),
                oldest: counts.taken.values().max().copied().unwrap_or_default(),
                confirmed: counts.confirmed.len(),
            };
        });
        used
    }

    fn with(&self, work: impl FnOnce(&mut Counts)) {
        // Counts stay right where a thread that held them broke off.
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner));
    }
}
