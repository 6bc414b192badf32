//! What does not fit the grammar. Rules turn these into findings.

use super::grammar::Vocabulary;
use crate::read::{Part, Path};

/// Something that does not fit the grammar.
#[derive(Clone, Debug)]
pub struct Mismatch {
    /// Where.
    pub at: Path,
    /// Whether the key or the value is wrong.
    pub part: Part,
    /// What is wrong.
    pub problem: Problem,
}

/// What does not fit.
#[derive(Clone, Debug)]
pub enum Problem {
    /// A key that no such map has.
    UnknownKey {
        /// The key.
        key: String,
        /// The key of this map that it is probably meant to be.
        near: Option<&'static str>,
        /// Where such a key belongs, if anywhere.
        belongs: Option<String>,
    },
    /// A key that must be there.
    MissingKey {
        /// The key.
        key: &'static str,
        /// What it means.
        about: &'static str,
    },
    /// A map where text is wanted, and the like.
    WrongKind {
        /// What is wanted.
        expected: String,
        /// What stands there.
        found: &'static str,
    },
    /// Text of the right kind that says nothing the format knows.
    BadValue {
        /// What is wanted.
        expected: String,
        /// What stands there.
        found: String,
        /// What it is probably meant to be.
        near: Option<String>,
    },
    /// A name that the catalogue, or the registry of rules, does not have.
    UnknownName {
        /// Which names are meant.
        vocabulary: Vocabulary,
        /// The name.
        name: String,
        /// The known name that it is probably meant to be.
        near: Option<String>,
        /// Why a known name is wrong here, or which names there are.
        remark: Option<String>,
    },
    /// A status that the format does not have.
    UnknownStatus {
        /// The word.
        word: String,
        /// The status that it is probably meant to be.
        near: Option<&'static str>,
    },
    /// A format version that this binary does not know.
    UnsupportedVersion {
        /// The version.
        found: String,
    },
    /// A framework version that this binary does not carry.
    UnknownPrinciples {
        /// The version.
        found: String,
        /// The version that it is probably meant to be.
        near: Option<&'static str>,
    },
    /// Text without quotation marks that YAML reads as null, a boolean or a number.
    Unquoted {
        /// The text.
        text: String,
    },
    /// A quote without quotation marks.
    PlainQuote {
        /// The text.
        text: String,
    },
}
