//! What stands behind `#`: lines, or a name.

use percent_encoding::percent_decode_str;
use std::borrow::Cow;

/// A fragment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fragment {
    /// Lines, from 1, both included.
    Lines(Lines),
    /// A heading, an id, a label.
    Anchor(String),
}

/// Lines from `first` to `last`, from 1, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lines {
    /// The first line.
    pub first: usize,
    /// The last line.
    pub last: usize,
}

impl Fragment {
    /// Reads a fragment: `L10`, `L10-L20`, `L10C1-L20C3` (GitHub's forms) are lines, everything else a name.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        lines(text).map_or_else(|| Self::Anchor(text.to_owned()), Self::Lines)
    }
}

fn lines(text: &str) -> Option<Lines> {
    let (first, last) = match text.split_once('-') {
        Some((first, last)) => (position(first)?, position(last)?),
        None => (position(text)?, position(text)?),
    };
    // GitHub takes a reversed range for the same lines.
    Some(Lines { first: first.min(last), last: first.max(last) })
}

/// The line of `L10` or `L10C3`. Columns are dropped: a quote says more than a column does.
fn position(text: &str) -> Option<usize> {
    let text = text.strip_prefix('L')?;
    let (line, column) = text.split_once('C').unwrap_or((text, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    // A number too large for the machine is a line that no file has.
    (digits(line) && digits(column)).then(|| line.parse().unwrap_or(usize::MAX))
}

impl Lines {
    /// How many lines.
    #[must_use]
    pub fn count(self) -> usize {
        self.last.saturating_sub(self.first).saturating_add(1)
    }

    /// The fragment that names them, without `#`.
    #[must_use]
    pub fn fragment(self) -> String {
        let Self { first, last } = self;
        if first == last { format!("L{first}") } else { format!("L{first}-L{last}") }
    }

    /// The lines for people: `line 4`, `lines 4 to 6`.
    #[must_use]
    pub fn words(self) -> String {
        let Self { first, last } = self;
        if first == last { format!("line {first}") } else { format!("lines {first} to {last}") }
    }
}

/// A fragment with its `%41` sequences read; one that is no UTF-8 then stays as it is.
#[must_use]
pub fn percent_decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8().map_or_else(|_| text.to_owned(), Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::{Fragment, Lines, percent_decoded};

    #[test]
    fn lines_are_read_in_all_of_githubs_forms() {
        for (text, first, last) in
            [("L10", 10, 10), ("L10-L20", 10, 20), ("L10C1-L20C3", 10, 20), ("L20-L10", 10, 20), ("L0", 0, 0)]
        {
            assert_eq!(Fragment::parse(text), Fragment::Lines(Lines { first, last }), "{text}");
        }
        let huge = Fragment::parse("L99999999999999999999999");
        assert_eq!(huge, Fragment::Lines(Lines { first: usize::MAX, last: usize::MAX }));
        for text in ["", "L", "L-L", "L1-", "L1x", "license", "l10", "L1C", "L10-20-30", "10"] {
            assert_eq!(Fragment::parse(text), Fragment::Anchor(text.to_owned()), "{text}");
        }
    }

    #[test]
    fn percent_sequences_are_read_where_they_are_text() {
        assert_eq!(percent_decoded("caf%C3%A9%20x"), "café x");
        assert_eq!(percent_decoded("100%"), "100%");
        assert_eq!(percent_decoded("%zz%4"), "%zz%4");
        assert_eq!(percent_decoded("%ff"), "%ff");
    }
}
