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
        // A URL resolves `%2E%2E` as it does `..`. Nothing has such a name, so another name that nothing has will do.
        text.replace('.', "%252E")
    } else {
        utf8_percent_encode(text, PLAIN).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::{escaped, route};
    use url::Url;

    #[test]
    fn no_text_of_a_link_is_more_than_one_segment() {
        assert_eq!(route(["repos", "a/b", "..", "c d?e#f%2e"]), "/repos/a%2Fb/%252E%252E/c%20d%3Fe%23f%252e");
        assert_eq!(escaped("docs.md"), "docs.md");
        assert_eq!(escaped("https://evil.example/"), "https%3A%2F%2Fevil.example%2F");
    }

    #[test]
    fn no_segment_is_resolved_away() {
        let base = Url::parse("https://api.github.com/").unwrap();
        for segment in [".", "..", "%2e%2e", "a/..", "..\\..", " .. ", "//evil.example"] {
            let route = route(["repos", "a", "b", segment, "end"]);
            let url = base.join(&route).unwrap();
            assert_eq!((url.path(), url.path_segments().unwrap().count()), (route.as_str(), 5), "{segment}");
        }
    }
}
