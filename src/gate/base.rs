//! The declaration that a change is held against.

use crate::declaration::Declaration;

/// The declaration at the base of a change, or that there was none.
#[derive(Clone, Debug, Default)]
pub struct Base {
    /// Where it is from, for people: a file, or a commit and a path.
    pub source: String,
    /// Its path in the repository, where that is known.
    pub place: Option<String>,
    /// A standard place where the base has a declaration, where it has none that goes with the one at hand.
    pub elsewhere: Option<String>,
    /// What it says, as far as it reads; `None` where the base had no declaration.
    pub declaration: Option<Declaration>,
}
