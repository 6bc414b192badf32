//! Percent sequences in a segment of a path.

use percent_encoding::percent_decode_str;

/// A segment as its server reads it; `None` where a sequence is broken, or what it stands for is no text to be written in an
/// address.
pub(super) fn decode(segment: &str) -> Option<String> {
    let is_whole = |behind: &str| {
        behind.as_bytes().get(..2).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
    };
    if !segment.split('%').skip(1).all(is_whole) {
        return None;
    }
    let text = percent_decode_str(segment).decode_utf8().ok()?;
    (!text.chars().any(|c| c.is_control() || c == '\\')).then(|| text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn sequences_are_read_once_and_only_where_they_are_text() {
        assert_eq!(decode("Ruby%20Central").as_deref(), Some("Ruby Central"));
        assert_eq!(decode("mika%C3%ABl").as_deref(), Some("mikaël"));
        assert_eq!(decode("a%252Fb").as_deref(), Some("a%2Fb"));
        for broken in ["100%", "%4", "%zz", "%ff", "%00", "%0a", "%5c", "%+1"] {
            assert_eq!(decode(broken), None, "{broken}");
        }
    }
}
