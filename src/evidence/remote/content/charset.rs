//! Bytes → text, in the order that browsers look: byte order mark, header, `<meta>` or XML declaration, and then a guess.

use super::media::What;
use crate::evidence::document::NotText;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How much of a page is looked through for its encoding, in bytes: as much as browsers do.
const PRESCANNED: usize = 1024;

/// The text of an answer.
pub(super) fn decode(header: &str, what: What, body: &[u8], is_cut: bool) -> Result<String, NotText> {
    if let Some((encoding, mark)) = Encoding::for_bom(body) {
        return Ok(encoding.decode_without_bom_handling(&body[mark..]).0.into_owned());
    }
    let encoding =
        of_header(header).or_else(|| of_document(what, body)).unwrap_or_else(|| guessed(body, is_cut));
    let text = encoding.decode_without_bom_handling(body).0;
    // A browser shows HTML without them; anything else with them is no text.
    if text.contains('\0') && what != What::Html { Err(NotText::Binary) } else { Ok(text.into_owned()) }
}

fn of_header(header: &str) -> Option<&'static Encoding> {
    let parameters = header.split(';').skip(1).filter_map(|it| it.split_once('='));
    let charset = parameters.into_iter().find(|(name, _)| name.trim().eq_ignore_ascii_case("charset"))?.1;
    Encoding::for_label_no_replacement(charset.trim().trim_matches(['"', '\'']).as_bytes())
}

fn of_document(what: What, body: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&body[..body.len().min(PRESCANNED)]).to_ascii_lowercase();
    let label = match what {
        What::Html => of_meta(&head).or_else(|| of_xml(&head)),
        What::Feed | What::Xml => of_xml(&head),
        // RFC 8259: JSON is UTF-8.
        What::Json => return Some(UTF_8),
        What::Text(_) | What::Pdf | What::Binary => None,
    }?;
    let encoding = Encoding::for_label_no_replacement(label.as_bytes())?;
    // What could be read up to here is no UTF-16.
    Some(if encoding == UTF_16LE || encoding == UTF_16BE { UTF_8 } else { encoding })
}

/// The `charset` of the first `<meta>` that has one, also within `http-equiv`.
fn of_meta(head: &str) -> Option<&str> {
    let mut rest = head;
    loop {
        let comment = rest.find("<!--");
        let meta = rest.find("<meta")?;
        if let Some(comment) = comment.filter(|comment| *comment < meta) {
            let inside = &rest[comment + 4..];
            rest = &inside[inside.find("-->")? + 3..];
            continue;
        }
        rest = &rest[meta + 5..];
        let tag = &rest[..rest.find('>').unwrap_or(rest.len())];
        if let Some(label) = value_of(tag, "charset") {
            return Some(label);
        }
    }
}

fn of_xml(head: &str) -> Option<&str> {
    let declaration = head.trim_start().strip_prefix("<?xml")?;
    value_of(&declaration[..declaration.find("?>")?], "encoding")
}

/// The value behind `name=`, quoted or not.
fn value_of<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let behind = text[text.find(name)? + name.len()..].trim_start().strip_prefix('=')?;
    let value = behind.trim_start().trim_start_matches(['"', '\'']);
    let end = value.find(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ';' | '/' | '>'));
    Some(&value[..end.unwrap_or(value.len())]).filter(|value| !value.is_empty())
}

/// UTF-8 where it is that, else what browsers take for old pages of the West.
fn guessed(body: &[u8], is_cut: bool) -> &'static Encoding {
    match std::str::from_utf8(body) {
        Ok(_) => UTF_8,
        // What was cut may end within a character.
        Err(error) if is_cut && error.error_len().is_none() => UTF_8,
        Err(_) => WINDOWS_1252,
    }
}

#[cfg(test)]
mod tests {
    use super::decode;
    use crate::evidence::document::NotText;
    use crate::evidence::kind::Kind;
    use crate::evidence::remote::content::What;

    #[test]
    fn encodings_are_found_where_browsers_look() {
        let latin = b"<meta charset=iso-8859-1>caf\xe9 \x93x\x94".as_slice();
        for (header, body, text) in [
            ("text/html; charset=windows-1252", b"caf\xe9".as_slice(), "café"),
            ("text/html; CHARSET=\"UTF-8\"", "café".as_bytes(), "café"),
            ("text/html", latin, "<meta charset=iso-8859-1>café “x”"),
            (
                "text/html",
                b"<!-- <meta charset=utf-8> --><META http-equiv=x content='text/html; charset=koi8-r'>\xd4",
                "<!-- <meta charset=utf-8> --><META http-equiv=x content='text/html; charset=koi8-r'>т",
            ),
            ("text/html; charset=nonsense", "é".as_bytes(), "é"),
            ("text/html", b"caf\xe9", "café"),
            ("text/html; charset=iso-8859-1", b"\xef\xbb\xbf\xc3\xa9", "é"),
            ("text/html", b"\xff\xfea\0\xe9\0", "aé"),
            ("text/html", b"\xfe\xff\0a", "a"),
            ("text/html; charset=utf-16le", b"a\0b\0", "ab"),
            ("text/html", b"<meta charset=utf-16>\xc3\xa9", "<meta charset=utf-16>é"),
            ("", b"cut in \xc3", "cut in \u{fffd}"),
        ] {
            assert_eq!(decode(header, What::Html, body, header.is_empty()).as_deref(), Ok(text), "{header}");
        }
        let xml = b"<?xml version='1.0' encoding='ISO-8859-1'?><a>\xe9</a>";
        assert!(decode("text/xml", What::Feed, xml, false).unwrap().contains("<a>é"));
    }

    #[test]
    fn what_is_no_text_is_said_to_be_none() {
        let text = What::Text(Kind::Text);
        assert_eq!(decode("text/plain", text, b"a\0b", false), Err(NotText::Binary));
        assert!(decode("text/html", What::Html, b"a\0b", false).is_ok());
        for hostile in
            ["<meta", "<meta charset", "<meta charset=", "<!--", "<meta charset=''>", "<?xml encoding"]
        {
            assert!(decode("text/html", What::Html, hostile.as_bytes(), false).is_ok());
        }
    }
}
