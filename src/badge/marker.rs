//! What our own badges can be told by: that they are ours, and whose registry they are about. A badge is no evidence of what it
//! shows.

pub use crate::evidence::own_output::{BADGE_MARK as SVG, ENDPOINT_LABEL as LABEL};

use crate::links::{Address, host};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// Before and behind the registry in an SVG. Not a comment: the names of hosts may hold `--`.
const REGISTRY: (&str, &str) = ("<metadata>registry: ", "</metadata>");
/// What means nothing to XML. `%` is an escape already.
const PLAIN: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/').remove(b'%');

/// What a registry is told from others by: host and path of its home page (`pypi.org`, `github.com/acme/index`), fit for XML.
/// `None` where that is no address.
#[must_use]
pub fn registry(home: &str) -> Option<String> {
    let url = Address::parse(home).ok()?.url;
    let host = host::bare(&url)?;
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    let path = utf8_percent_encode(url.path().trim_end_matches('/'), PLAIN);
    // The brackets of an IPv6 address mean nothing to XML.
    Some(format!("{host}{port}{path}"))
}

/// The registry as an SVG has it.
pub(super) fn element(registry: Option<&str>) -> String {
    let (before, behind) = REGISTRY;
    registry.map(|it| format!("{before}{it}{behind}")).unwrap_or_default()
}

/// The registry that an SVG of ours is about; `None` where it does not say.
#[must_use]
pub fn registry_of(svg: &str) -> Option<&str> {
    let (_, rest) = svg.split_once(REGISTRY.0)?;
    rest.split_once(REGISTRY.1).map(|(registry, _)| registry)
}

#[cfg(test)]
mod tests {
    use super::{element, registry, registry_of};

    #[test]
    fn a_registry_is_the_place_of_its_home_page() {
        let told = |home: &str| registry(home).unwrap_or_default();
        assert_eq!(told("https://pypi.org/"), "pypi.org");
        assert_eq!(told("https://www.npmjs.com"), "npmjs.com");
        assert_eq!(told("http://PyPI.org./#x"), "pypi.org");
        assert_eq!(told("https://github.com/acme/index/?a=b"), "github.com/acme/index");
        assert_eq!(
            told("https://bücher.example:8443/<a>&'b'"),
            "xn--bcher-kva.example:8443/%3Ca%3E%26%27b%27"
        );
        for none in ["", "pypi.org", "https://user:secret@pypi.org/", "mailto:a@pypi.org"] {
            assert_eq!(registry(none), None, "{none}");
        }
    }

    #[test]
    fn what_an_svg_says_is_read_back() {
        assert_eq!(registry_of(&format!("<svg>{}</svg>", element(Some("pypi.org")))), Some("pypi.org"));
        assert_eq!(registry_of(&element(None)), None);
    }
}
