//! A range of bytes in a text.

use std::ops::Range;

/// A half-open range of bytes. Always on character boundaries of the text that it was made for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte; never less than `start`.
    pub end: usize,
}

impl Span {
    /// The span of these bytes; a reversed pair becomes empty at `start`.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }

    /// The same span as a standard range.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// The nearest span that lies inside `text` on character boundaries.
    ///
    /// Renderers panic on anything else, so every span goes through here once more before it is drawn.
    #[must_use]
    pub fn clamped(self, text: &str) -> Self {
        let start = text.floor_char_boundary(self.start.min(text.len()));
        let end = text.ceil_char_boundary(self.end.min(text.len()));
        Self::new(start, end)
    }
}

#[cfg(test)]
mod tests {
    use super::Span;

    #[test]
    fn clamping_never_leaves_the_text_or_splits_a_character() {
        let text = "aé";
        assert_eq!(Span::new(2, 99).clamped(text), Span::new(1, 3));
        assert_eq!(Span::new(50, 2).clamped(text), Span::new(3, 3));
    }
}
