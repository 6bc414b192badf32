//! Folding for comparison: what cannot be seen is dropped, NFKC, white space runs to one blank, case folded; every folded byte knows where it came from.

use memchr::memmem;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

/// A folded text and, for each of its bytes, the byte of the original that it came from.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    /// The folded text: no leading or trailing blank.
    pub text: String,
    // Four bytes each: a text of 4 GiB is read nowhere.
    origin: Vec<u32>,
}

impl Folded {
    /// Folds a text. `skip` are byte ranges of the original (in order, not overlapping) that count as a blank: comment
    /// marks of continued lines, for instance.
    #[must_use]
    pub fn new(original: &str, skip: &[(usize, usize)]) -> Self {
        Self::within(original, skip, usize::MAX).unwrap_or_default()
    }

    /// The same, unless it would take more than `limit` bytes: NFKC makes up to eleven times as many of a text.
    #[must_use]
    pub fn within(original: &str, skip: &[(usize, usize)], limit: usize) -> Option<Self> {
        let mut folded = Self::default();
        let mut skip = skip.iter().peekable();
        // NFKC works across characters, so a piece is a base character with the marks that follow it.
        let mut piece = String::new();
        let mut piece_at = 0;
        for (at, c) in original.char_indices() {
            while skip.peek().is_some_and(|(_, end)| *end <= at) {
                skip.next();
            }
            let skipped = skip.peek().is_some_and(|(start, _)| *start <= at);
            if !skipped && is_ignorable(c) {
                continue;
            }
            if c.is_ascii() || skipped || !unicode_normalization::char::is_combining_mark(c) {
                folded.push_piece(&piece, piece_at, limit)?;
                piece.clear();
                piece_at = at;
            }
            piece.push(if skipped { ' ' } else { c });
        }
        folded.push_piece(&piece, piece_at, limit)?;
        if folded.text.ends_with(' ') {
            folded.text.pop();
            folded.origin.pop();
        }
        Some(folded)
    }

    /// `None` past the limit.
    fn push_piece(&mut self, piece: &str, at: usize, limit: usize) -> Option<()> {
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        if let Some(c) = piece.chars().next().filter(|c| c.is_ascii() && piece.len() == 1) {
            self.push(c, at);
        } else {
            for c in piece.nfkc().flat_map(char::to_lowercase) {
                self.push(c, at);
                if self.text.len() > limit {
                    return None;
                }
            }
        }
        (self.text.len() <= limit).then_some(())
    }

    fn push(&mut self, c: char, at: u32) {
        if c.is_whitespace() {
            if self.text.is_empty() || self.text.ends_with(' ') {
                return;
            }
            self.text.push(' ');
            self.origin.push(at);
            return;
        }
        let c = c.to_ascii_lowercase();
        self.text.push(c);
        self.origin.resize(self.text.len(), at);
    }

    /// Where the folded needle stands: the byte of the original at which the first match begins.
    #[must_use]
    pub fn find(&self, needle: &Folded) -> Option<usize> {
        find(&self.text, &needle.text).map(|at| self.original(at))
    }

    /// All places at which the folded needle stands, as bytes of the original; overlapping matches count once.
    pub fn find_all<'a>(&'a self, needle: &'a Folded) -> impl Iterator<Item = (usize, usize)> + 'a {
        memmem::find_iter(self.text.as_bytes(), needle.text.as_bytes())
            .map(|at| (self.original(at), self.original(at + needle.text.len().saturating_sub(1))))
    }

    /// The first place at which the folded needle stands inside a range of bytes of the original: the bytes of the original
    /// that its first and its last character came from.
    #[must_use]
    pub fn find_within(&self, needle: &Folded, original: &Range<usize>) -> Option<(usize, usize)> {
        // Origins never fall, and all bytes of a character share one, so both ends are character boundaries.
        let start = self.origin.partition_point(|at| (*at as usize) < original.start);
        let end = self.origin.partition_point(|at| (*at as usize) < original.end).max(start);
        let at = start + find(&self.text[start..end], &needle.text)?;
        Some((self.original(at), self.original(at + needle.text.len().saturating_sub(1))))
    }

