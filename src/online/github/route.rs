//! Routes of the API.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// A route from segments, each escaped, so that no text of a link is more than one segment of it.
pub(in crate::online) fn route<'s>(segments: impl IntoIterator<Item = &'s str>) -> String {
    let mut route = String::new();
    for segment in segments {
        route.push('/');
        route.push_str(&escaped(segment));
    }
    route
}

/// What stands for itself in a path or query.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A text as part of a path or query.
pub(in crate::online) fn escaped(text: &str) -> String {
    if matches!(text, "." | "..") {
        text.replace('.', "%2E")
    } else {
        utf8_percent_encode(text, PLAIN).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::{escaped, route};

    #[test]
    fn no_text_of_a_link_is_more_than_one_segment() {
        assert_eq!(route(["repos", "a/b", "..", "c d?e#f%2e"]), "/repos/a%2Fb/%2E%2E/c%20d%3Fe%23f%252e");
        assert_eq!(escaped("docs.md"), "docs.md");
        assert_eq!(escaped("https://evil.example/"), "https%3A%2F%2Fevil.example%2F");
    }
}
