//! The tree: what the file says, and where.

use super::path::{Part, Path, Step};
use crate::text::span::Span;

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// What it is.
    pub kind: Kind,
    /// Where it stands, quotes and brackets included, blanks and comments behind it not.
    pub span: Span,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text. What it means (a date, a level) is for the declaration to say, never for a YAML schema.
    Scalar {
        /// The text, escapes resolved.
        text: String,
        /// How it was written.
        style: Style,
    },
    /// A list.
    List(Vec<Node>),
    /// A map, in file order, each key once.
    Map(Vec<Entry>),
    /// Something that was refused (an alias): reported there, nothing more is said of it.
    Refused,
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// Where the key stands.
    pub key_span: Span,
    /// How the key was written.
    pub key_style: Style,
    /// Its value.
    pub value: Node,
}

/// How a scalar was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Without quotes.
    Plain,
    /// `'…'`.
    SingleQuoted,
    /// `"…"`.
    DoubleQuoted,
    /// `|` or `>`.
    Block,
}

impl Node {
    /// The entry of a key, if this is a map that has it.
    #[must_use]
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        match &self.kind {
            Kind::Map(entries) => entries.iter().find(|entry| entry.key == key),
            _ => None,
        }
    }

    /// The value of a key, if this is a map that has it.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entry(key).map(|entry| &entry.value)
    }

    /// The text, if this is a scalar.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// The entries, if this is a map; none otherwise.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        match &self.kind {
            Kind::Map(entries) => entries,
            _ => &[],
        }
    }

    /// One item or a list of them, both as a list.
    #[must_use]
    pub fn one_or_many(&self) -> &[Node] {
        match &self.kind {
            Kind::List(items) => items,
            _ => std::slice::from_ref(self),
        }
    }

    /// Whether nothing stands there: `key:` and no more.
    #[must_use]
    pub fn is_empty_plain(&self) -> bool {
        matches!(&self.kind, Kind::Scalar { text, style: Style::Plain } if text.is_empty())
    }

    /// The one place that turns a path into a span. A path that leads further than the tree ends at the nearest thing that is
    /// there: at its key, so that "missing in `mfa`" points at `mfa`.
    #[must_use]
    pub fn locate(&self, path: &Path, part: Part) -> Span {
        let mut node = self;
        let mut key_span: Option<Span> = None;
        for step in path.steps() {
            match (step, &node.kind) {
                (Step::Key(key), Kind::Map(_)) => match node.entry(key) {
                    Some(entry) => {
                        key_span = Some(entry.key_span);
                        node = &entry.value;
                    }
                    None => return key_span.unwrap_or_else(|| first_of(node)),
                },
                (Step::Item(index), Kind::List(items)) => match items.get(*index) {
                    Some(item) => {
                        key_span = None;
                        node = item;
                    }
                    None => return key_span.unwrap_or(node.span),
                },
                // One item written without its list.
                (Step::Item(0), _) => {}
                // A map written short, as its one scalar (`mfa: met`): that scalar is what is meant.
                (Step::Key(_), Kind::Scalar { text, .. }) if !text.is_empty() => return node.span,
                _ => return key_span.unwrap_or(node.span),
            }
        }
        match part {
            Part::Key => key_span.unwrap_or_else(|| first_of(node)),
            Part::Value if node.span.start == node.span.end => key_span.unwrap_or(node.span),
            Part::Value => match &node.kind {
                Kind::Map(_) | Kind::List(_) => first_of(node),
                _ => node.span,
            },
        }
    }

    /// The node that a path leads to, if it is there.
    #[must_use]
    pub fn find(&self, path: &Path) -> Option<&Node> {
        path.steps().iter().try_fold(self, |node, step| match (step, &node.kind) {
            (Step::Key(key), Kind::Map(_)) => node.get(key),
            (Step::Item(index), Kind::List(items)) => items.get(*index),
            (Step::Item(0), _) => Some(node),
            _ => None,
        })
    }
}

/// Where to point for a whole map or list: its first key or item, since marking pages of text says nothing.
fn first_of(node: &Node) -> Span {
    match &node.kind {
        Kind::Map(entries) => entries.first().map_or(node.span, |entry| entry.key_span),
        Kind::List(items) => items.first().map_or(node.span, first_of),
        _ => node.span,
    }
}
