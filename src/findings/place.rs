//! Where something stands.

use crate::read::{Part, Path};
use crate::text::span::Span;

/// Where something stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The file as a whole.
    File,
    /// A path in the declaration; the only form that rules over the content use.
    Path(Path, Part),
    /// Bytes of the declaration: what the reader refused, and every place after settling.
    Span(Span),
}
