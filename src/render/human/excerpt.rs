//! The few lines of a declaration that a finding is about, safe to print, and where the bytes of the declaration went.
//!
//! Only these lines are given to the snippet library: it looks at everything that it is given, once for each finding.

use crate::text::source::Source;
use crate::text::span::Span;
use crate::text::{credentials, sanitize};
use std::ops::Range;

/// Bytes of a line that are shown before the first marked place and from there on: what a screen can show and no more, as a
/// declaration may well be one line of 256 KiB.
const BEFORE: usize = 120;
const AFTER: usize = 400;
/// What stands for the rest of such a line.
const CUT: &str = "...";

/// Lines of a source.
pub(super) struct Excerpt {
    /// The lines, safe to print, each ended by LF but the last.
    pub(super) text: String,
    /// The number of the first one.
    pub(super) line_start: usize,
    /// Byte of the source → byte of the text, wherever the distance between the two changes.
    map: Vec<(usize, usize)>,
}

impl Excerpt {
    /// The lines that hold these spans, which lie within the source; no more than the lines from the first to the last. `secrets` are
    /// those of the whole source, as [`credentials::ranges`] finds them: looked for once, as many findings may stand on one long line.
    pub(super) fn new(source: &Source, secrets: &[Range<usize>], spans: &[Span]) -> Self {
        let first = spans.iter().map(|span| span.start).min().unwrap_or(0);
        let last = spans.iter().map(|span| span.end).max().unwrap_or(0);
        let line_start = source.position(first).line;
        let mut excerpt = Self { text: String::new(), line_start, map: Vec::new() };
        for line in line_start..=source.position(last).line {
            let Some(line) = source.line_span(line) else { break };
            if !excerpt.map.is_empty() {
                excerpt.text.push('\n');
            }
            let touching = spans.iter().filter(|span| span.start <= line.end && span.end >= line.start);
            let from = touching.map(|span| span.start.max(line.start)).min().unwrap_or(line.start);
            excerpt.line(&source.text, secrets, line, from);
        }
        excerpt
    }

    fn line(&mut self, source: &str, secrets: &[Range<usize>], line: Span, from: usize) {
        let start = source.floor_char_boundary(from.saturating_sub(BEFORE).max(line.start));
        let end = source.ceil_char_boundary(from.saturating_add(AFTER).min(line.end));
        self.mark(line.start);
        if start > line.start {
            self.text.push_str(CUT);
            self.mark(start);
        }
        // A line that begins with `::` is an order to a CI runner, should the library quote it in a panic.
        if source[start..end].trim_start().starts_with("::") {
            self.text.push('\\');
            self.mark(start);
        }
        let first = secrets.partition_point(|secret| secret.end <= start);
        let mut secrets = secrets[first..].iter().peekable();
        for (at, c) in source[start..end].char_indices() {
            let at = start + at;
            while secrets.next_if(|secret| secret.end <= at).is_some() {}
            if let Some(secret) = secrets.peek().filter(|secret| secret.start <= at) {
                if at == secret.start.max(start) {
                    self.mark(at);
                    self.text.push_str(credentials::MASK);
                    self.mark(secret.end.min(end));
                }
                continue;
            }
            let mut bytes = [0; 4];
            match sanitize::lines(c.encode_utf8(&mut bytes)) {
                _ if c == '[' && self.text.ends_with("##") => {
                    self.mark(at);
                    self.text.push_str("\\[");
                    self.mark(at + 1);
                }
                safe if safe.len() == c.len_utf8() => self.text.push(c),
                safe => {
                    self.mark(at);
                    self.text.push_str(&safe);
                    self.mark(at + c.len_utf8());
                }
            }
        }
        if end < line.end {
            self.mark(end);
            self.text.push_str(CUT);
        }
        self.mark(line.end);
    }

    fn mark(&mut self, at: usize) {
        self.map.push((at, self.text.len()));
    }

    /// Where a span of the source stands in the text. What was cut is at the ellipsis; what lies outside, at an end.
    pub(super) fn span(&self, span: Span) -> Span {
        Span::new(self.byte(span.start), self.byte(span.end)).clamped(&self.text)
    }

    fn byte(&self, at: usize) -> usize {
        let next = self.map.partition_point(|(source, _)| *source <= at);
        let limit = self.map.get(next).map_or(self.text.len(), |(_, text)| *text);
        let (source, text) = next.checked_sub(1).map_or((at, 0), |index| self.map[index]);
        limit.min(text + (at - source))
    }

    /// The column that a byte of the text has, from 1: what the library will say.
    pub(super) fn column(&self, at: usize) -> usize {
        let line = self.text[..at].rfind('\n').map_or(0, |end| end + 1);
        self.text[line..at].chars().count() + 1
    }
}

#[cfg(test)]
mod tests {
    use super::Excerpt;
    use crate::text::credentials;
    use crate::text::source::Source;
    use crate::text::span::Span;

    fn marked(text: &str, span: Span) -> (String, String) {
        let source = Source::new("f", text);
        let excerpt = Excerpt::new(&source, &credentials::ranges(text), &[span]);
        let at = excerpt.span(span);
        (excerpt.text[at.range()].to_owned(), excerpt.text)
    }

    #[test]
    fn spans_keep_their_text_where_escapes_shift_it() {
        let text = "one\na\u{202e}\x1b: wörd ##[x]\r\nthree";
        let at = text.find("wörd").unwrap();
        let (word, line) = marked(text, Span::new(at, at + 5));
        assert_eq!(word, "wörd");
        assert_eq!(line, "a\\u{202e}\\u{1b}: wörd ##\\[x]");
        assert_eq!(marked(text, Span::new(5, 9)).0, "\\u{202e}\\u{1b}");
        let bracket = text.find("[x]").unwrap();
        assert_eq!(marked(text, Span::new(bracket, bracket + 3)).0, "\\[x]");
    }

    #[test]
    fn a_line_of_pages_is_cut_around_the_marked_place() {
        let text = format!("{}needle{}", "é".repeat(50_000), "ü".repeat(50_000));
        let at = text.find("needle").unwrap();
        let (word, line) = marked(&text, Span::new(at, at + 6));
        assert_eq!(word, "needle");
        assert!(line.len() < 600 && line.starts_with("...é") && line.ends_with("ü..."), "{line}");
        let (all, _) = marked(&text, Span::new(0, text.len()));
        assert!(all.len() < 600);
    }

    #[test]
    fn a_password_that_begins_far_before_the_marked_place_is_masked_all_the_same() {
        let text = format!("a: b@c\nd: https://{}needle@e.example/", "p".repeat(1000));
        let at = text.find("needle").unwrap();
        assert_eq!(marked(&text, Span::new(at, at + 6)).1, "...***@e.example/");
    }

    #[test]
    fn an_empty_source_and_its_end_have_a_place() {
        assert_eq!(marked("", Span::new(0, 0)), (String::new(), String::new()));
        assert_eq!(marked("a\n", Span::new(2, 2)), (String::new(), String::new()));
    }
}
