//! What a run may spend on being helpful. A declaration can cite many files and miss in all of them; verdicts are always
//! given, suggestions only while they are cheap.

use std::cell::Cell;

/// What may be compared for the nearest passage or name. Each of these units takes some 50 nanoseconds.
const NEAREST: usize = 8_000_000;
/// What all pages together may be compared for: [`NEAREST`] some more, since each has a fixed share of it.
const NEAREST_OF_ALL_PAGES: usize = 64_000_000;
/// Bytes of other files that are searched for a quote whose file is gone.
const CANDIDATES: usize = 32 * 1024 * 1024;
/// What it costs to open another file, in bytes: many empty ones are no less work than a large one.
const OPENED: usize = 16 * 1024;
/// Units of comparing one name (of up to 64 characters) with another.
const NAME: usize = 512;
/// Units of comparing a line with a quote, beside one for each byte of the two.
const LINE: usize = 40;
/// Units of a byte that is not ASCII, which NFKC may make many of.
const FOLDED: usize = 8;

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

    /// The share of one of so many pages: fixed, so that it does not matter in which order they are answered.
    pub(super) fn share_of(pages: usize) -> Self {
        let share = (NEAREST_OF_ALL_PAGES / pages.max(1)).min(NEAREST);
        Self { nearest: Cell::new(share), candidates: Cell::new(0) }
    }

    /// Whether so many names may be compared for the nearest one.
    pub(super) fn allows_names(&self, count: usize) -> bool {
        take(&self.nearest, count * NAME)
    }

    /// Whether the lines of a text may be compared for the nearest to a quote.
    pub(super) fn allows_passages(&self, text: &str, quote: &str) -> bool {
        // Measuring takes time too.
        self.nearest.get() > 0 && take(&self.nearest, passages(text, quote))
    }

    /// Whether another file may be opened.
    pub(super) fn allows_opening(&self) -> bool {
        take(&self.candidates, OPENED)
    }

    /// Whether another file of so many bytes may be searched.
    pub(super) fn allows_candidate(&self, bytes: usize) -> bool {
        take(&self.candidates, bytes)
    }
}

fn passages(text: &str, quote: &str) -> usize {
    let units = |text: &str| text.bytes().map(|b| if b.is_ascii() { 1 } else { FOLDED }).sum::<usize>();
    let lines = text.lines().filter(|line| !line.is_empty()).count();
    units(text).saturating_add(lines.saturating_mul(units(quote) + LINE))
}

fn take(left: &Cell<usize>, bytes: usize) -> bool {
    let rest = left.get().checked_sub(bytes);
    left.set(rest.unwrap_or(0));
    rest.is_some()
}

#[cfg(test)]
mod tests {
    use super::{Budget, CANDIDATES, NAME, NEAREST, OPENED};

    #[test]
    fn a_budget_ends() {
        let budget = Budget::new();
        assert!(budget.allows_candidate(CANDIDATES - 1));
        assert!(!budget.allows_candidate(2));
        assert!(!budget.allows_candidate(1), "spent is spent");
        assert!(budget.allows_names(1), "the two do not share");
    }

    #[test]
    fn the_shares_of_pages_do_not_add_up_to_more_than_the_whole() {
        for pages in [0, 1, 8, 9, 1_000, 100_000] {
            let share = Budget::share_of(pages);
            assert!(share.nearest.get() <= NEAREST);
            assert!(share.nearest.get() * pages <= super::NEAREST_OF_ALL_PAGES);
        }
    }

    #[test]
    fn short_lines_and_empty_files_are_not_free() {
        let lines = "a\n".repeat(20_000);
        let of = |allows: &dyn Fn(&Budget) -> bool| {
            let budget = Budget::new();
            (0..10_000).take_while(|_| allows(&budget)).count()
        };
        let quote = "We answer within two working days";
        assert!(of(&|budget| budget.allows_passages(&lines, quote)) < 10, "each takes some 60 milliseconds");
        assert!(of(&|budget| budget.allows_passages("We answer.\n", quote)) > 1000);
        assert_eq!(of(&|budget| budget.allows_names(1_000)), NEAREST / NAME / 1_000);
        assert_eq!(of(&|budget| budget.allows_opening() && budget.allows_candidate(0)), CANDIDATES / OPENED);
    }
}
