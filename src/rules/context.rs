//! What rules look at.

use crate::assessment::{Assessment, applies};
use crate::declaration::{Answer, Declaration, Item, Locator, Mismatch};
use crate::evidence::Outcomes;
use crate::evidence::address::HostPort;
use crate::principles::{Catalogue, Requirement};
use crate::read::{Path, Reading};
use jiff::civil::Date;

/// Everything that a rule may look at: values only, no file, no clock.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The file as it stands.
    pub reading: &'a Reading,
    /// What in it does not fit the grammar.
    pub mismatches: &'a [Mismatch],
    /// What does.
    pub declaration: &'a Declaration,
    /// The catalogue that the answers are about.
    pub catalogue: &'a Catalogue,
    /// What came of looking at the evidence.
    pub outcomes: &'a Outcomes,
    /// What the answers amount to.
    pub assessment: &'a Assessment,
    /// The day of the check.
    pub today: Date,
    /// Hosts inside a company's network that evidence may be on.
    pub allow_private: &'a [HostPort],
}

/// What an address in a declaration is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Evidence of an answer.
    Evidence,
    /// A plan's issue, a home page: shown, and for people to follow.
    Link,
    /// `contact`: may also be `mailto:`.
    Contact,
}

impl<'a> Context<'a> {
    /// The answers to known requirements on tracks that apply: of others nothing but that is said.
    pub fn judged(self) -> impl Iterator<Item = (&'a Answer, &'a Requirement)> {
        self.declaration.all_answers().filter_map(move |answer| {
            let requirement = self.catalogue.requirement(&answer.id)?;
            self.applies(requirement).then_some((answer, requirement))
        })
    }

    /// The evidence of [`Self::judged`] answers.
    pub fn judged_evidence(self) -> impl Iterator<Item = (&'a Answer, &'a Item)> {
        self.judged().flat_map(|(answer, _)| answer.evidence.iter().map(move |item| (answer, item)))
    }

    /// Whether the track of a requirement applies.
    #[must_use]
    pub fn applies(self, requirement: &Requirement) -> bool {
        let track = self.catalogue.track(&requirement.track);
        track.is_none_or(|track| applies::applies(track, &self.declaration.registry))
    }

    /// Every address of the declaration, where it stands and what for.
    pub fn addresses(self) -> impl Iterator<Item = (Path, &'a str, Purpose)> {
        let declaration = self.declaration;
        let top = Path::top();
        let home = declaration
            .registry
            .url
            .as_deref()
            .map(|url| (top.key("registry").key("url"), url, Purpose::Link));
        let contact = declaration.contact.as_deref().map(|url| (top.key("contact"), url, Purpose::Contact));
        let clients = declaration
            .clis
            .iter()
            .filter_map(|client| client.url.as_deref().map(|url| (client.at.key("url"), url, Purpose::Link)));
        let issues = self.judged().filter_map(|(answer, _)| {
            let issue = answer.plan.as_ref()?.issue.as_deref()?;
            Some((answer.at.key("plan").key("issue"), issue, Purpose::Link))
        });
        home.into_iter().chain(contact).chain(clients).chain(issues).chain(self.evidence_addresses())
    }

    /// Every address that is evidence.
    pub fn evidence_addresses(self) -> impl Iterator<Item = (Path, &'a str, Purpose)> {
        self.judged_evidence().flat_map(|(_, item)| {
            item.locators.iter().filter_map(move |locator| match locator {
                Locator::Url(url) => Some((item.locator_at.clone(), url.as_str(), Purpose::Evidence)),
                Locator::File { .. } | Locator::Statement(_) => None,
            })
        })
    }

    /// A list of names for a message: `a`, `b` and `c`.
    #[must_use]
    pub fn names<S: AsRef<str>>(names: impl IntoIterator<Item = S>) -> String {
        let quoted: Vec<String> = names.into_iter().map(|name| format!("`{}`", name.as_ref())).collect();
        match quoted.as_slice() {
            [] => String::new(),
            [only] => only.clone(),
            [first @ .., last] => format!("{} and {last}", first.join(", ")),
        }
    }
}
