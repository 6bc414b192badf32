//! What the report says, however it is written. Texts of others are held as they stand: who writes them makes them safe.

use super::answer::{Answer, Part, Plan};
use super::mark::Mark;
use super::progress::Progress;
use super::roadmap::Gap;
use crate::evidence::Outcome;
use crate::principles::{self, Catalogue};
use jiff::civil::Date;

/// The highest level of the framework.
pub const HIGHEST: u8 = 3;

/// The report.
#[derive(Debug)]
pub struct Page<'a> {
    /// The registry's name.
    pub name: Option<&'a str>,
    /// Its home page.
    pub url: Option<&'a str>,
    /// Where to say that an answer is wrong.
    pub contact: Option<&'a str>,
    /// The framework, as the catalogue has it.
    pub catalogue: &'a Catalogue,
    /// When a person last went through all the answers.
    pub reviewed: Option<Date>,
    /// Who did.
    pub reviewed_by: Option<&'a str>,
    /// The day on which evidence was looked at.
    pub checked: Date,
    /// How many items of evidence have each outcome, in the order in which they are said.
    pub tally: [(Outcome, usize); 5],
    /// What a reader must know before the levels, in our own words.
    pub remarks: Vec<String>,
    /// The tracks, in the framework's order.
    pub tracks: Vec<Track<'a>>,
    /// What stands between here and the next levels, and beyond: track by track, cheapest first.
    pub gaps: Vec<Gap<'a>>,
    /// What was gained and lost, where there is something to compare with.
    pub progress: Option<Progress<'a>>,
    /// The levels under another catalogue: its version, and track by track.
    pub preview: Option<Preview<'a>>,
    /// Where the declaration stands.
    pub path: &'a str,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: Option<&'a str>,
}

/// A track.
#[derive(Debug)]
pub struct Track<'a> {
    /// Its id, from the catalogue.
    pub id: &'a str,
    /// Its title.
    pub title: &'a str,
    /// The level claimed, if one was.
    pub claimed: Option<u8>,
    /// How it stands, or why it does not apply.
    pub standing: Result<Standing<'a>, String>,
    /// Whether any evidence was looked at, or none is given: else nothing is known of what it supports.
    pub was_looked_at: bool,
    /// The client that `standing` is about.
    pub client: Option<&'a str>,
    /// The clients that are drawn, in file order: of many those that say most. Empty for a track that has none.
    pub clients: Vec<Client<'a>>,
    /// How many more there are.
    pub more_clients: usize,
    /// Its requirements, in the framework's order; empty where it does not apply.
    pub requirements: Vec<Requirement<'a>>,
}

impl Track<'_> {
    /// Whether requirements have a column for each client.
    #[must_use]
    pub fn has_columns(&self) -> bool {
        self.clients.len() > 1
    }
}

/// A client of the ecosystem.
#[derive(Debug)]
pub struct Client<'a> {
    /// Its name.
    pub name: &'a str,
    /// Whether the track's level rests on it.
    pub primary: bool,
    /// The declared level.
    pub declared: u8,
    /// The supported level.
    pub supported: u8,
    /// How each requirement of levels 1, 2, 3 stands.
    pub marks: [Vec<Mark>; 3],
}

/// How a track stands.
#[derive(Debug)]
pub struct Standing<'a> {
    /// By statuses alone.
    pub declared: u8,
    /// Also by what came of looking at the evidence.
    pub supported: u8,
    /// How each requirement of levels 1, 2, 3 stands.
    pub marks: [Vec<Mark>; 3],
    /// What keeps it from the level above the supported one.
    pub blockers: Vec<Blocker<'a>>,
    /// What is met above the supported level.
    pub ahead: Vec<&'a principles::Requirement>,
}

impl Standing<'_> {
    /// The level that comes next, if there is a higher one.
    #[must_use]
    pub fn next(&self) -> Option<u8> {
        (self.supported < HIGHEST).then_some(self.supported + 1)
    }
}

/// A requirement that keeps a track from its next level.
#[derive(Debug)]
pub struct Blocker<'a> {
    /// What is asked.
    pub asked: &'a principles::Requirement,
    /// How it stands.
    pub mark: Mark,
    /// The parts that do not hold, as far as the answer names them.
    pub missing: Vec<Part<'a>>,
    /// How it will be met.
    pub plan: Option<Plan<'a>>,
}

/// A requirement and what is said of it.
#[derive(Debug)]
pub struct Requirement<'a> {
    /// What is asked.
    pub asked: &'a principles::Requirement,
    /// How it stands: one mark, or one for each client that is drawn.
    pub marks: Vec<Mark>,
    /// What is said of it: one answer, or one for all drawn clients that share it.
    pub answers: Vec<Answer<'a>>,
}

/// The levels under another catalogue. Nothing rests on them.
#[derive(Debug)]
pub struct Preview<'a> {
    /// Its version: text of whoever wrote it.
    pub version: &'a str,
    /// Title, declared and supported level; no levels where a track does not apply.
    pub tracks: Vec<(&'a str, Option<(u8, u8)>)>,
}
