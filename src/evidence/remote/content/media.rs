//! Kinds of content, by the header first: what a browser would take it for.

use crate::evidence::kind::Kind;

/// A kind of content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::evidence::remote) enum What {
    /// HTML.
    Html,
    /// RSS or Atom.
    Feed,
    /// JSON.
    Json,
    /// Other XML.
    Xml,
    /// A PDF.
    Pdf,
    /// Text of some kind.
    Text(Kind),
    /// No text.
    Binary,
}

impl What {
    /// What of it counts.
    pub(super) fn kind(self) -> Kind {
        match self {
            Self::Html => Kind::Page,
            Self::Feed => Kind::Feed,
            Self::Text(kind) => kind,
            Self::Json | Self::Xml | Self::Pdf | Self::Binary => Kind::Text,
        }
    }

    /// The word for people.
    pub(in crate::evidence::remote) fn word(self) -> &'static str {
        match self {
            Self::Html => "HTML",
            Self::Feed => "a feed",
            Self::Json => "JSON",
            Self::Xml => "XML",
            Self::Pdf => "a PDF",
            Self::Text(_) => "text",
            Self::Binary => "no text",
        }
    }
}

/// What an answer is.
pub(super) fn what(header: &str, path: &str, body: &[u8]) -> What {
    let essence = header.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if body.starts_with(b"%PDF-") {
        return What::Pdf;
    }
    match essence.as_str() {
        "text/html" | "application/xhtml+xml" => What::Html,
        "text/markdown" | "text/x-markdown" => What::Text(Kind::Markdown),
        "application/pdf" => What::Pdf,
        "application/rss+xml" | "application/atom+xml" => What::Feed,
        "text/xml" | "application/xml" => xml(body),
        it if it.ends_with("+xml") => xml(body),
        "application/json" | "text/json" => What::Json,
        it if it.ends_with("+json") => What::Json,
        it if it.starts_with("text/") || TEXTS.contains(&it) => What::Text(by_name(path)),
        "" | "application/octet-stream" | "binary/octet-stream" => sniffed(essence.is_empty(), path, body),
        _ => What::Binary,
    }
}

const TEXTS: &[&str] = &[
    "application/javascript",
    "application/toml",
    "application/x-ndjson",
    "application/x-sh",
    "application/x-yaml",
    "application/yaml",
];

/// Text by the name of its file; served as text, HTML is shown as it is written.
fn by_name(path: &str) -> Kind {
    match Kind::of(path) {
        Kind::Html | Kind::Template => Kind::Text,
        kind => kind,
    }
}

/// An answer that does not say what it is. A browser shows it only where it looks like HTML and says nothing at all.
fn sniffed(says_nothing: bool, path: &str, body: &[u8]) -> What {
    if body.contains(&0) {
        return What::Binary;
    }
    let head = beginning(body);
    if says_nothing && (head.starts_with("<!doctype html") || head.starts_with("<html")) {
        return What::Html;
    }
    if says_nothing && head.starts_with("<?xml") {
        return xml(body);
    }
    What::Text(by_name(path))
}

fn xml(body: &[u8]) -> What {
    let head = beginning(body);
    let root = head
        .match_indices('<')
        .map(|(at, _)| &head[at + 1..])
        .find(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()))
        .unwrap_or_default();
    let name = root.split(|c: char| !c.is_ascii_alphanumeric() && c != ':').next().unwrap_or_default();
    match name {
        "rss" | "feed" | "rdf:rdf" => What::Feed,
        "html" => What::Html,
        _ => What::Xml,
    }
}

/// The first characters, in lower case.
fn beginning(body: &[u8]) -> String {
    let body = body.strip_prefix("\u{feff}".as_bytes()).unwrap_or(body);
    let head = String::from_utf8_lossy(&body[..body.len().min(1024)]).to_lowercase();
    head.trim_start().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{What, what};
    use crate::evidence::kind::Kind;

    #[test]
    fn the_header_comes_first() {
        for (header, path, body, is) in [
            ("text/html; charset=utf-8", "/a.md", "x", What::Html),
            ("Text/HTML", "/", "x", What::Html),
            ("text/plain", "/a.html", "<html>", What::Text(Kind::Text)),
            ("text/plain", "/README.md", "# x", What::Text(Kind::Markdown)),
            ("text/plain; charset=utf-8", "/.well-known/security.txt", "x", What::Text(Kind::Text)),
            ("application/vnd.npm.install-v1+json", "/", "{}", What::Json),
            ("application/rss+xml", "/", "<rss>", What::Feed),
            ("text/xml", "/", "<?xml version='1.0'?><!-- c --><feed xmlns='x'>", What::Feed),
            ("application/xml", "/", "<catalog><rss/></catalog>", What::Xml),
            ("application/octet-stream", "/a.pdf", "%PDF-1.7", What::Pdf),
            ("application/pdf", "/a", "x", What::Pdf),
            ("application/octet-stream", "/a.txt", "hello", What::Text(Kind::Text)),
            ("application/octet-stream", "/a.bin", "a\0b", What::Binary),
            ("image/png", "/a.png", "x", What::Binary),
            ("", "/", "\u{feff}\n<!DOCTYPE html>", What::Html),
            ("", "/x", "hello", What::Text(Kind::Text)),
            ("application/javascript", "/x.js", "1", What::Text(Kind::Source)),
        ] {
            assert_eq!(what(header, path, body.as_bytes()), is, "{header} {path}");
        }
    }
}
