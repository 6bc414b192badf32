//! The catalogues that the binary carries, as statics that `build.rs` wrote: reading one costs a run nothing.

use super::model::{Catalogue, Requirement, Track};

mod generated {
    use crate::principles::model::{Catalogue, Example, Part, Reference, Requirement, Track};
    use std::borrow::Cow;

    include!(concat!(env!("OUT_DIR"), "/catalogues.rs"));
}

/// Every catalogue that the binary carries, oldest first.
pub static VERSIONS: &[&Catalogue] = generated::CATALOGUES;

/// The newest catalogue that the binary carries.
pub static LATEST: &Catalogue = VERSIONS[VERSIONS.len() - 1];

/// The catalogue of a version as declarations name it (`v0.1`).
#[must_use]
pub fn by_version(version: &str) -> Option<&'static Catalogue> {
    VERSIONS.iter().copied().find(|catalogue| catalogue.version == version)
}

impl Catalogue {
    /// The requirement of this id.
    #[must_use]
    pub fn requirement(&self, id: &str) -> Option<&Requirement> {
        self.requirements.iter().find(|requirement| requirement.id == id)
    }

    /// The track of this id.
    #[must_use]
    pub fn track(&self, id: &str) -> Option<&Track> {
        self.tracks.iter().find(|track| track.id == id)
    }

    /// Whether this requirement is answered for each client.
    #[must_use]
    pub fn is_per_cli(&self, requirement: &Requirement) -> bool {
        self.track(&requirement.track).is_some_and(|track| track.per_cli)
    }

    /// The requirements whose `met` answers imply this one.
    pub fn implied_by<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a Requirement> {
        self.requirements.iter().filter(move |other| other.implies.iter().any(|implied| implied == id))
    }
}

impl Requirement {
    /// The part of this id.
    #[must_use]
    pub fn part(&self, id: &str) -> Option<&super::Part> {
        self.parts.iter().find(|part| part.id == id)
    }

    /// The parts that the framework demands.
    pub fn mandatory_parts(&self) -> impl Iterator<Item = &super::Part> {
        self.parts.iter().filter(|part| !part.optional)
    }
}
