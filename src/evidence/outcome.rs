//! What came of looking at evidence.

use crate::read::Path;
use std::collections::BTreeMap;

/// The outcome of one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// It is there and its check holds.
    Matched,
    /// It is there; no check was asked for.
    Found,
    /// It was seen to be otherwise.
    Contradicted,
    /// It could not be looked at.
    Unreachable,
    /// It was not looked at: offline, or the operator's word.
    Unchecked,
}

impl Outcome {
    /// The word that reports use.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Matched => "matched",
            Self::Found => "found",
            Self::Contradicted => "contradicted",
            Self::Unreachable => "unreachable",
            Self::Unchecked => "unchecked",
        }
    }
}

/// What was looked for in one item, what was found, and what came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The outcome.
    pub outcome: Outcome,
    /// What was looked for, for people: `the quote "…" in docs/help.md`.
    pub looked_for: String,
    /// What was found, for people: `line 12`, or the nearest text.
    pub found: String,
    /// Everything that is wrong with it; several where several quotes are missing.
    pub troubles: Vec<Trouble>,
}

/// Something that is wrong with an item.
#[derive(Clone, Debug, PartialEq)]
pub struct Trouble {
    /// What kind of thing: decides the rule that reports it.
    pub kind: TroubleKind,
    /// The key of the item that it is about (`file`, `quote`, `json`, `security-txt`, `sha256`, `commit`), if one key is to blame.
    pub key: Option<&'static str>,
    /// The place in a list under that key, from 0.
    pub item: Option<usize>,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// What was looked for and the nearest thing found, line by line.
    pub notes: Vec<String>,
    /// What to do, if that can be said.
    pub help: Option<String>,
    /// The locator (path and fragment) that would be right, where exactly one is.
    pub moved_to: Option<String>,
}

/// Kinds of trouble, one for each rule about evidence in this repository.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TroubleKind {
    /// The path leaves the tree, is absolute, or names something git keeps for itself.
    PathRefused,
    /// A link, a submodule, a directory stands in its way, or the name differs in case.
    NotAPlainFile,
    /// No such file.
    NoSuchFile,
    /// No such heading, id or label.
    NoSuchAnchor,
    /// Fewer lines than that.
    NoSuchLines,
    /// The quote does not stand there.
    QuoteMissing,
    /// No JSON, no such value, or another one.
    JsonDiffers,
    /// No valid security.txt.
    SecurityTxtInvalid,
    /// A security.txt that is past its `Expires`.
    SecurityTxtExpired,
    /// Another hash.
    HashDiffers,
    /// The commit could not be had.
    CommitUnreachable,
    /// No branch or tag holds the commit: it may come from a fork.
    CommitDangling,
    /// The file could not be looked into: too large, binary, kept in Git LFS.
    Unreadable,
    /// The declaration itself, or output of this tool.
    OwnOutput,
}

impl TroubleKind {
    /// What it makes of the item that it is about.
    #[must_use]
    pub fn outcome(self) -> Outcome {
        match self {
            Self::CommitUnreachable | Self::CommitDangling | Self::Unreadable => Outcome::Unreachable,
            // It is there and well-formed: a verdict must not depend on the day of the check.
            Self::SecurityTxtExpired => Outcome::Found,
            Self::PathRefused
            | Self::NotAPlainFile
            | Self::NoSuchFile
            | Self::NoSuchAnchor
            | Self::NoSuchLines
            | Self::QuoteMissing
            | Self::JsonDiffers
            | Self::SecurityTxtInvalid
            | Self::HashDiffers
            | Self::OwnOutput => Outcome::Contradicted,
        }
    }
}

impl Trouble {
    /// A trouble that a key of the item is to blame for.
    #[must_use]
    pub fn new(kind: TroubleKind, key: &'static str, message: impl Into<String>) -> Self {
        Self {
            kind,
            key: Some(key),
            item: None,
            message: message.into(),
            notes: Vec::new(),
            help: None,
            moved_to: None,
        }
    }

    /// The same with a line on what was looked for or found.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// The same with what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// The verdict on each item, by where it stands in the declaration.
pub type Outcomes = BTreeMap<Path, Verdict>;
