//! The one place that turns a settled place into lines and columns.

use crate::findings::Place;
use crate::text::source::{LineColumn, Source};

/// Where something stands. Lines and columns count from 1, columns count characters, and the end is one past the last
/// character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Location<'a> {
    /// The file, relative to the top of the repository, with `/`.
    pub path: &'a str,
    /// Line of the first character.
    pub line: usize,
    /// Column of the first character.
    pub column: usize,
    /// Line of the end.
    pub end_line: usize,
    /// Column of the end.
    pub end_column: usize,
}

impl<'a> Location<'a> {
    /// The location of a settled place. A file as a whole is its first character, and so is what has no text to stand in.
    #[must_use]
    pub fn of(place: &Place, source: Option<&Source>, path: &'a str) -> Self {
        let top = LineColumn { line: 1, column: 1 };
        let (start, end) = match (place, source) {
            (Place::Span(span), Some(source)) => {
                let span = span.clamped(&source.text);
                (source.position(span.start), source.position(span.end))
            }
            _ => (top, top),
        };
        Self { path, line: start.line, column: start.column, end_line: end.line, end_column: end.column }
    }
}

#[cfg(test)]
mod tests {
    use super::Location;
    use crate::findings::Place;
    use crate::text::source::Source;
    use crate::text::span::Span;

    #[test]
    fn columns_count_characters_and_the_end_is_exclusive() {
        let source = Source::new("d.yml", "a: 1\né: ü\n");
        let found = Location::of(&Place::Span(Span::new(9, 11)), Some(&source), "d.yml");
        assert_eq!(found, Location { path: "d.yml", line: 2, column: 4, end_line: 2, end_column: 5 });
    }

    #[test]
    fn a_span_that_leaves_the_text_ends_with_it() {
        let source = Source::new("d.yml", "aé");
        let found = Location::of(&Place::Span(Span::new(2, 900)), Some(&source), "d.yml");
        assert_eq!((found.line, found.column, found.end_line, found.end_column), (1, 2, 1, 3));
    }

    #[test]
    fn the_file_as_a_whole_is_its_first_character() {
        let source = Source::new("d.yml", "a: 1\n");
        let top = Location { path: "d.yml", line: 1, column: 1, end_line: 1, end_column: 1 };
        assert_eq!(Location::of(&Place::File, Some(&source), "d.yml"), top);
        assert_eq!(Location::of(&Place::Span(Span::new(3, 4)), None, "d.yml"), top);
    }
}
