//! User names and passwords in addresses: whoever wrote them into a public file, no report says them again.

use std::borrow::Cow;
use std::ops::Range;

/// What stands for them.
pub const MASK: &str = "***";

/// A text with what stands before the `@` of each address in it masked: `https://***@host/`.
#[must_use]
pub fn masked(text: &str) -> Cow<'_, str> {
    let found = ranges(text);
    if found.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len());
    let mut from = 0;
    for range in found {
        safe.push_str(&text[from..range.start]);
        safe.push_str(MASK);
        from = range.end;
    }
    safe.push_str(&text[from..]);
    Cow::Owned(safe)
}

/// Where user names and passwords stand, in order. An address in the path or query of another one is a part of that one.
#[must_use]
pub fn ranges(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    // Nearly every text has none.
    if !text.contains('@') {
        return found;
    }
    let mut from = 0;
    while let Some(colon) = text[from..].find(':').map(|at| from + at) {
        from = colon + 1;
        let Some(authority) = authority(text, colon) else { continue };
        // Of several `@` the last one stands before the host.
        if let Some(at) = text[authority.clone()].rfind('@').filter(|at| *at > 0) {
            found.push(authority.start..authority.start + at);
        }
        from = authority.end;
    }
    found
}

/// Where user, host and port stand in the address whose scheme ends here; `None` where none does. Browsers forgive `https:host` and
/// `https:\\host`, and so do readers.
fn authority(text: &str, colon: usize) -> Option<Range<usize>> {
    let is_of_scheme = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    let before = text[..colon].trim_end_matches(is_of_scheme);
    let scheme = &text[before.len()..colon];
    let goes_on = |c: char| c.is_alphanumeric() || "/=?&#%:@_~".contains(c);
    if !scheme.starts_with(|c: char| c.is_ascii_alphabetic()) || before.ends_with(goes_on) {
        return None;
    }
    let rest = &text[colon + 1..];
    let behind = rest.trim_start_matches(['/', '\\']);
    let is_web = ["http", "https"].iter().any(|it| scheme.eq_ignore_ascii_case(it));
    if !is_web && !rest.starts_with("//") {
        return None;
    }
    let start = text.len() - behind.len();
    let ends = |c: char| c.is_whitespace() || c.is_control() || "/\\?#\"<>`".contains(c);
    Some(start..start + behind.find(ends).unwrap_or(behind.len()))
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn what_stands_before_the_host_is_masked_wherever_the_address_stands() {
        for (text, expected) in [
            ("https://user:secret@e.example/a", "https://***@e.example/a"),
            (
                "see <HTTPS://token@e.example> and ssh://git:x@f.example.",
                "see <HTTPS://***@e.example> and ssh://***@f.example.",
            ),
            ("https://a@b:c@e.example?x", "https://***@e.example?x"),
            (
                "`https:user:pw@e.example` https:\\\\u:p@e.example",
                "`https:***@e.example` https:\\\\***@e.example",
            ),
            ("(\"https://ü:%70w@e.example\")", "(\"https://***@e.example\")"),
        ] {
            assert_eq!(masked(text), expected);
        }
    }

    #[test]
    fn other_text_stays_as_it_is() {
        for text in [
            "mailto:security@e.example",
            "git@github.com:o/r.git",
            "https://e.example/@user?a=b@c#d@e",
            "https://web.archive.org/web/2024/https://medium.com/@user/x",
            "https://e.example/?next=https://u:p@f.example/",
            "contact: a@e.example",
            "https://@e.example/",
            "a::b@c :// : https: x@y",
            "",
        ] {
            assert_eq!(masked(text), text);
        }
    }

    #[test]
    fn a_long_text_takes_no_time() {
        let text = "(https:".repeat(100_000) + " @";
        let begun = std::time::Instant::now();
        assert_eq!(masked(&text), text);
        assert!(begun.elapsed() < std::time::Duration::from_secs(2), "{:?}", begun.elapsed());
    }
}