    /// The byte of the original that a folded byte came from.
    #[must_use]
    pub fn original(&self, folded: usize) -> usize {
        self.origin.get(folded).or(self.origin.last()).map_or(0, |at| *at as usize)
    }
}

/// Whether a character shows nothing by itself: soft hyphens, zero width, marks of direction, selectors of variants (the
/// default ignorable code points of Unicode 16). A declaration cannot hold them, and pages have them inside of words.
fn is_ignorable(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'..='\u{1160}'
            | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff0}'..='\u{fff8}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

/// Many quotes may be looked for in a large text: this is some times as fast as `str::find`.
fn find(text: &str, needle: &str) -> Option<usize> {
    memmem::find(text.as_bytes(), needle.as_bytes())
}

/// The folded text alone.
#[must_use]
pub fn fold(text: &str) -> String {
    Folded::new(text, &[]).text
}

#[cfg(test)]
mod tests {
    use super::{Folded, fold};

    #[test]
    fn folds_case_space_and_compatibility_forms() {
        assert_eq!(fold("  The\n\tﬁle \u{a0} IS Ａ "), "the file is a");
        assert_eq!(fold("e\u{301}"), "é");
    }

    #[test]
    fn what_cannot_be_seen_is_dropped() {
        for c in "\u{ad}\u{200b}\u{200d}\u{200e}\u{202b}\u{2060}\u{2066}\u{feff}\u{fe0f}\u{e0100}".chars() {
            assert_eq!(fold(&format!("{c}al{c}ways{c} {c}x")), "always x", "{c:?}");
        }
        assert_eq!(fold("e\u{200d}\u{301}"), "é", "a mark behind it still joins its letter");
        let page = Folded::new("a\u{ad}b c", &[]);
        assert_eq!(page.find(&Folded::new("b c", &[])), Some(3));
    }

    #[test]
    fn a_match_leads_back_to_the_original() {
        let page = Folded::new("Ünder\n  the  Hood", &[]);
        let at = page.find(&Folded::new("the hood", &[])).unwrap();
        assert_eq!(&"Ünder\n  the  Hood"[at..at + 3], "the");
    }

    #[test]
    fn a_search_can_be_kept_inside_a_range() {
        let page = Folded::new("É one\nÉ two\nÉ one", &[]);
        let one = Folded::new("one", &[]);
        assert_eq!(page.find_within(&one, &(0..6)), Some((3, 5)));
        assert_eq!(page.find_within(&one, &(0..5)), None, "the last letter is outside");
        assert_eq!(page.find_within(&one, &(7..99)), Some((17, 19)));
        assert_eq!(page.find_within(&one, &std::ops::Range { start: 9, end: 7 }), None);
    }

    #[test]
    fn folding_ends_at_a_limit() {
        // Three bytes become 33.
        let text = "\u{fdfa}".repeat(100);
        let folded = Folded::within(&text, &[], 3300).unwrap();
        assert_eq!(folded.text.len(), 3300);
        assert_eq!(folded.original(33), 3);
        assert!(Folded::within(&text, &[], 3299).is_none());
        assert!(Folded::within("abc", &[], 2).is_none());
        assert!(Folded::within("  abc  ", &[], 4).is_some());
        assert_eq!(size_of_val(&*folded.origin), 4 * folded.text.len(), "four bytes for each origin");
    }

    #[test]
    fn all_places_are_found_in_order() {
        let page = Folded::new("É one\nÉ two\nÉ one", &[]);
        let one = Folded::new("one", &[]);
        assert_eq!(page.find_all(&one).collect::<Vec<_>>(), [(3, 5), (17, 19)]);
    }

    #[test]
    fn skipped_ranges_count_as_a_blank() {
        let text = "# one\n# two";
        let folded = Folded::new(text, &[(0, 1), (6, 7)]);
        assert_eq!(folded.text, "one two");
    }
}
