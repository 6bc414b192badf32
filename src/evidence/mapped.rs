//! A text made from another one that still knows where each of its bytes came from.

use std::ops::Range;

/// A text and the bytes of the original that it was made from. Origins never fall.
#[derive(Clone, Debug, Default)]
pub struct Mapped {
    /// The text.
    pub text: String,
    segments: Vec<Segment>,
}

/// A run of bytes: a verbatim one goes along with the original, another one comes from one byte as a whole.
#[derive(Clone, Copy, Debug)]
struct Segment {
    at: usize,
    origin: usize,
    verbatim: bool,
}

impl Mapped {
    /// A text as it is.
    #[must_use]
    pub fn identity(text: &str) -> Self {
        let mut mapped = Self::default();
        mapped.push_verbatim(text, 0);
        mapped
    }

    /// Adds text that stands at `origin` of the original, byte for byte.
    pub fn push_verbatim(&mut self, text: &str, origin: usize) {
        self.add(text, origin, true);
    }

    /// Adds text that was made from what stands at `origin`.
    pub fn push(&mut self, text: &str, origin: usize) {
        self.add(text, origin, false);
    }

    /// Adds a range of a text that was itself made from the original. A range that splits a character adds nothing.
    pub fn push_from(&mut self, from: &Mapped, range: Range<usize>) {
        let mut at = range.start;
        let mut index = from.segments.partition_point(|segment| segment.at <= at).saturating_sub(1);
        while let Some(segment) = from.segments.get(index).filter(|_| at < range.end) {
            let end = from.segments.get(index + 1).map_or(from.text.len(), |next| next.at).min(range.end);
            self.add(from.text.get(at..end).unwrap_or_default(), from.origin(at), segment.verbatim);
            at = end;
            index += 1;
        }
    }

    fn add(&mut self, text: &str, origin: usize, verbatim: bool) {
        if text.is_empty() {
            return;
        }
        let at = self.text.len();
        let reached = if at == 0 { 0 } else { self.origin(at - 1) };
        let origin_now = origin.max(reached);
        let goes_on = self.segments.last().is_some_and(|last| {
            last.verbatim == verbatim
                && if verbatim { last.origin + (at - last.at) == origin } else { last.origin == origin }
        });
        if !goes_on {
            self.segments.push(Segment {
                at,
                origin: origin_now,
                verbatim: verbatim && origin_now == origin,
            });
        }
        self.text.push_str(text);
    }

    /// The byte of the original that a byte of the text came from.
    #[must_use]
    pub fn origin(&self, at: usize) -> usize {
        let index = self.segments.partition_point(|segment| segment.at <= at);
        let Some(segment) = index.checked_sub(1).map(|index| self.segments[index]) else { return 0 };
        segment.origin + if segment.verbatim { at - segment.at } else { 0 }
    }

    /// The bytes of the text that came from a range of the original.
    #[must_use]
    pub fn range(&self, original: &Range<usize>) -> Range<usize> {
        let start = self.first_from(original.start);
        start..self.first_from(original.end).max(start)
    }

    fn first_from(&self, origin: usize) -> usize {
        let index = self.segments.partition_point(|segment| segment.origin < origin);
        let next = self.segments.get(index).map_or(self.text.len(), |segment| segment.at);
        match index.checked_sub(1).map(|index| self.segments[index]) {
            Some(before) if before.verbatim => (before.at + (origin - before.origin)).min(next),
            _ => next,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Mapped;

    #[test]
    fn bytes_lead_back_and_ranges_lead_forth() {
        // From "<p>one &amp; two</p>".
        let mut mapped = Mapped::default();
        mapped.push("\n", 0);
        mapped.push_verbatim("one ", 3);
        mapped.push("&", 7);
        mapped.push_verbatim(" two", 12);
        assert_eq!(mapped.text, "\none & two");
        assert_eq!([0, 1, 4, 5, 6, 9].map(|at| mapped.origin(at)), [0, 3, 6, 7, 12, 15]);
        assert_eq!(&mapped.text[mapped.range(&(3..7))], "one ");
        assert_eq!(&mapped.text[mapped.range(&(4..99))], "ne & two");
        assert_eq!(&mapped.text[mapped.range(&(8..13))], " ");
        assert_eq!(mapped.range(&(50..60)), 10..10);
        assert_eq!(Mapped::default().origin(4), 0);
    }

    #[test]
    fn a_text_made_of_a_made_text_leads_back_to_the_first() {
        let mut first = Mapped::default();
        first.push_verbatim("keep", 0);
        first.push_verbatim(" this", 20);
        let mut second = Mapped::default();
        second.push_from(&first, 2..7);
        assert_eq!(second.text, "ep th");
        assert_eq!([0, 1, 2, 4].map(|at| second.origin(at)), [2, 3, 20, 22]);
        second.push_from(&first, 9..99);
        assert_eq!(second.text, "ep th");
    }

    #[test]
    fn origins_never_fall() {
        let mut mapped = Mapped::default();
        mapped.push_verbatim("abc", 10);
        mapped.push_verbatim("xyz", 2);
        assert_eq!(mapped.origin(3), 12);
    }
}
