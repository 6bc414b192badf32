//! Paths and addresses as URIs that validators of RFC 3986 take.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// What RFC 3986 leaves out, and the `url` crate lets stand behind the host.
const REFUSED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
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

/// A path as a relative URI: all but letters, digits and `-._~/` as percent escapes of its UTF-8.
#[must_use]
pub fn relative(path: &str) -> String {
    path.bytes().fold(String::with_capacity(path.len()), |mut uri, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push('%');
            uri.extend([byte >> 4, byte & 15].map(|half| char::from(b"0123456789ABCDEF"[usize::from(half)])));
        }
        uri
    })
}

/// A parsed address with everything behind its host escaped as RFC 3986 asks: browsers are more lenient than validators.
#[must_use]
pub fn absolute(url: &url::Url) -> String {
    let text = url.as_str();
    let host = text.find("://").map_or(0, |at| at + 3);
    let rest = text[host..].find(['/', '?', '#']).map_or(text.len(), |at| host + at);
    let (start, rest) = text.split_at(rest);
    let (before, fragment) = match rest.split_once('#') {
        Some((before, fragment)) => (before, Some(fragment.replace('#', "%23"))),
        None => (rest, None),
    };
    let fragment = fragment.map_or_else(String::new, |it| format!("#{}", escaped(&it)));
    format!("{start}{}{fragment}", escaped(before))
}

fn escaped(text: &str) -> String {
    let is_escape = |at: usize| {
        text.as_bytes().get(at + 1..at + 3).is_some_and(|it| it.iter().all(u8::is_ascii_hexdigit))
    };
    let mut whole = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        if c == '%' && !is_escape(at) { whole.push_str("%25") } else { whole.push(c) }
    }
    utf8_percent_encode(&whole, REFUSED).to_string()
}

#[cfg(test)]
mod tests {
    use super::{absolute, relative};
    use url::Url;

    #[test]
    fn a_path_is_a_relative_uri_whatever_it_holds() {
        assert_eq!(relative(".github/ä b%:?#[.yml"), ".github/%C3%A4%20b%25%3A%3F%23%5B.yml");
    }

    #[test]
    fn an_address_is_one_that_validators_take_and_says_the_same() {
        let uri = |text: &str| absolute(&Url::parse(text).unwrap());
        assert_eq!(
            uri("https://[2001:db8::1]:8/a[1]|b?q={x}^%zz%20#a#b`%"),
            "https://[2001:db8::1]:8/a%5B1%5D%7Cb?q=%7Bx%7D%5E%25zz%20#a%23b%60%25"
        );
        assert_eq!(uri("https://a.example"), "https://a.example/");
        assert_eq!(uri("https://a.example/ä?ö#ü"), "https://a.example/%C3%A4?%C3%B6#%C3%BC");
    }
}
