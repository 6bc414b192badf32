//! Whether a page is there.

use super::case::{Case, contradicted, found, unchecked, unreachable};
use crate::world::site::{Builder, Reply};

pub fn pages(site: Builder) -> Builder {
    let page = || Reply::html("<h1>Security</h1><p>What the index does for its users.</p>");
    site.page("docs.localhost", "/security", page())
        .page("docs.localhost", "/security/", page())
        .page("docs.localhost", "/gone", Reply::not_found().with_status(410))
        .page("docs.localhost", "/empty", Reply::new("text/html", ""))
        .page("docs.localhost", "/no-content", Reply::status(204))
        .page("docs.localhost", "/search?q=mfa&page=2%7C3", page())
        .page("docs.localhost", "/search", Reply::not_found())
        .page("docs.localhost", "/post/mika%C3%ABl/2fa", page())
        .page("docs.localhost", "/2026/Erlang%20Foundation%2C%20Inc.%20(EEF)", page())
        .page("docs.localhost", "/logo.png", Reply::new("image/png", PNG))
        .page("docs.localhost", "/report.pdf", Reply::new("application/pdf", &b"%PDF-1.7\n%\xe2\xe3\n"[..]))
        .page("docs.localhost", "/Case", page())
        .page("docs.localhost", "/no-type", Reply::status(200).body("Some words without a type."))
        .page(
            "docs.localhost",
            "/soft-404",
            Reply::page("Page not found", "<h1>404</h1><p>Nothing here.</p>"),
        )
}

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89";

pub const CASES: &[Case] = &[
    unchecked("a mailbox", "{url: 'mailto:security@epi.example'}"),
    unchecked("no address", "{url: 'https://api['}"),
    unchecked("another scheme", "{url: 'ftp://docs.localhost/security'}"),
    unchecked("credentials", "{url: 'https://user:word@docs.localhost/security'}"),
    unchecked("the operator's word", "{statement: 'The operator says so.'}"),
    found("a page", "https://docs.localhost/security"),
    found("a page, as a map", "{url: 'https://docs.localhost/security'}"),
    found("a page behind a slash", "https://docs.localhost/security/"),
    found("the home page", "https://docs.localhost/"),
    unreachable("an empty page", "https://docs.localhost/empty"),
    unreachable("no content (204)", "https://docs.localhost/no-content"),
    found("a page by its query", "'https://docs.localhost/search?q=mfa&page=2%7C3'"),
    found("a path beyond ASCII", "'https://docs.localhost/post/mikaël/2fa'"),
    found("the same, percent-encoded", "https://docs.localhost/post/mika%C3%ABl/2fa"),
    found(
        "blanks, a comma and parentheses in a path",
        "'https://docs.localhost/2026/Erlang%20Foundation%2C%20Inc.%20(EEF)'",
    ),
    found("an image", "https://docs.localhost/logo.png"),
    found("a PDF", "https://docs.localhost/report.pdf"),
    found("an answer without a type", "https://docs.localhost/no-type"),
    found("an IPv4 literal that is opened", "https://127.0.0.1/literal"),
    found("an IPv6 literal that is opened", "'https://[::1]/literal'"),
    contradicted("no such page", "https://docs.localhost/no-such-page"),
    contradicted(
        "no such page, with a check",
        "{url: 'https://docs.localhost/no-such-page', quote: 'What the index does'}",
    ),
    contradicted("no such page, with a fragment", "'https://docs.localhost/no-such-page#mfa'"),
    contradicted("a page that is gone for good", "https://docs.localhost/gone"),
    contradicted("another query", "'https://docs.localhost/search?q=mfa&page=9'"),
    contradicted("another case", "https://docs.localhost/case"),
    contradicted("another path beyond ASCII", "'https://docs.localhost/post/mikael/2fa'"),
    contradicted("no such PDF", "https://docs.localhost/no-such-report.pdf"),
    contradicted("no such page on an IPv4 literal", "https://127.0.0.1/no-such-page"),
    // Its status says that there is a page, its title that there is none: neither is sure.
    unreachable("a page that only says that it is none", "https://docs.localhost/soft-404"),
    unreachable(
        "a page that only says that it is none, with a quote",
        "{url: 'https://docs.localhost/soft-404', quote: 'What the index does'}",
    ),
];
