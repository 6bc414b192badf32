//! What a comparison says.

mod work;

pub use work::{Moved, Part, PartsChange, PlanChange};

use crate::declaration::Status;
use crate::read::Path;

/// What changed from one declaration to another. Lists stand in the order of the framework and of the files.
#[derive(Clone, Debug, Default)]
pub struct Comparison {
    /// The framework version that answers and levels are compared under: the older declaration's, where it is known.
    pub principles: String,
    /// The framework versions of the two, where they differ.
    pub version: Option<(String, String)>,
    /// Tracks that stopped or began to apply.
    pub tracks: Vec<TrackChange>,
    /// Levels that are others now, over all primary clients.
    pub levels: Vec<LevelChange>,
    /// Answers that moved.
    pub answers: Vec<AnswerChange>,
    /// Answers of which other parts hold, or count.
    pub parts: Vec<PartsChange>,
    /// Plans that are others now.
    pub plans: Vec<PlanChange>,
    /// Evidence that is other now.
    pub evidence: Vec<EvidenceChange>,
    /// Clients that came, went, or weigh otherwise.
    pub clients: Vec<ClientChange>,
    /// Claims that are others now.
    pub claims: Vec<ClaimChange>,
    /// Entries of `withdrawals` that the change adds.
    pub withdrawn: Vec<Record>,
    /// Those of them that name nothing that stepped down.
    pub idle: Vec<Record>,
    /// Entries of `withdrawals` that name what an entry named before: they stood there, or were written over one that did.
    pub recorded: Vec<Record>,
    /// What entries of `withdrawals` named that are there no more.
    pub unrecorded: Vec<Path>,
    /// Entries of `ignore` that the change adds.
    pub ignored: Vec<Record>,
    /// Steps down that need an entry of `withdrawals`.
    pub regressions: Vec<Regression>,
}

/// An entry of a list in the newer declaration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Where the entry stands.
    pub entry: Path,
    /// What it names.
    pub names: Path,
    /// The rule that it accepts, for an entry of `ignore`.
    pub rule: Option<String>,
    /// Why, as the entry has it.
    pub reason: Option<String>,
}

/// A track that stopped or began to apply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrackChange {
    /// The track.
    pub track: String,
    /// Whether it applies now.
    pub applies: bool,
    /// The declared level that it had, or has.
    pub level: u8,
}

/// A level that is another now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelChange {
    /// The track.
    pub track: String,
    /// The declared level before.
    pub before: u8,
    /// The declared level now.
    pub after: u8,
    /// What made it so.
    pub causes: Vec<Cause>,
}

/// What moved a level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// An answer moved.
    Answer {
        /// The requirement.
        requirement: String,
        /// How it counted.
        before: Status,
        /// How it counts.
        after: Status,
    },
    /// A client that weighs in now.
    ClientIn(String),
    /// A client that no longer does.
    ClientOut(String),
}

/// Which way an answer moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// Up: the only silent way.
    Up,
    /// Down, or out of the count, without ever having been met.
    Down,
    /// From met to anything else.
    LeftMet,
}

/// An answer that moved, as it counts: implied answers and defaults are answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerChange {
    /// Its name: `answers.mfa`, `clis.uv.answers.sbom`.
    pub at: Path,
    /// The requirement.
    pub requirement: String,
    /// Its track.
    pub track: String,
    /// Its level.
    pub level: u8,
    /// The clients that it is about; empty where the track has none.
    pub clients: Vec<String>,
    /// How it counted.
    pub before: Status,
    /// How it counts.
    pub after: Status,
    /// Which way.
    pub way: Move,
    /// The requirement that implied it and left met itself: this is a consequence of that.
    pub follows: Option<String>,
    /// What is written now cannot be read.
    pub unreadable: bool,
}

/// Evidence of an answer that is other now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceChange {
    /// The answer's name.
    pub at: Path,
    /// The requirement.
    pub requirement: String,
    /// Items that are new or changed, as reports name them.
    pub added: Vec<String>,
    /// Items that are gone or changed.
    pub removed: Vec<String>,
    /// In what way it is weaker; only said of answers that are met before and after.
    pub weaker: Vec<Weakness>,
    /// The answer is met before and after, and nothing public shows it any more.
    pub lost: bool,
}

/// In what way evidence is weaker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Weakness {
    /// Fewer public items.
    Fewer {
        /// How many there were.
        before: usize,
        /// How many there are.
        after: usize,
    },
    /// An item that was pinned to a commit or a hash is not.
    Unpinned {
        /// The item as it is now.
        locator: String,
    },
    /// An item says less of what must stand there.
    CheckDropped {
        /// The item as it is now.
        locator: String,
    },
}

/// What became of a client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClientMove {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// The track's level rests on it now.
    Primary,
    /// The track's level no longer rests on it.
    NotPrimary,
}

/// A client that came, went, or weighs otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientChange {
    /// Its name.
    pub name: String,
    /// What became of it.
    pub what: ClientMove,
    /// Whether the track's level rests on it; for one that is gone, whether it did.
    pub primary: bool,
}

/// A claim that is another now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimChange {
    /// The track.
    pub track: String,
    /// The level that was claimed.
    pub before: Option<u8>,
    /// The level that is claimed.
    pub after: Option<u8>,
}

/// A step down that needs a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Regression {
    /// What stepped down: the name that a withdrawal has to give.
    pub at: Path,
    /// How.
    pub kind: RegressionKind,
    /// The entry of `withdrawals`, added in the same change, that says so.
    pub acknowledged: Option<Path>,
}

/// How something stepped down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RegressionKind {
    /// An answer left met.
    LeftMet {
        /// The requirement.
        requirement: String,
        /// How it counts now.
        after: Status,
        /// What is written now cannot be read.
        unreadable: bool,
        /// The clients that it is about.
        clients: Vec<String>,
        /// Requirements that were met only because this one implied them.
        implied: Vec<String>,
    },
    /// A met answer has no public evidence any more.
    EvidenceLost {
        /// The requirement.
        requirement: String,
    },
    /// Tracks stopped applying.
    TrackDropped {
        /// The tracks.
        tracks: Vec<String>,
    },
    /// A client is gone.
    ClientRemoved {
        /// Its name.
        client: String,
    },
    /// A client is no longer primary.
    ClientNotPrimary {
        /// Its name.
        client: String,
    },
    /// A client that has a name now does less than the one without a name did, and no level rests on it.
    ClientBehind {
        /// Its name.
        client: String,
        /// What it does not meet, by an answer of its own.
        requirements: Vec<String>,
    },
    /// An older version of the framework.
    PrinciplesOlder {
        /// The version before.
        before: String,
        /// The version now.
        after: String,
    },
    /// A level fell, and this requirement, which did not apply, is why.
    LevelFell {
        /// The track.
        track: String,
        /// The level before, over the clients that both have.
        before: u8,
        /// The level now, over the same.
        after: u8,
        /// The requirement.
        requirement: String,
        /// How it counts now.
        now: Status,
    },
}
