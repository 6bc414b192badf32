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

/// Where user names and passwords stand, in order. An address in the path or query of another one is a part of that one; what stands
/// before an address says nothing of where it begins (`URL=https://…`, `_https://…_`).
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
        from = end(text, authority);
    }
    found
}

/// Where user, host and port stand in the address whose scheme ends here; `None` where none does. Browsers forgive `https:host` and
/// `https:\\host`, and so do readers.
fn authority(text: &str, colon: usize) -> Option<Range<usize>> {
    let is_of_scheme = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    let before = text[..colon].trim_end_matches(is_of_scheme);
    let scheme = text[before.len()..colon].trim_start_matches(|c: char| !c.is_ascii_alphabetic());
    let rest = &text[colon + 1..];
    let is_web = ["http", "https"].iter().any(|it| scheme.eq_ignore_ascii_case(it));
    if scheme.is_empty() || (!is_web && !rest.starts_with("//")) {
        return None;
    }
    let behind = rest.trim_start_matches(['/', '\\']);
    let start = text.len() - behind.len();
    let ends = |c: char| is_outside(c) || matches!(c, '/' | '\\' | '?' | '#');
    Some(start..start + behind.find(ends).unwrap_or(behind.len()))
}

/// Where the address ends that has this authority. What ends like a scheme is the next address, written behind a comma or the like.
fn end(text: &str, authority: Range<usize>) -> usize {
    let rest = &text[authority.end..];
    if text[authority.clone()].ends_with(':') && rest.starts_with("//") {
        return authority.end - 1;
    }
    // A password may hold these, so that they end no authority; behind it, what follows them is looked at anew.
    let ends = |c: char| is_outside(c) || "'(),;|[]{}".contains(c);
    authority.end + rest.find(ends).unwrap_or(rest.len())
}

/// Whether a character stands in no address.
fn is_outside(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '`')
}

#[cfg(test)]
mod tests {
    use super::masked;
    use crate::text::pace::growth;

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
            (
                "PIP_INDEX_URL=https://user:hunter2@host/ _https://u:p@h_ see:https://u:p@h ~https://u:p@h",
                "PIP_INDEX_URL=https://***@host/ _https://***@h_ see:https://***@h ~https://***@h",
            ),
            (
                "éhttps://u:p@h 1https://u:p@h -git+ssh://u@h",
                "éhttps://***@h 1https://***@h -git+ssh://***@h",
            ),
            ("jdbc:postgresql://u:p@h/db", "jdbc:postgresql://***@h/db"),
            (
                "https://a.example,https://u:p@h/;https://t@h/x,y|https://t@h",
                "https://a.example,https://***@h/;https://***@h/x,y|https://***@h",
            ),
            ("[a](https://a.example/b)(https://u:p@h)", "[a](https://a.example/b)(https://***@h)"),
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
            "https://unpkg.com/react@18.2.0",
            "see:https://www.npmjs.com/package/@scope/name",
            "https://mastodon.social/@name",
            "url=https://e.example:443/@a:b@c",
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
    fn a_text_eight_times_as_long_takes_about_eight_times_as_long() {
        for piece in ["(https:", "https://", "a:", "a", "https://a,", "https:/", "\\:", "https://a@b/:"] {
            let texts = [4_000, 32_000].map(|times| piece.repeat(times) + " @");
            let grown = growth(|| drop(masked(&texts[0])), || drop(masked(&texts[1])));
            assert!(grown < 24.0, "{piece}: {grown}");
        }
    }
}
