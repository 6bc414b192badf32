//! The typed declaration: what could be read. What could not is `None` here and a [`super::Mismatch`] beside it.

use super::item::Item;
use crate::read::Path;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A declaration.
#[derive(Clone, Debug, Default)]
pub struct Declaration {
    /// The framework version, as written.
    pub principles: Option<String>,
    /// What kind of registry this is.
    pub registry: Registry,
    /// When a person last went through all the answers.
    pub reviewed: Option<Date>,
    /// Who did.
    pub reviewed_by: Option<String>,
    /// A review period shorter than the catalogue's, in days.
    pub review_within_days: Option<u32>,
    /// Where to say that an answer is wrong.
    pub contact: Option<String>,
    /// Level claimed by track id.
    pub claims: BTreeMap<String, u8>,
    /// The answers of the top level, in file order.
    pub answers: Vec<Answer>,
    /// The clients, in file order.
    pub clis: Vec<Client>,
    /// The public record of steps down.
    pub withdrawals: Vec<Withdrawal>,
    /// Accepted findings.
    pub ignore: Vec<Ignore>,
}

/// The taxonomy of a registry.
#[derive(Clone, Debug, Default)]
pub struct Registry {
    /// Its name.
    pub name: Option<String>,
    /// Its home page.
    pub url: Option<String>,
    /// Whether it has user accounts.
    pub user_accounts: Option<bool>,
    /// What it serves; `None` where that could not be read.
    pub packages: Option<Vec<String>>,
    /// Tracks it opts in to.
    pub also_assess: Vec<String>,
}

/// How things stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Every mandatory part holds today.
    Met,
    /// Some parts hold.
    Partial,
    /// Not yet; the work is tracked.
    Planned,
    /// Not there, no plan.
    Unmet,
    /// Cannot apply here.
    NotApplicable,
    /// Not assessed.
    Unknown,
}

impl Status {
    /// The status of a word of the format.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "met" => Self::Met,
            "partial" => Self::Partial,
            "planned" => Self::Planned,
            "unmet" => Self::Unmet,
            "not-applicable" => Self::NotApplicable,
            "unknown" => Self::Unknown,
            _ => return None,
        })
    }

    /// The word of the format.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Partial => "partial",
            Self::Planned => "planned",
            Self::Unmet => "unmet",
            Self::NotApplicable => "not-applicable",
            Self::Unknown => "unknown",
        }
    }
}

/// An answer to one requirement.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    /// The requirement's id, as written.
    pub id: String,
    /// Where it stands.
    pub at: Path,
    /// How things stand; `None` where that could not be read.
    pub status: Option<Status>,
    /// Where it can be seen.
    pub evidence: Vec<Item>,
    /// Whether `evidence` is written at all, readable or not.
    pub has_evidence: bool,
    /// Free text.
    pub note: Option<String>,
    /// Who meets it for the registry.
    pub by: Option<String>,
    /// Which separate tool meets it.
    pub tool: Option<String>,
    /// Mandatory parts that do not hold; `None` where the key is left out.
    pub missing: Option<Vec<String>>,
    /// Parts that cannot apply, and why.
    pub not_applicable_parts: Vec<(String, String)>,
    /// Why the requirement cannot apply; `Some` also where it is too short.
    pub reason: Option<String>,
    /// How it will be met.
    pub plan: Option<Plan>,
}

/// How a requirement will be met.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// The day by which.
    pub by: Option<Date>,
    /// Where the work is tracked.
    pub issue: Option<String>,
    /// `needed`, `funded` or `none-needed`.
    pub funding: Option<String>,
    /// Who funds it.
    pub funder: Option<String>,
    /// Whether `by` or `issue` is written, readable or not.
    pub is_tracked: bool,
}

/// A client of the ecosystem.
#[derive(Clone, Debug, Default)]
pub struct Client {
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub at: Path,
    /// Its home page.
    pub url: Option<String>,
    /// `primary` as written.
    pub primary: Option<bool>,
    /// Its own answers.
    pub answers: Vec<Answer>,
}

/// An honest step down.
#[derive(Clone, Debug)]
pub struct Withdrawal {
    /// Where the entry stands.
    pub entry: Path,
    /// The day.
    pub date: Option<Date>,
    /// What was withdrawn.
    pub at: Option<Path>,
    /// Why.
    pub reason: Option<String>,
}

/// An accepted finding.
#[derive(Clone, Debug)]
pub struct Ignore {
    /// Where the entry stands.
    pub entry: Path,
    /// The rule's id, as written.
    pub rule: Option<String>,
    /// Where the finding stands.
    pub at: Option<Path>,
    /// Why it is accepted.
    pub reason: Option<String>,
}

impl Declaration {
    /// Every answer: those of the top level, then those of each client.
    pub fn all_answers(&self) -> impl Iterator<Item = &Answer> {
        self.answers.iter().chain(self.clis.iter().flat_map(|client| &client.answers))
    }

    /// Every evidence item with the answer it belongs to.
    pub fn all_evidence(&self) -> impl Iterator<Item = (&Answer, &Item)> {
        self.all_answers().flat_map(|answer| answer.evidence.iter().map(move |item| (answer, item)))
    }
}

impl Client {
    /// Whether the CLI track's level rests on this client: it says so, or it is alone.
    #[must_use]
    pub fn is_primary(&self, alone: bool) -> bool {
        self.primary.unwrap_or(false) || alone
    }
}
