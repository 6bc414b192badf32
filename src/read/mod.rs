//! Reading: bytes → characters → YAML events → one tree with a span on every key and value.
//!
//! A declaration is hostile input. Everything refused here is refused by name and place, and only broken syntax or a broken
//! limit ends the reading.

mod bytes;
mod characters;
mod directives;
mod events;
pub mod path;
pub mod refusal;
pub mod scalar;
mod spans;
pub mod tree;

pub use path::{Part, Path, Step};
pub use refusal::{Feature, Refusal};
pub use tree::{Entry, Kind, Node, Style};

use crate::text::source::Source;
use crate::text::span::Span;
use thiserror::Error;

/// The largest declaration, in bytes.
pub const MAX_BYTES: usize = 256 * 1024;
/// The deepest nesting of maps and lists.
pub const MAX_DEPTH: usize = 16;
/// The most keys, values, maps and lists.
pub const MAX_NODES: usize = 10_000;

/// A declaration as it stands: its text, its tree, and what was refused on the way.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The text, without a byte order mark.
    pub source: Source,
    /// Whether the file began with a byte order mark: an edit must put it back.
    pub byte_order_mark: bool,
    /// The first document.
    pub root: Node,
    /// Refused features, each once with all its places.
    pub refusals: Vec<Refusal>,
}

/// Why a declaration could not be read as YAML at all.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum ReadError {
    /// Broken syntax.
    #[error("{message}")]
    Syntax {
        /// What the parser says.
        message: String,
        /// Where.
        at: Span,
    },
    /// The bytes are no UTF-8.
    #[error("byte {at} is not UTF-8{hint}")]
    Encoding {
        /// The first byte that is wrong, counted from 0.
        at: usize,
        /// What the encoding looks like, if it looks like one.
        hint: &'static str,
    },
    /// One of the limits.
    #[error("{message}")]
    Limit {
        /// Which limit, what was found.
        message: String,
        /// Where it was passed.
        at: Span,
    },
}

/// Reads a declaration.
///
/// # Errors
/// [`ReadError`] where nothing can be said of the content: with the source as far as it could be decoded, so that the place
/// can be shown.
pub fn read(path: &str, bytes: &[u8]) -> Result<Reading, (ReadError, Source)> {
    let (text, byte_order_mark) = match bytes::decode(bytes) {
        Ok(decoded) => decoded,
        Err((error, readable)) => return Err((error, Source::new(path, readable))),
    };
    let source = Source::new(path, text);
    let mut refusals = characters::raw(&source.text);
    refusals.extend(directives::find(&source.text));
    refusals.extend(directives::tabs(&source.text));
    match events::build(&source.text) {
        Ok((root, seen)) => {
            refusals.extend(seen);
            refusals.extend(characters::escaped(&root, &source.text));
            Ok(Reading { source, byte_order_mark, root, refusals: refusal::merge(refusals) })
        }
        Err(error) => Err((error, source)),
    }
}
