//! What a run may spend on being helpful. A declaration can cite many files and miss in all of them; verdicts are always
//! given, suggestions only while they are cheap.

use std::cell::Cell;

/// Bytes of text that are compared for the nearest passage or name.
const NEAREST: usize = 16 * 1024 * 1024;
/// Bytes of other files that are searched for a quote whose file is gone.
const CANDIDATES: usize = 32 * 1024 * 1024;

/// What is left.
#[derive(Debug)]
pub(super) struct Budget {
    nearest: Cell<usize>,
    candidates: Cell<usize>,
}

impl Budget {
    pub(super) fn new() -> Self {
        Self { nearest: Cell::new(NEAREST), candidates: Cell::new(CANDIDATES) }
    }

    /// Whether so many bytes may be compared for the nearest one.
    pub(super) fn allows_nearest(&self, bytes: usize) -> bool {
        take(&self.nearest, bytes)
    }

    /// Whether another file of so many bytes may be searched.
    pub(super) fn allows_candidate(&self, bytes: usize) -> bool {
        take(&self.candidates, bytes)
    }
}

fn take(left: &Cell<usize>, bytes: usize) -> bool {
    let rest = left.get().checked_sub(bytes);
    left.set(rest.unwrap_or(0));
    rest.is_some()
}

#[cfg(test)]
mod tests {
    use super::{Budget, CANDIDATES};

    #[test]
    fn a_budget_ends() {
        let budget = Budget::new();
        assert!(budget.allows_candidate(CANDIDATES - 1));
        assert!(!budget.allows_candidate(2));
        assert!(!budget.allows_candidate(1), "spent is spent");
        assert!(budget.allows_nearest(1), "the two do not share");
    }
}
