//! Percent sequences in a segment of a path.

/// A segment as its server reads it; `None` where a sequence is broken, or what it stands for is no text to be written in an
/// address.
pub(super) fn decode(segment: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(segment.len());
    let mut rest = segment.as_bytes();
    while let Some((&byte, behind)) = rest.split_first() {
        rest = behind;
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let digit = |at: usize| behind.get(at).and_then(|b| char::from(*b).to_digit(16));
        let value = digit(0)? * 16 + digit(1)?;
        bytes.push(u8::try_from(value).ok()?);
        rest = &behind[2..];
    }
    let text = String::from_utf8(bytes).ok()?;
    (!text.chars().any(|c| c.is_control() || c == '\\')).then_some(text)
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
