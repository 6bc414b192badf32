//! Tree against grammar: everything that does not fit, each with its path.

mod values;

use super::describe::describe;
use super::grammar::{DECLARATION, Field, Shape, Vocabulary};
use super::mismatch::{Mismatch, Problem};
use crate::principles::{Catalogue, Requirement};
use crate::read::{Entry, Kind, Node, Part, Path, Step, Style, scalar};
use crate::text::nearest::nearest;

/// What names are known where.
#[derive(Clone, Copy, Debug)]
pub struct Names<'a> {
    /// The catalogue that the answers are about.
    pub catalogue: &'a Catalogue,
    /// The ids of all rules.
    pub rules: &'a [&'static str],
}

/// Everything of `root` that does not fit, in file order.
#[must_use]
pub fn conform(root: &Node, names: Names<'_>) -> Vec<Mismatch> {
    let mut walk = Walk { names, path: Path::top(), requirement: None, found: Vec::new() };
    walk.value(root, &DECLARATION);
    walk.found
}

struct Walk<'a> {
    names: Names<'a>,
    /// Where the walk is.
    path: Path,
    /// The requirement whose answer is being walked.
    requirement: Option<&'a Requirement>,
    found: Vec<Mismatch>,
}

impl Walk<'_> {
    fn say(&mut self, part: Part, problem: Problem) {
        self.found.push(Mismatch { at: self.path.clone(), part, problem });
    }

    fn value(&mut self, node: &Node, shape: &'static Shape) {
        if matches!(node.kind, Kind::Refused) {
            return;
        }
        match shape {
            Shape::Json => self.json(node),
            Shape::Map(_, fields) => self.map(node, fields, shape),
            Shape::Table(vocabulary, each) => self.table(node, *vocabulary, each, shape),
            Shape::List(each) => match &node.kind {
                Kind::List(items) => self.items(items, each),
                _ => self.wrong_kind(node, shape),
            },
            Shape::NonEmpty(each) => match &node.kind {
                Kind::List(items) if !items.is_empty() => self.items(items, each),
                _ => self.wrong_kind(node, shape),
            },
            Shape::OneOrMany(each) => match &node.kind {
                Kind::List(items) if items.is_empty() => self.wrong_kind(node, shape),
                Kind::List(items) => self.items(items, each),
                _ => self.value(node, each),
            },
            Shape::Short(short, long) => match &node.kind {
                Kind::Map(_) => self.value(node, long),
                Kind::Scalar { .. } => self.value(node, short),
                _ => self.wrong_kind(node, shape),
            },
            scalar => match &node.kind {
                Kind::Scalar { text, style } => self.scalar(node, text, *style, scalar),
                _ => self.wrong_kind(node, scalar),
            },
        }
    }

    fn items(&mut self, items: &[Node], each: &'static Shape) {
        for (index, item) in items.iter().enumerate() {
            self.path.enter(Step::Item(index));
            self.value(item, each);
            self.path.leave();
        }
    }

    /// A number that JSON would write otherwise is no number there, and silently text here.
    fn json(&mut self, node: &Node) {
        match &node.kind {
            Kind::Scalar { text, style: Style::Plain } if scalar::is_number(text) => {
                if serde_json::from_str::<serde_json::Number>(text).is_err() {
                    let expected = describe(&Shape::Json);
                    self.say(Part::Value, Problem::BadValue { expected, found: text.clone(), near: None });
                }
            }
            Kind::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.path.enter(Step::Item(index));
                    self.json(item);
                    self.path.leave();
                }
            }
            Kind::Map(entries) => {
                for entry in entries {
                    self.path.enter(Step::Key(entry.key.clone()));
                    self.json(&entry.value);
                    self.path.leave();
                }
            }
            Kind::Scalar { .. } | Kind::Refused => {}
        }
    }

    fn wrong_kind(&mut self, node: &Node, shape: &Shape) {
        let found = match &node.kind {
            _ if node.is_empty_plain() => "nothing",
            Kind::Scalar { .. } => "text",
            Kind::List(items) if items.is_empty() => "an empty list",
            Kind::List(_) => "a list",
            Kind::Map(_) => "a map",
            Kind::Refused => return,
        };
        self.say(Part::Value, Problem::WrongKind { expected: describe(shape), found });
    }

    fn map(&mut self, node: &Node, fields: &'static [Field], shape: &Shape) {
        let Kind::Map(entries) = &node.kind else {
            self.wrong_kind(node, shape);
            return;
        };
        for entry in entries.iter().filter(|entry| !entry.key.starts_with("x-")) {
            self.path.enter(Step::Key(entry.key.clone()));
            match fields.iter().find(|field| field.key == entry.key) {
                Some(field) => self.value(&entry.value, field.shape),
                None => self.unknown_key(entry, fields),
            }
            self.path.leave();
        }
        for field in fields.iter().filter(|field| field.required && node.get(field.key).is_none()) {
            // A key that is only misspelt is reported as such, and once.
            let misspelt =
                entries.iter().any(|entry| near_key(&entry.key, fields, entries) == Some(field.key));
            if !misspelt {
                self.say(Part::Key, Problem::MissingKey { key: field.key, about: field.about });
            }
        }
    }

    fn unknown_key(&mut self, entry: &Entry, fields: &'static [Field]) {
        let key = entry.key.clone();
        let belongs = self.belongs(&key);
        // An exact key of another place is meant for that place, not misspelt here.
        let near = if belongs.is_some() { None } else { nearest(&key, fields.iter().map(|field| field.key)) };
        self.say(Part::Key, Problem::UnknownKey { key, near, belongs });
    }

    fn belongs(&self, key: &str) -> Option<String> {
        if self.names.catalogue.requirement(key).is_some() {
            return Some("under `answers`".to_owned());
        }
        if self.names.catalogue.track(key).is_some() {
            return Some("under `claims`".to_owned());
        }
        place_of(&DECLARATION, key).map(str::to_owned)
    }

    fn table(&mut self, node: &Node, vocabulary: Vocabulary, each: &'static Shape, shape: &Shape) {
        let Kind::Map(entries) = &node.kind else {
            self.wrong_kind(node, shape);
            return;
        };
        for entry in entries.iter().filter(|entry| !entry.key.starts_with("x-")) {
            self.path.enter(Step::Key(entry.key.clone()));
            if self.name(&entry.key, vocabulary, Part::Key) {
                let before = self.requirement;
                if matches!(vocabulary, Vocabulary::Requirement | Vocabulary::CliRequirement) {
                    self.requirement = self.names.catalogue.requirement(&entry.key);
                }
                self.value(&entry.value, each);
                self.requirement = before;
            }
            self.path.leave();
        }
    }

    /// Whether a name is known; says so if it is not.
    fn name(&mut self, name: &str, vocabulary: Vocabulary, part: Part) -> bool {
        if vocabulary == Vocabulary::Client {
            return self.client_name(name, part);
        }
        // The requirement is unknown itself, and reported: nothing can be said of its parts.
        let nothing_known = vocabulary == Vocabulary::RequirementPart && self.requirement.is_none();
        if nothing_known || self.known(vocabulary).any(|known| known == name) {
            return true;
        }
        let known: Vec<&str> = self.known(vocabulary).collect();
        let near = nearest(name, known.iter().copied()).map(str::to_owned);
        let remark = self.remark(name, vocabulary, &known);
        self.say(part, Problem::UnknownName { vocabulary, name: name.to_owned(), near, remark });
        false
    }

    /// The names of a vocabulary, as far as they are fixed.
    fn known(&self, vocabulary: Vocabulary) -> Box<dyn Iterator<Item = &str> + '_> {
        let catalogue = self.names.catalogue;
        match vocabulary {
            Vocabulary::Client => Box::new(std::iter::empty()),
            Vocabulary::Requirement => Box::new(catalogue.requirements.iter().map(|it| &*it.id)),
            Vocabulary::CliRequirement => Box::new(
                catalogue.requirements.iter().filter(|it| catalogue.is_per_cli(it)).map(|it| &*it.id),
            ),
            Vocabulary::RequirementPart => {
                Box::new(self.requirement.into_iter().flat_map(|it| it.parts.iter()).map(|it| &*it.id))
            }
            Vocabulary::Track => Box::new(catalogue.tracks.iter().map(|it| &*it.id)),
            Vocabulary::OptInTrack => {
                Box::new(catalogue.tracks.iter().filter(|it| it.opt_in).map(|it| &*it.id))
            }
            Vocabulary::Rule => Box::new(self.names.rules.iter().copied()),
        }
    }

    fn remark(&self, name: &str, vocabulary: Vocabulary, known: &[&str]) -> Option<String> {
        let listed = || {
            format!("known here: {}", known.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", "))
        };
        match vocabulary {
            Vocabulary::CliRequirement if self.names.catalogue.requirement(name).is_some() => {
                Some(format!("`{name}` is not about a client: it belongs under the top-level `answers`"))
            }
            Vocabulary::RequirementPart => {
                let requirement = self.requirement?;
                Some(if known.is_empty() {
                    format!("`{}` has no parts", requirement.id)
                } else {
                    format!(
                        "the parts of `{}` are {}",
                        requirement.id,
                        listed().trim_start_matches("known here: ")
                    )
                })
            }
            Vocabulary::Requirement => place_of(&DECLARATION, name)
                .map(|place| format!("`{name}` belongs {place}: is it indented as it should be?")),
            Vocabulary::Track | Vocabulary::OptInTrack | Vocabulary::CliRequirement => Some(listed()),
            Vocabulary::Rule | Vocabulary::Client => None,
        }
    }

    fn client_name(&mut self, name: &str, part: Part) -> bool {
        const LONGEST: usize = 64;
        let sound = !name.trim().is_empty() && name.trim() == name && name.chars().count() <= LONGEST;
        if !sound {
            let expected = format!("a client's name of 1 to {LONGEST} characters");
            self.say(part, Problem::BadValue { expected, found: name.to_owned(), near: None });
        }
        sound
    }
}

/// The key of `fields` that an unknown key is probably meant to be, unless that key stands beside it.
fn near_key(key: &str, fields: &'static [Field], beside: &[Entry]) -> Option<&'static str> {
    if fields.iter().any(|field| field.key == key) || key.starts_with("x-") {
        return None;
    }
    nearest(key, fields.iter().map(|field| field.key))
        .filter(|near| beside.iter().all(|entry| entry.key != *near))
}

/// The place in the grammar whose maps have this key.
fn place_of(shape: &'static Shape, key: &str) -> Option<&'static str> {
    match shape {
        Shape::Map(place, fields) => {
            if fields.iter().any(|field| field.key == key) {
                return Some(place);
            }
            fields.iter().find_map(|field| place_of(field.shape, key))
        }
        Shape::Table(_, each) | Shape::List(each) | Shape::NonEmpty(each) | Shape::OneOrMany(each) => {
            place_of(each, key)
        }
        Shape::Short(_, long) => place_of(long, key),
        _ => None,
    }
}
