//! A text with a name, and where its lines begin.

use super::span::Span;

/// A position for people: both count from 1, columns count characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// A text that findings point into.
#[derive(Clone, Debug)]
pub struct Source {
    /// The path as the reports name it: relative to the top of the repository, with `/`.
    pub path: String,
    /// The text, without a byte order mark.
    pub text: String,
    line_starts: Vec<usize>,
}

impl Source {
    /// Indexes the lines of a text. Lines end at LF; a CR before it belongs to the line end.
    #[must_use]
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let line_starts = std::iter::once(0)
            .chain(text.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(i, _)| i + 1));
        let line_starts = line_starts.collect();
        Self { path: path.into(), text, line_starts }
    }

    /// Line and column of a byte; a byte past the end is at the end.
    #[must_use]
    pub fn position(&self, byte: usize) -> LineColumn {
        let byte = self.text.floor_char_boundary(byte.min(self.text.len()));
        let line = self.line_starts.partition_point(|start| *start <= byte);
        let start = self.line_starts[line - 1];
        LineColumn { line, column: self.text[start..byte].chars().count() + 1 }
    }

    /// The bytes of a line (from 1) without its line end, or `None` past the last line.
    #[must_use]
    pub fn line_span(&self, line: usize) -> Option<Span> {
        let start = *self.line_starts.get(line.checked_sub(1)?)?;
        let end = self.line_starts.get(line).map_or(self.text.len(), |next| next - 1);
        let body = self.text[start..end].strip_suffix('\r').unwrap_or(&self.text[start..end]);
        Some(Span::new(start, start + body.len()))
    }

    /// How many lines a person would count: a line end at the very end opens no further line.
    #[must_use]
    pub fn line_count(&self) -> usize {
        let last_is_empty = self.line_starts.last() == Some(&self.text.len());
        self.line_starts.len() - usize::from(last_is_empty)
    }

    /// The text of a span, clamped to the text.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        &self.text[span.clamped(&self.text).range()]
    }
}

#[cfg(test)]
mod tests {
    use super::{LineColumn, Source};

    #[test]
    fn columns_count_characters_and_lines_end_at_lf() {
        let source = Source::new("f", "é: 1\r\nb");
        assert_eq!(source.position(2), LineColumn { line: 1, column: 2 });
        assert_eq!(source.position(7), LineColumn { line: 2, column: 1 });
        assert_eq!(source.position(99), LineColumn { line: 2, column: 2 });
        assert_eq!(source.slice(source.line_span(1).unwrap()), "é: 1");
        assert_eq!(source.line_count(), 2);
        assert_eq!(Source::new("f", "a\n").line_count(), 1);
        assert_eq!(Source::new("f", "").line_count(), 0);
    }
}
