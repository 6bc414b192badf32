//! A client of one declaration and the same client of the other.

use crate::declaration::Client;
use crate::read::{Path, Step};

/// A client in both declarations. `None` stands for the one client of a declaration that names none: the defaults.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair<'a> {
    pub(super) before: Option<&'a Client>,
    pub(super) after: Option<&'a Client>,
    /// The track's level rests on it in both.
    pub(super) primary: bool,
    /// Whether it is one client. Else one side has no client of that name, and only what both take from the defaults is compared.
    pub(super) same: bool,
}

impl Pair<'_> {
    /// What a track without clients has.
    pub(super) const ONLY: Self = Self { before: None, after: None, primary: true, same: true };

    /// Whether an answer of this name is compared.
    pub(super) fn covers(&self, at: &Path) -> bool {
        self.same || !is_own(at)
    }

    /// The name that it goes by now.
    pub(super) fn name(&self) -> Option<&str> {
        self.after.or(self.before).map(|client| client.name.as_str())
    }
}

/// Whether a name is that of a client's own answer.
pub(super) fn is_own(at: &Path) -> bool {
    matches!(at.steps().first(), Some(Step::Key(key)) if key == "clis")
}
