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
    /// The key of the item that it is about (`file`, `url`, `quote`, `json`, `security-txt`, `sha256`, `commit`), if one key is to blame.
    pub key: Option<&'static str>,
    /// The place in a list under that key, from 0.
    pub item: Option<usize>,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// What was looked for and the nearest thing found, line by line.
    pub notes: Vec<String>,
    /// What to do, if that can be said.
    pub help: Option<String>,
    /// The locator (path or address, and fragment) that would be right, where exactly one is.
    pub moved_to: Option<String>,
    /// What stood in the way, where something elsewhere could not be looked at.
    pub obstacle: Option<Obstacle>,
}

/// What stood in the way of looking at something elsewhere: what is said once for all of a host is made of these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Obstacle {
    /// The host, with its port where that is not the one of the scheme.
    pub host: String,
    /// What stood in the way, in a few words.
    pub what: String,
    /// What it stood in the way of.
    pub reach: Reach,
}

/// What an obstacle stands in the way of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// This link alone: a status, a wall, a page that nobody can read without a browser.
    Link,
    /// The way to the host: there may be no network at all.
    Network,
    /// The whole run: it was stopped, or out of time.
    Run,
    /// This link, which nobody was asked for.
    Unasked,
}

/// Kinds of trouble. A rule reports one kind, in this repository or elsewhere.
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
    /// No such value of JSON, or another one.
    JsonDiffers,
    /// No JSON.
    NotJson,
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
    /// The host, or a repository that can be seen, says that there is no such thing.
    Gone,
    /// Something elsewhere could not be looked at.
    Unreachable,
    /// The page says in its own words that there is no such page.
    SoftNotFound,
    /// A security.txt that is from another host than the one that is cited, or not from an address that it calls its own.
    SecurityTxtElsewhere,
    /// A security.txt that is not served as RFC 9116 asks.
    SecurityTxtServed,
    /// A page that hedges beside the quote.
    Hedged,
    /// An issue that is open, or a pull request that is not merged.
    ThreadOpen,
    /// It is at another address now, for good.
    Moved,
    /// A redirect leads to another host than the one that is cited.
    OtherHost,
    /// The repository is archived.
    Archived,
    /// A link that follows a branch, and where the branch leads now.
    FollowsBranch,
}

impl TroubleKind {
    /// What it makes of the item that it is about; `None` where it takes nothing from it.
    #[must_use]
    pub fn outcome(self) -> Option<Outcome> {
        match self {
            Self::CommitUnreachable
            | Self::CommitDangling
            | Self::Unreadable
            | Self::Unreachable
            | Self::SoftNotFound => Some(Outcome::Unreachable),
            // It is there and well-formed: a verdict must not depend on the day of the check.
            Self::SecurityTxtExpired => Some(Outcome::Found),
            Self::PathRefused
            | Self::NotAPlainFile
            | Self::NoSuchFile
            | Self::NoSuchAnchor
            | Self::NoSuchLines
            | Self::QuoteMissing
            | Self::JsonDiffers
            | Self::NotJson
            | Self::SecurityTxtInvalid
            | Self::HashDiffers
            | Self::OwnOutput
            | Self::Gone => Some(Outcome::Contradicted),
            Self::SecurityTxtElsewhere
            | Self::SecurityTxtServed
            | Self::Hedged
            | Self::ThreadOpen
            | Self::Moved
            | Self::OtherHost
            | Self::Archived
            | Self::FollowsBranch => None,
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
            obstacle: None,
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

    /// The same with where it is now.
    #[must_use]
    pub fn moved_to(mut self, target: impl Into<String>) -> Self {
        self.moved_to = Some(target.into());
        self
    }

    /// Whether it says that the item was seen to be otherwise.
    #[must_use]
    pub fn contradicts(&self) -> bool {
        self.kind.outcome() == Some(Outcome::Contradicted)
    }
}

/// The verdict on each item, by where it stands in the declaration.
pub type Outcomes = BTreeMap<Path, Verdict>;
