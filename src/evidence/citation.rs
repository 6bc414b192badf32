//! An item that points to a file or to an address, taken apart.

use super::checks::{on_one_line, quote};
use super::fragment::Fragment;
use super::outcome::{Outcome, Trouble, Verdict};
use super::text_directive::{self, TextDirective};
use crate::declaration::{Check, Item};
use crate::text::hash::is_sha256;

/// An item that points to a file or to an address, taken apart.
#[derive(Clone, Debug)]
pub(super) struct Citation<'a> {
    pub(super) item: &'a Item,
    /// The path, or the address without its fragment, as written.
    pub(super) path: &'a str,
    /// As written, without `#`.
    pub(super) written_fragment: Option<&'a str>,
    pub(super) fragment: Option<Fragment>,
    /// Texts that the fragment names: `:~:text=`.
    pub(super) passages: Vec<TextDirective>,
    pub(super) place: Place,
}

/// What kind of place a citation leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// A file of this repository.
    Here,
    /// A file or a thread elsewhere, whose lines people see.
    Elsewhere,
    /// A page, whose lines nobody sees.
    Page,
}

impl<'a> Citation<'a> {
    pub(super) fn new(item: &'a Item, path: &'a str, fragment: Option<&'a str>) -> Self {
        Self {
            item,
            path,
            written_fragment: fragment,
            fragment: fragment.map(Fragment::parse),
            passages: Vec::new(),
            place: Place::Here,
        }
    }

    /// An item that points to this address.
    pub(super) fn of_address(item: &'a Item, address: &'a str) -> Self {
        let (path, fragment) = match address.split_once('#') {
            Some((path, fragment)) => (path, Some(fragment)),
            None => (address, None),
        };
        let (name, passages) = fragment.map(text_directive::divide).unwrap_or_default();
        Self {
            item,
            path,
            written_fragment: fragment,
            fragment: (!name.is_empty()).then(|| Fragment::parse(name)),
            passages,
            place: Place::Elsewhere,
        }
    }

    /// The key that names the place.
    pub(super) fn key(&self) -> &'static str {
        if self.place == Place::Here { "file" } else { "url" }
    }

    /// What the place is, for people.
    pub(super) fn thing(&self) -> &'static str {
        if self.place == Place::Page { "page" } else { "file" }
    }

    /// A line of the place for people: `docs/help.md:3`.
    pub(super) fn line(&self, line: usize) -> Option<String> {
        match self.place {
            Place::Here => Some(format!("{}:{line}", self.path)),
            Place::Elsewhere => Some(format!("line {line}")),
            Place::Page => None,
        }
    }

    /// The quotes that are asked for.
    pub(super) fn quotes(&self) -> &'a [String] {
        match self.item.check() {
            Some(Check::Quote(quotes)) => quotes,
            _ => &[],
        }
    }

    /// The pinned hash, where it is one.
    pub(super) fn sha256(&self) -> Option<&'a str> {
        self.item.sha256.as_deref().filter(|hash| is_sha256(hash))
    }

    /// Whether more is asked than that the place exists.
    pub(super) fn is_checked(&self) -> bool {
        let has_check = match self.item.check() {
            Some(Check::Quote(quotes)) => !quote::fold(quotes).is_empty(),
            check => check.is_some(),
        };
        has_check || self.sha256().is_some()
    }

    /// Whether nothing is asked but whether it is there.
    pub(super) fn is_only_looked_up(&self) -> bool {
        !self.is_checked() && self.fragment.is_none() && self.passages.is_empty()
    }

    /// The file as messages name it.
    pub(super) fn name(&self) -> String {
        let path = on_one_line(self.path);
        match &self.item.commit {
            Some(commit) => format!("`{path}` at {}", commit.get(..12).unwrap_or(commit)),
            None => format!("`{path}`"),
        }
    }

    /// The place without its commit and without code marks, for the middle of a message.
    pub(super) fn place_name(&self) -> String {
        if self.place == Place::Here { self.path.to_owned() } else { self.name() }
    }

    /// What is looked for, for people.
    pub(super) fn looked_for(&self) -> String {
        let place = match &self.fragment {
            Some(Fragment::Lines(lines)) => format!("{} of {}", lines.words(), self.name()),
            Some(Fragment::Anchor(anchor)) => format!("`#{}` of {}", on_one_line(anchor), self.name()),
            None => self.name(),
        };
        let place = match self.passages.first() {
            Some(passage) => format!("the text {} in {place}", passage.words()),
            None => place,
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
            outcome: trouble.kind.outcome().unwrap_or(Outcome::Found),
            looked_for: self.looked_for(),
            found,
            troubles: vec![trouble],
        }
    }
}
