//! What rules look at.

use crate::assessment::{Assessment, applies};
use crate::declaration::{Answer, Declaration, Item, Locator, Mismatch};
use crate::evidence::remote::PlanIssues;
use crate::evidence::{Outcomes, Trouble};
use crate::gate::Comparison;
use crate::links::{Address, AddressError, Policy, Servers};
use crate::principles::{Catalogue, Requirement};
use crate::read::{Path, Reading};
use jiff::civil::Date;

/// What rules look at: values only, no file, no clock.
#[derive(Clone, Copy, Debug)]
pub struct Given<'a> {
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
    /// How the issues of plans stand, as far as they could be asked.
    pub plan_issues: &'a PlanIssues,
    /// What the answers amount to.
    pub assessment: &'a Assessment,
    /// The day of the check.
    pub today: Date,
    /// Which addresses may be asked for.
    pub policy: &'a Policy,
    /// Which servers are GitHub's.
    pub servers: &'a Servers,
    /// What changed against the baseline, where there is one.
    pub comparison: Option<&'a Comparison>,
}

/// What is given, and what several rules would else work out again each.
#[derive(Debug)]
pub struct Context<'a> {
    given: Given<'a>,
    judged: Vec<(&'a Answer, &'a Requirement)>,
    addresses: Vec<Cited<'a>>,
    troubles: Vec<(&'a Item, &'a Trouble)>,
}

/// An address that the declaration cites.
#[derive(Debug)]
pub struct Cited<'a> {
    /// Where it stands.
    pub at: Path,
    /// As written.
    pub text: &'a str,
    /// What it is for.
    pub purpose: Purpose,
    /// What it is.
    pub address: Result<Address, AddressError>,
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

impl<'a> std::ops::Deref for Context<'a> {
    type Target = Given<'a>;

    fn deref(&self) -> &Self::Target {
        &self.given
    }
}

impl<'a> Context<'a> {
    /// Prepares what rules look at.
    #[must_use]
    pub fn new(given: Given<'a>) -> Self {
        let mut context = Self { given, judged: Vec::new(), addresses: Vec::new(), troubles: Vec::new() };
        let answers = given.declaration.all_answers();
        let known = answers.filter_map(|answer| Some((answer, given.catalogue.requirement(&answer.id)?)));
        context.judged = known.filter(|(_, requirement)| context.applies(requirement)).collect();
        context.addresses = context.cited();
        let items =
            context.judged_evidence().filter_map(|(_, item)| Some((item, given.outcomes.get(&item.at)?)));
        context.troubles = items
            .flat_map(|(item, verdict)| verdict.troubles.iter().map(move |trouble| (item, trouble)))
            .collect();
        context
    }

    /// The answers to known requirements on tracks that apply: of others nothing but that is said.
    pub fn judged(&self) -> impl Iterator<Item = (&'a Answer, &'a Requirement)> {
        self.judged.iter().copied()
    }

    /// The evidence of [`Self::judged`] answers.
    pub fn judged_evidence(&self) -> impl Iterator<Item = (&'a Answer, &'a Item)> {
        self.judged().flat_map(|(answer, _)| answer.evidence.iter().map(move |item| (answer, item)))
    }

    /// Whether the track of a requirement applies.
    #[must_use]
    pub fn applies(&self, requirement: &Requirement) -> bool {
        let track = self.catalogue.track(&requirement.track);
        track.is_none_or(|track| applies::applies(track, &self.declaration.registry))
    }

    /// Everything that looking at the evidence ran into.
    pub fn troubles(&self) -> impl Iterator<Item = (&'a Item, &'a Trouble)> {
        self.troubles.iter().copied()
    }

    /// Every address of the declaration, where it stands and what for.
    pub fn addresses(&self) -> impl Iterator<Item = &Cited<'a>> {
        self.addresses.iter()
    }

    /// Every address that is evidence.
    pub fn evidence_addresses(&self) -> impl Iterator<Item = &Cited<'a>> {
        self.addresses().filter(|cited| cited.purpose == Purpose::Evidence)
    }

    fn cited(&self) -> Vec<Cited<'a>> {
        let declaration = self.given.declaration;
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
        let evidence = self.judged_evidence().flat_map(|(_, item)| {
            item.locators.iter().filter_map(move |locator| match locator {
                Locator::Url(url) => Some((item.locator_at.clone(), url.as_str(), Purpose::Evidence)),
                Locator::File { .. } | Locator::Statement(_) => None,
            })
        });
        let all = home.into_iter().chain(contact).chain(clients).chain(issues).chain(evidence);
        all.map(|(at, text, purpose)| Cited { at, text, purpose, address: Address::parse(text) }).collect()
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
