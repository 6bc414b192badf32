//! Parser events → tree, refusing as it goes.

use super::refusal::{Feature, Refusal};
use super::scalar;
use super::spans::Offsets;
use super::tree::{Entry, Kind, Node, Style};
use super::{MAX_DEPTH, MAX_NODES, ReadError};
use crate::text::span::Span;
use saphyr_parser::{Event, Parser, ScalarStyle, Span as Marked};
use std::borrow::Cow;
use std::collections::HashMap;

/// Builds the tree of the first document.
pub(super) fn build(text: &str) -> Result<(Node, Vec<Refusal>), ReadError> {
    // Same number of characters, so that places stay true: what was refused above must not break the parser too.
    let parsed = readable(text);
    let mut builder = Builder {
        offsets: Offsets::new(text),
        open: Vec::new(),
        root: None,
        refusals: Vec::new(),
        nodes: 0,
        documents: 0,
        previous_end: 0,
    };
    for event in Parser::new_from_str(&parsed) {
        let (event, span) = event.map_err(|error| {
            let at = Span::new(builder.offsets.byte(error.marker()), builder.offsets.byte(error.marker()));
            // The scanner reads ahead, and has a limit of its own that is far above ours.
            if error.info().contains("recursion limit") {
                return too_deep(at);
            }
            ReadError::Syntax { message: error.info().to_owned(), at }
        })?;
        if builder.take(event, &span)? == Flow::Stop {
            break;
        }
    }
    let empty =
        Node { kind: Kind::Scalar { text: String::new(), style: Style::Plain }, span: Span::new(0, 0) };
    Ok((builder.root.unwrap_or(empty), builder.refusals))
}

/// The text with every bare CR as LF and every other control character as a letter.
fn readable(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|b| matches!(b, b' '..=b'~' | b'\n' | b'\t')) {
        return Cow::Borrowed(text);
    }
    let refused = |c: char| {
        c.is_control() && !matches!(c, '\n' | '\t' | '\r')
            || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}')
    };
    let mut rest = text.bytes().enumerate().filter(|(_, b)| *b == b'\r');
    let bare = rest.any(|(at, _)| text.as_bytes().get(at + 1) != Some(&b'\n'));
    if !bare && !text.chars().any(refused) {
        return Cow::Borrowed(text);
    }
    let mut characters = text.chars().peekable();
    let mut copy = String::with_capacity(text.len());
    while let Some(c) = characters.next() {
        copy.push(match c {
            '\r' if characters.peek() != Some(&'\n') => '\n',
            c if refused(c) => '_',
            c => c,
        });
    }
    Cow::Owned(copy)
}

#[derive(PartialEq)]
enum Flow {
    Go,
    Stop,
}

struct Builder<'a> {
    offsets: Offsets<'a>,
    open: Vec<Open>,
    root: Option<Node>,
    refusals: Vec<Refusal>,
    nodes: usize,
    documents: usize,
    /// Where the previous event ended: properties of the next node stand behind it.
    previous_end: usize,
}

/// A map or list whose end has not come yet.
enum Open {
    List {
        start: usize,
        items: Vec<Node>,
    },
    Map {
        start: usize,
        entries: Vec<Entry>,
        seen: HashMap<String, Span>,
        key: Option<Key>,
        last: Option<usize>,
    },
}

/// A key whose value has not come yet.
enum Key {
    Text {
        key: String,
        span: Span,
        style: Style,
    },
    /// Reported; its value is read and dropped.
    Refused,
}

