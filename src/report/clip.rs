//! Long text of others, cut: a page stays a page, whatever a declaration holds.

use crate::text::credentials::masked;
use crate::text::sanitize::is_unprintable;
use std::borrow::Cow;

/// The longest line on what was looked for or found, in characters.
pub(super) const LINE: usize = 300;
/// The longest name that is shown, in characters.
pub(super) const NAME: usize = 80;
/// How many clients are shown, and how many items of evidence of one answer. The JSON report has them all.
pub(super) const MOST: usize = 24;

/// The beginning of a text, with a word on how much is left out.
pub(super) fn clip(text: &str, most: usize) -> Cow<'_, str> {
    // Cut in two, a password would no longer be known as one.
    let text = masked(text);
    let Some(end) = end(&text, most) else { return text };
    let left = text[end..].chars().count();
    let what = if left == 1 { "character" } else { "characters" };
    Cow::Owned(format!("{} … ({left} more {what})", text[..end].trim_end()))
}

/// Where a text is cut, if it is. What is written as an escape is as long as that.
fn end(text: &str, most: usize) -> Option<usize> {
    let mut length = 0;
    let mut longer = text.char_indices().skip_while(|(_, c)| {
        length += match c {
            '&' | '<' | '>' | '"' | '\'' | '[' => "&quot;".len(),
            c if is_unprintable(*c) => c.escape_unicode().count(),
            _ => 1,
        };
        length <= most
    });
    // A text of ordinary length is not cut for the sake of a few such characters.
    longer.next().map(|(at, _)| at).filter(|_| text.chars().nth(most / 2).is_some())
}

/// The first of many, and how many are left out.
pub(super) fn first<T>(all: &[T], most: usize) -> (&[T], usize) {
    let shown = all.len().min(most);
    (&all[..shown], all.len() - shown)
}

#[cfg(test)]
mod tests {
    use super::{clip, first};

    #[test]
    fn what_is_too_long_says_how_much_is_left_out() {
        assert_eq!(clip("äöü", 3), "äöü");
        assert_eq!(clip("äöüß", 3), "äöü … (1 more character)");
        assert_eq!(clip("\"a\"", 6), "\"a\"", "short enough, however it is escaped");
        assert_eq!(clip("\"\"\"\"", 6), "\" … (3 more characters)");
        assert_eq!(clip(&"x".repeat(300), 2), "xx … (298 more characters)");
    }

    #[test]
    fn what_is_too_many_says_how_many_are_left_out() {
        assert_eq!(first(&[1, 2, 3], 3), (&[1, 2, 3][..], 0));
        assert_eq!(first(&[1, 2, 3], 1), (&[1][..], 2));
    }
}
