//! Quotes in plain text and Markdown.

use super::case::{Case, contradicted, found, matched, unreachable};
use crate::world::site::{Builder, Reply};

pub fn pages(site: Builder) -> Builder {
    site.page("docs.localhost", "/LICENSE.txt", Reply::text(TEXT))
        .page("docs.localhost", "/rfc.md", Reply::new("text/markdown; charset=utf-8", MARKDOWN))
        .page("docs.localhost", "/README.md", Reply::text(MARKDOWN))
        .page("docs.localhost", "/keys.txt", Reply::status(200).body(TEXT))
        .page("docs.localhost", "/limits.json", Reply::json(r#"{"note": "ten tokens for each user"}"#))
        .page("docs.localhost", "/pixel.png", Reply::new("image/png", &b"\x89PNG\r\n\x1a\n\0\0"[..]))
        .page(
            "docs.localhost",
            "/audit.pdf",
            Reply::new("application/pdf", &b"%PDF-1.7\n%\xe2\xe3\n\0\0"[..]),
        )
        .page("docs.localhost", "/dump.bin", Reply::new("application/octet-stream", &b"\0\x01\x02\x03"[..]))
        .page("docs.localhost", "/zipped", zipped())
        .page("docs.localhost", "/zipped-too", zipped())
}

/// A page that is compressed although nobody asked for that. It is not unpacked.
fn zipped() -> Reply {
    Reply::new("text/html; charset=utf-8", &b"\x1f\x8b\x08\0\0\0\0\0\0\x03\xcb\x48\xcd\xc9\xc9\x07\0"[..])
        .header("content-encoding", "gzip")
}

const TEXT: &str = "Terms of use\n\nTokens are revoked\nwhen they <b>leak</b> in public.\n";

const MARKDOWN: &str = "# Trusted publishing\n\nPublish **without** long-lived [tokens](https://epi.example/x).\n\n\
                        ## Since when\n\nAvailable since `v2` for everybody.\n\n<!-- An unspoken promise to all. -->\n";

pub const CASES: &[Case] = &[
    matched(
        "plain text",
        "{url: 'https://docs.localhost/LICENSE.txt', quote: 'Tokens are revoked when they'}",
    ),
    matched(
        "tags in plain text are text",
        "{url: 'https://docs.localhost/LICENSE.txt', quote: 'when they <b>leak</b> in public'}",
    ),
    matched(
        "plain text without a type",
        "{url: 'https://docs.localhost/keys.txt', quote: 'Tokens are revoked'}",
    ),
    contradicted(
        "other words in plain text",
        "{url: 'https://docs.localhost/LICENSE.txt', quote: 'Tokens are never revoked'}",
    ),
    contradicted(
        "tags in plain text do not vanish",
        "{url: 'https://docs.localhost/LICENSE.txt', quote: 'when they leak in public'}",
    ),
    matched(
        "Markdown",
        "{url: 'https://docs.localhost/rfc.md', quote: 'Publish without long-lived tokens.'}",
    ),
    matched(
        "Markdown as it is written",
        "{url: 'https://docs.localhost/rfc.md', quote: 'Publish **without** long-lived'}",
    ),
    matched(
        "Markdown within a section",
        "{url: 'https://docs.localhost/rfc.md#since-when', quote: 'since v2 for everybody'}",
    ),
    found("a heading of Markdown", "'https://docs.localhost/rfc.md#trusted-publishing'"),
    contradicted("no such heading of Markdown", "'https://docs.localhost/rfc.md#trusted-publishers'"),
    contradicted(
        "another section of Markdown",
        "{url: 'https://docs.localhost/rfc.md#since-when', quote: 'Publish without long-lived'}",
    ),
    contradicted(
        "other words in Markdown",
        "{url: 'https://docs.localhost/rfc.md', quote: 'Publish with long-lived tokens'}",
    ),
    matched(
        "Markdown that is served as text",
        "{url: 'https://docs.localhost/README.md', quote: 'Publish **without** long-lived'}",
    ),
    matched(
        "words in JSON",
        "{url: 'https://docs.localhost/limits.json', quote: 'ten tokens for each user'}",
    ),
    contradicted(
        "other words in JSON",
        "{url: 'https://docs.localhost/limits.json', quote: 'two tokens for each user'}",
    ),
    unreachable(
        "a quote from an image",
        "{url: 'https://docs.localhost/pixel.png', quote: 'Two-factor authentication'}",
    ),
    unreachable(
        "a quote from a PDF",
        "{url: 'https://docs.localhost/audit.pdf', quote: 'Two-factor authentication'}",
    ),
    unreachable(
        "a quote from bytes",
        "{url: 'https://docs.localhost/dump.bin', quote: 'Two-factor authentication'}",
    ),
    found("a page that is compressed unasked", "https://docs.localhost/zipped-too"),
    unreachable(
        "a quote from a page that is compressed",
        "{url: 'https://docs.localhost/zipped', quote: 'Two-factor authentication'}",
    ),
    unreachable("a fragment of a page that is compressed", "'https://docs.localhost/zipped#mfa'"),
    unreachable(
        "the hash of a page that is compressed",
        "{url: 'https://docs.localhost/zipped', sha256: 2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824}",
    ),
];
