//! What an assessment says.

use crate::declaration::Status;
use crate::evidence::Outcome;
use crate::read::Path;

/// The levels of a declaration, track by track in the framework's order. There is no overall level.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// The framework version that it is about.
    pub principles: String,
    /// Whether the taxonomy could be read: without it nothing is said on which tracks apply.
    pub taxonomy_known: bool,
    /// The tracks.
    pub tracks: Vec<TrackStanding>,
}

/// How a track stands.
#[derive(Clone, Debug)]
pub struct TrackStanding {
    /// The track's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Whether it applies to this registry, or was opted in.
    pub applies: bool,
    /// The level claimed, if one was.
    pub claimed: Option<u8>,
    /// How it stands, the lowest primary client's standing for a track that has clients; `None` where it does not apply.
    pub standing: Option<Standing>,
    /// The client that `standing` is about.
    pub client: Option<String>,
    /// Every client; empty for a track that has none.
    pub clients: Vec<ClientStanding>,
}

/// How one client stands.
#[derive(Clone, Debug)]
pub struct ClientStanding {
    /// The client's name.
    pub name: String,
    /// Whether the track's level rests on it.
    pub primary: bool,
    /// How it stands.
    pub standing: Standing,
}

/// A level and what it rests on.
#[derive(Clone, Debug)]
pub struct Standing {
    /// By statuses alone: the same on every machine.
    pub declared: u8,
    /// Also by what came of looking at the evidence.
    pub supported: u8,
    /// By statuses, if everything that could not be read were met: a claim above this is wrong whatever was meant.
    pub at_best: u8,
    /// Met of applicable, for levels 1, 2, 3.
    pub counts: [Count; 3],
    /// What stands between here and the next level.
    pub blockers: Vec<Blocker>,
    /// Ids that are met above the level.
    pub ahead: Vec<String>,
    /// Every requirement of the track, in the framework's order.
    pub requirements: Vec<RequirementStanding>,
}

/// How many requirements of a level are met.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Met, or implied met.
    pub met: usize,
    /// All that apply.
    pub applicable: usize,
    /// Those that cannot apply here.
    pub not_applicable: usize,
}

/// A requirement that keeps a track from its next level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocker {
    /// Its id.
    pub requirement: String,
    /// What the answer says.
    pub status: Status,
    /// The mandatory parts that do not hold, as far as the answer names them.
    pub missing: Vec<String>,
    /// It is met, but its evidence is seen to be otherwise.
    pub contradicted: bool,
}

/// How one requirement stands.
#[derive(Clone, Debug)]
pub struct RequirementStanding {
    /// Its id.
    pub id: String,
    /// Its level.
    pub level: u8,
    /// What the answer says; `Met` also where it is implied.
    pub status: Status,
    /// The met requirement that implies it.
    pub implied_by: Option<String>,
    /// The answer could not be read: it counts as not met, and nobody is blamed for the level.
    pub unreadable: bool,
    /// Some of the evidence that it rests on is contradicted.
    pub contradicted: bool,
    /// The mandatory parts that do not hold.
    pub missing: Vec<String>,
    /// The worst outcome of its evidence.
    pub outcome: Option<Outcome>,
    /// Where the answer stands.
    pub answer: Option<Path>,
}

impl RequirementStanding {
    /// `ok(r)` by statuses alone.
    #[must_use]
    pub fn is_met(&self) -> bool {
        self.status == Status::Met
    }

    /// Whether it is in the count at all.
    #[must_use]
    pub fn is_applicable(&self) -> bool {
        self.status != Status::NotApplicable
    }
}

impl Assessment {
    /// The standing of a track.
    #[must_use]
    pub fn track(&self, id: &str) -> Option<&TrackStanding> {
        self.tracks.iter().find(|track| track.id == id)
    }
}

impl TrackStanding {
    /// Every standing of the track with the client it is about: one without a client, or one for each client.
    pub fn standings(&self) -> impl Iterator<Item = (Option<&str>, &Standing)> {
        let own = self.standing.iter().filter(|_| self.clients.is_empty()).map(|standing| (None, standing));
        own.chain(self.clients.iter().map(|client| (Some(client.name.as_str()), &client.standing)))
    }
}