impl Builder<'_> {
    fn take(&mut self, event: Event<'_>, span: &Marked) -> Result<Flow, ReadError> {
        let start = self.offsets.start(span);
        match event {
            Event::DocumentStart(_) => {
                self.documents += 1;
                if self.documents > 1 {
                    self.refuse(Feature::SecondDocument, Span::new(start, self.offsets.byte(&span.end)));
                    return Ok(Flow::Stop);
                }
            }
            Event::Scalar(text, style, anchor, tag) => {
                self.count(start)?;
                self.properties(anchor, tag.is_some(), start);
                let style = match style {
                    ScalarStyle::Plain => Style::Plain,
                    ScalarStyle::SingleQuoted => Style::SingleQuoted,
                    ScalarStyle::DoubleQuoted => Style::DoubleQuoted,
                    ScalarStyle::Literal | ScalarStyle::Folded => Style::Block,
                };
                let place = if text.is_empty() && style == Style::Plain {
                    Span::new(start, start)
                } else {
                    self.offsets.scalar(span, style)
                };
                self.previous_end = place.end;
                if style == Style::Plain && text.starts_with(['?', '|', '>']) && self.is_in_brackets() {
                    self.refuse(Feature::LeadingIndicator, place);
                }
                self.complete(Node { kind: Kind::Scalar { text: text.into_owned(), style }, span: place });
            }
            Event::Alias(_) => {
                self.count(start)?;
                let place = self.offsets.property('*', start, start);
                self.refuse(Feature::Alias, place);
                self.previous_end = place.end;
                self.complete(Node { kind: Kind::Refused, span: place });
            }
            Event::SequenceStart(anchor, tag) => {
                self.enter(start, anchor, tag.is_some())?;
                self.open.push(Open::List { start, items: Vec::new() });
            }
            Event::MappingStart(anchor, tag) => {
                self.enter(start, anchor, tag.is_some())?;
                self.open.push(Open::Map {
                    start,
                    entries: Vec::new(),
                    seen: HashMap::new(),
                    key: None,
                    last: None,
                });
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(span),
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
        }
        Ok(Flow::Go)
    }

    fn enter(&mut self, start: usize, anchor: usize, tagged: bool) -> Result<(), ReadError> {
        self.count(start)?;
        self.properties(anchor, tagged, start);
        if self.open.len() == MAX_DEPTH {
            return Err(too_deep(Span::new(start, start)));
        }
        self.previous_end = start;
        Ok(())
    }

    fn count(&mut self, start: usize) -> Result<(), ReadError> {
        self.nodes += 1;
        if self.nodes > MAX_NODES {
            let message = format!("the file has more than {MAX_NODES} keys, values, maps and lists");
            return Err(ReadError::Limit { message, at: Span::new(start, start) });
        }
        Ok(())
    }

    fn properties(&mut self, anchor: usize, tagged: bool, node: usize) {
        if anchor > 0 {
            let place = self.offsets.property('&', self.previous_end, node);
            self.refuse(Feature::Anchor, place);
        }
        if tagged {
            let place = self.offsets.property('!', self.previous_end, node);
            self.refuse(Feature::Tag, place);
        }
    }

    /// Whether the innermost open map or list is written in brackets.
    fn is_in_brackets(&self) -> bool {
        let start = match self.open.last() {
            Some(Open::List { start, .. } | Open::Map { start, .. }) => *start,
            None => return false,
        };
        self.offsets.is_bracket(start)
    }

    fn refuse(&mut self, feature: Feature, place: Span) {
        self.refusals.push(Refusal::at(feature, place));
    }

    fn close(&mut self, span: &Marked) {
        let Some(open) = self.open.pop() else { return };
        let node = match open {
            Open::List { start, items } => {
                let last = items.last().map(|item| item.span.end);
                Node { span: self.offsets.collection(start, span, last), kind: Kind::List(items) }
            }
            Open::Map { start, entries, last, .. } => {
                Node { span: self.offsets.collection(start, span, last), kind: Kind::Map(entries) }
            }
        };
        self.previous_end = node.span.end.max(self.previous_end);
        self.complete(node);
    }

    /// Puts a finished node where it belongs: into the open list or map, or at the root.
    fn complete(&mut self, node: Node) {
        let refused = match self.open.last_mut() {
            None => {
                self.root = Some(node);
                None
            }
            Some(Open::List { items, .. }) => {
                items.push(node);
                None
            }
            Some(Open::Map { entries, seen, key, last, .. }) => {
                *last = Some(node.span.end);
                match key.take() {
                    None => {
                        let (taken, refused) = as_key(node, seen);
                        *key = Some(taken);
                        refused
                    }
                    Some(Key::Text { key, span, style }) => {
                        entries.push(Entry { key, key_span: span, key_style: style, value: node });
                        None
                    }
                    Some(Key::Refused) => None,
                }
            }
        };
        if let Some((feature, place)) = refused {
            self.refuse(feature, place);
        }
    }
}

fn too_deep(at: Span) -> ReadError {
    ReadError::Limit { message: format!("maps and lists are nested deeper than {MAX_DEPTH}"), at }
}

/// A node in the place of a key, and why it is refused if it is.
fn as_key(node: Node, seen: &mut HashMap<String, Span>) -> (Key, Option<(Feature, Span)>) {
    let span = node.span;
    let Kind::Scalar { text, style } = node.kind else {
        // An alias as a key is reported as an alias already.
        let feature = (node.kind != Kind::Refused).then_some((Feature::KeyNotText, span));
        return (Key::Refused, feature);
    };
    if style == Style::Plain && text == "<<" {
        return (Key::Refused, Some((Feature::MergeKey, span)));
    }
    if style == Style::Plain && is_no_text_to_some_reader(&text) {
        return (Key::Refused, Some((Feature::KeyNotText, span)));
    }
    if seen.insert(text.clone(), span).is_some() {
        return (Key::Refused, Some((Feature::DuplicateKey, span)));
    }
    (Key::Text { key: text, span, style }, None)
}

/// Whether YAML 1.1 or 1.2 reads a plain scalar as null, a boolean or a number.
fn is_no_text_to_some_reader(text: &str) -> bool {
    const BOOLEANS: &[&str] = &["y", "n", "yes", "no", "on", "off"];
    scalar::is_typed(text) || BOOLEANS.contains(&text.to_ascii_lowercase().as_str())
}
