//! Where a page may lead: `https:` addresses and nothing else, whoever wrote them.

use crate::links::address::Address;
use crate::text::hash::is_object_id;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use url::Position;

/// What means something to a reader of Markdown or HTML, or to the log of a runner. `%` is left: it is an escape already.
const SPECIAL: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'\'')
    .add(b'(')
    .add(b')')
    .add(b'<')
    .add(b'>')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// How much of a commit's id is shown.
const COMMIT: usize = 10;

/// An `https:` address with a host and without credentials, in ASCII, with every character escaped that a format could trip
/// over. What cannot be made one is shown as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Href(String);

impl Href {
    /// The address, where it may be led to.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let address = Address::parse(text).ok().filter(Address::is_https)?;
        let (origin, rest) = (&address.url[..Position::BeforePath], &address.url[Position::BeforePath..]);
        Some(Self(format!("{origin}{}", utf8_percent_encode(rest, SPECIAL))))
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address as it is shown: without its scheme, ids of commits cut short. Hosts stay in ASCII, so that no letter passes
    /// for another one.
    #[must_use]
    pub fn shown(&self) -> String {
        let text = self.0.strip_prefix("https://").unwrap_or(&self.0);
        let text = text.strip_suffix('/').unwrap_or(text);
        let pieces = text.split('/').map(|piece| match piece {
            id if is_object_id(id) => format!("{}…", &id[..COMMIT]),
            piece => piece.to_owned(),
        });
        pieces.collect::<Vec<_>>().join("/")
    }
}

#[cfg(test)]
mod tests {
    use super::Href;

    #[test]
    fn only_https_with_a_host_and_without_credentials_is_led_to() {
        for text in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " https://e.example/",
            "java\nscript:alert(1)",
            "data:text/html,x",
            "mailto:a@e.example",
            "http://e.example/",
            "//e.example/",
            "/path",
            "https:/e.example",
            "https://pypi.org@e.example/",
            "https://user:secret@e.example/",
            "https://",
            "",
        ] {
            assert_eq!(Href::of(text), None, "{text}");
        }
    }

    #[test]
    fn nothing_in_it_can_leave_an_attribute_or_a_link_of_markdown() {
        let href = Href::of("https://e.example/a(b)'c`d|e[f]##[g]{h}^i?x=1&y=\"2\"#<z>").unwrap();
        assert_eq!(
            href.as_str(),
            "https://e.example/a%28b%29%27c%60d%7Ce%5Bf%5D##%5Bg%5D%7Bh%7D%5Ei?x=1&y=%222%22#%3Cz%3E"
        );
        assert!(
            href.as_str().is_ascii()
                && !href.as_str().contains(['(', ')', '[', ']', '`', '|', '"', '\'', '<', '>'])
        );
        assert_eq!(Href::of("https://e.example/%28").unwrap().as_str(), "https://e.example/%28", "not twice");
        assert_eq!(
            Href::of("https://bücher.example/ü\u{202e}").unwrap().as_str(),
            "https://xn--bcher-kva.example/%C3%BC%E2%80%AE"
        );
    }

    #[test]
    fn it_is_shown_without_scheme_and_with_short_commits() {
        let shown = |text: &str| Href::of(text).unwrap().shown();
        assert_eq!(shown("https://pypi.org/"), "pypi.org");
        assert_eq!(
            shown("https://github.com/o/r/blob/0123456789abcdef0123456789abcdef01234567/a.md#L1"),
            "github.com/o/r/blob/0123456789…/a.md#L1"
        );
    }
}
