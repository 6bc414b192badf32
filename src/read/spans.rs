//! The parser's markers → byte spans that hold exactly one token.
//!
//! `saphyr-parser` counts characters, and the end of a scalar takes in the blanks and the comment behind it: an edit that
//! trusted it would delete a comment.

use super::tree::Style;
use crate::text::span::Span;
use saphyr_parser::{Marker, Span as Marked};

/// Characters → bytes of one text.
pub(super) struct Offsets<'a> {
    text: &'a str,
    /// The byte of each character; `None` for ASCII, where they are the same.
    table: Option<Vec<usize>>,
}

impl<'a> Offsets<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let table = (!text.is_ascii()).then(|| text.char_indices().map(|(at, _)| at).collect());
        Self { text, table }
    }

    pub(super) fn byte(&self, marker: &Marker) -> usize {
        let byte = match &self.table {
            Some(table) => table.get(marker.index()).copied().unwrap_or(self.text.len()),
            None => marker.index(),
        };
        byte.min(self.text.len())
    }

    pub(super) fn start(&self, span: &Marked) -> usize {
        self.byte(&span.start)
    }

    /// The span of a scalar token, from its own first to its own last character.
    pub(super) fn scalar(&self, span: &Marked, style: Style) -> Span {
        let start = self.start(span);
        let marked = self.byte(&span.end);
        let end = match style {
            Style::DoubleQuoted => self.quoted_end(start, '"'),
            Style::SingleQuoted => self.quoted_end(start, '\''),
            Style::Plain | Style::Block => start + self.text[start..marked.max(start)].trim_end().len(),
        };
        Span::new(start, end)
    }

    /// The end of a quoted scalar that begins at `start`: past its closing quote.
    fn quoted_end(&self, start: usize, quote: char) -> usize {
        let mut characters = self.text[start..].char_indices().skip(1).peekable();
        while let Some((at, c)) = characters.next() {
            if quote == '"' && c == '\\' {
                characters.next();
            } else if c == quote {
                let doubled = quote == '\'' && characters.peek().is_some_and(|(_, next)| *next == quote);
                if !doubled {
                    return start + at + c.len_utf8();
                }
                characters.next();
            }
        }
        self.text.len()
    }

    /// Whether a bracket stands at this byte.
    pub(super) fn is_bracket(&self, at: usize) -> bool {
        self.text[at..].starts_with(['[', '{'])
    }

    /// The span of a map or list: the bracketed token, or from its start to the end of its last member.
    pub(super) fn collection(&self, start: usize, end_event: &Marked, last_member: Option<usize>) -> Span {
        if self.is_bracket(start) {
            return Span::new(start, self.byte(&end_event.end));
        }
        Span::new(start, last_member.unwrap_or(start))
    }

    /// Where a node property (`&anchor`, `!tag`) stands: just before the node, or at its start.
    pub(super) fn property(&self, mark: char, from: usize, node: usize) -> Span {
        let upto = self.text[node..].find([' ', '\n', ',', ']', '}']).map_or(self.text.len(), |n| node + n);
        let stretch = &self.text[from.min(node)..upto];
        let at = stretch.rfind(mark).map_or(node, |at| from.min(node) + at);
        let length =
            self.text[at..].find([' ', '\t', '\r', '\n', ',', ']', '}']).unwrap_or(self.text.len() - at);
        Span::new(at, at + length)
    }
}
