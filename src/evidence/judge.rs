//! One item, held against its file.

use super::budget::Budget;
use super::checks::quote::{Place, lines_now};
use super::checks::{Seen, json, on_one_line, quote, security_txt, sha256};
use super::document::Document;
use super::fragment::{Fragment, Lines};
use super::locate::{Located, locate};
use super::outcome::{Outcome, Trouble, Verdict};
use crate::declaration::{Check, Item};
use jiff::civil::Date;

/// An item that points to a file, taken apart.
#[derive(Clone, Debug)]
pub(super) struct Citation<'a> {
    pub(super) item: &'a Item,
    pub(super) path: &'a str,
    /// As written, without `#`.
    pub(super) written_fragment: Option<&'a str>,
    pub(super) fragment: Option<Fragment>,
}

impl<'a> Citation<'a> {
    pub(super) fn new(item: &'a Item, path: &'a str, fragment: Option<&'a str>) -> Self {
        Self { item, path, written_fragment: fragment, fragment: fragment.map(Fragment::parse) }
    }

    /// The quotes that are asked for.
    pub(super) fn quotes(&self) -> &'a [String] {
        match self.item.check() {
            Some(Check::Quote(quotes)) => quotes,
            _ => &[],
        }
    }

    /// The pinned hash, where it is one.
    fn sha256(&self) -> Option<&'a str> {
        self.item.sha256.as_deref().filter(|hash| sha256::is_hash(hash))
    }

    /// Whether more is asked than that the place exists.
    fn is_checked(&self) -> bool {
        let has_check = match self.item.check() {
            Some(Check::Quote(quotes)) => !quote::fold(quotes).is_empty(),
            check => check.is_some(),
        };
        has_check || self.sha256().is_some()
    }

    /// The file as messages name it.
    pub(super) fn name(&self) -> String {
        let path = on_one_line(self.path);
        match &self.item.commit {
            Some(commit) => format!("`{path}` at {}", commit.get(..12).unwrap_or(commit)),
            None => format!("`{path}`"),
        }
    }

    /// What is looked for, for people.
    pub(super) fn looked_for(&self) -> String {
        let place = match &self.fragment {
            Some(Fragment::Lines(lines)) => format!("{} of {}", lines.words(), self.name()),
            Some(Fragment::Anchor(anchor)) => format!("`#{}` of {}", on_one_line(anchor), self.name()),
            None => self.name(),
        };
        match self.item.check() {
            Some(Check::Quote(quotes)) => match quotes.as_slice() {
                [only] => format!("the quote \"{}\" in {place}", on_one_line(only)),
                many => format!("{} quotes in {place}", many.len()),
            },
            Some(Check::Json { at, is }) => {
                format!("{} at `{}` in {place}", on_one_line(&is.to_string()), on_one_line(at))
            }
            Some(Check::SecurityTxt) => format!("a valid security.txt in {place}"),
            None if self.sha256().is_some() => format!("the pinned SHA-256 of {place}"),
            None => place,
        }
    }

    /// A verdict from troubles alone.
    pub(super) fn failed(&self, trouble: Trouble) -> Verdict {
        let found = trouble.notes.first().unwrap_or(&trouble.message).clone();
        Verdict {
            outcome: trouble.kind.outcome(),
            looked_for: self.looked_for(),
            found,
            troubles: vec![trouble],
        }
    }
}

/// The verdict on an item whose file could be read.
pub(super) fn judge(citation: &Citation<'_>, document: &Document, today: Date, budget: &Budget) -> Verdict {
    let mut seen = Seen::default();
    let located = citation.fragment.as_ref().map(|fragment| locate(fragment, citation, document, budget));
    let located = located.unwrap_or_else(|| Ok(Located::default())).unwrap_or_else(|trouble| {
        seen.troubles.push(*trouble);
        Located::default()
    });
    seen.found.extend(located.found.clone());
    if let Some(hash) = citation.sha256() {
        add(&mut seen, sha256::check(hash, &citation.name(), document));
    }
    if let Some(check) = citation.item.check() {
        add(&mut seen, hold(check, citation, located, document, today, budget));
    }
    if let Some(Fragment::Lines(lines)) = citation.fragment {
        point_to_the_lines_now(&mut seen.troubles, citation, lines, document);
    }
    verdict(citation, seen)
}

/// Holds one check against the file.
fn hold(
    check: &Check,
    citation: &Citation<'_>,
    located: Located,
    document: &Document,
    today: Date,
    budget: &Budget,
) -> Seen {
    let name = citation.name();
    match check {
        Check::Quote(quotes) => {
            let words = located.words.unwrap_or(name);
            let place = Place { path: citation.path, scope: located.scope, words };
            let mut seen = quote::check(quotes, &place, document, budget);
            seen.found.dedup();
            seen
        }
        Check::Json { at, is } => json::check(at, is, &name, document),
        Check::SecurityTxt => security_txt::check(&name, document, today),
    }
}

fn add(seen: &mut Seen, more: Seen) {
    seen.found.extend(more.found);
    seen.troubles.extend(more.troubles);
}

/// Where quotes left their lines, or the lines are no more, the first trouble says which lines would be right.
fn point_to_the_lines_now(
    troubles: &mut [Trouble],
    citation: &Citation<'_>,
    lines: Lines,
    document: &Document,
) {
    let quotes = citation.quotes();
    let Some(first) = troubles.iter_mut().find(|trouble| trouble.key != Some("sha256")) else { return };
    if let Some(now) = lines_now(quotes, lines, document) {
        first.moved_to = Some(format!("{}#{}", citation.path, now.fragment()));
    }
}

fn verdict(citation: &Citation<'_>, mut seen: Seen) -> Verdict {
    let holds = if citation.is_checked() { Outcome::Matched } else { Outcome::Found };
    // `Contradicted` and `Unreachable` outweigh, in this order, what holds.
    let outcome = seen.troubles.iter().map(|trouble| trouble.kind.outcome()).fold(holds, |one, other| {
        let weight = |outcome| match outcome {
            Outcome::Contradicted => 3,
            Outcome::Unreachable => 2,
            Outcome::Found => 1,
            Outcome::Matched | Outcome::Unchecked => 0,
        };
        if weight(other) > weight(one) { other } else { one }
    });
    if seen.found.is_empty() {
        let first = seen.troubles.first();
        seen.found.push(first.map_or_else(
            || "the file is there".to_owned(),
            |trouble| trouble.notes.last().unwrap_or(&trouble.message).clone(),
        ));
    }
    Verdict {
        outcome,
        looked_for: citation.looked_for(),
        found: seen.found.join("; "),
        troubles: seen.troubles,
    }
}
