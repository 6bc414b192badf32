//! A client of one declaration and the same client of the other.

use crate::declaration::Client;

/// A client in both declarations. `None` stands for the one client of a declaration that names none: the defaults.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair<'a> {
    pub(super) before: Option<&'a Client>,
    pub(super) after: Option<&'a Client>,
    /// The track's level rests on it in both.
    pub(super) primary: bool,
}

impl Pair<'_> {
    /// What a track without clients has.
    pub(super) const ONLY: Self = Self { before: None, after: None, primary: true };

    /// The name that it goes by now.
    pub(super) fn name(&self) -> Option<&str> {
        self.after.or(self.before).map(|client| client.name.as_str())
    }
}
