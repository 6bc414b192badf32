//! Hosts: which of them answer, and how far that can be relied on.

use super::case::{Case, contradicted, found, matched, unreachable};
use crate::world::site::{Builder, Reply};

pub fn pages(site: Builder) -> Builder {
    site.page("home.localhost", "/", Reply::html("<h1>The home page, and nothing else</h1>"))
        .page("deep.localhost", "/docs/deep", Reply::html("<h1 id=\"deep\">Far below</h1>"))
        .page("shy.localhost", "/", Reply::status(403))
        .page("127.0.0.1", "/literal", Reply::html("<p>By its number.</p>"))
        .page("127.0.0.1", "/", Reply::html("<p>By its number.</p>"))
        .page("[::1]", "/literal", Reply::html("<p>By its number.</p>"))
        .page("closed.localhost", "/", Reply::html("<p>Nobody should see this.</p>"))
}

/// A host with one page and a home page.
pub fn small(site: Builder, host: &str) -> Builder {
    site.page(host, "/", Reply::html("<h1>Welcome</h1>")).page(
        host,
        "/small",
        Reply::html("<h1 id=\"small\">A small page of its own</h1>"),
    )
}

/// The site without TLS.
pub fn plain(site: Builder) -> Builder {
    small(site, "plain.localhost")
}

pub const CASES: &[Case] = &[
    contradicted("no such page on a host whose home page is there", "https://home.localhost/docs"),
    contradicted(
        "no such page on a host of which another page is there",
        "https://deep.localhost/docs/deeper",
    ),
    found("that other page", "'https://deep.localhost/docs/deep#deep'"),
    unreachable("a host that says 404 to everything", "https://silent.localhost/docs"),
    unreachable("the home page of a host that says 404 to everything", "https://silent.localhost/"),
    unreachable("a fragment on a host that says 404 to everything", "'https://silent.localhost/docs#mfa'"),
    unreachable("no such page on a host whose home page is forbidden", "https://shy.localhost/docs"),
    found("without TLS", "http://plain.localhost/small"),
    matched(
        "without TLS, with a quote",
        "{url: 'http://plain.localhost/small', quote: 'A small page of its own'}",
    ),
    contradicted("no such page without TLS", "http://plain.localhost/none"),
    contradicted(
        "no such quote without TLS",
        "{url: 'http://plain.localhost/small', quote: 'A large page of its own'}",
    ),
    found("HTTP/1.1 only", "https://http1.localhost/small"),
    contradicted("no such page, HTTP/1.1 only", "https://http1.localhost/none"),
    found("HTTP/2 only", "https://http2.localhost/small"),
    matched(
        "HTTP/2 only, with a quote",
        "{url: 'https://http2.localhost/small', quote: 'A small page of its own'}",
    ),
    contradicted("no such page, HTTP/2 only", "https://http2.localhost/none"),
    contradicted("no such fragment, HTTP/2 only", "'https://http2.localhost/small#large'"),
    unreachable("an expired certificate", "https://expired.localhost/small"),
    unreachable("an expired certificate, no such page", "https://expired.localhost/none"),
    unreachable("a certificate of the future", "https://early.localhost/small"),
    unreachable("a certificate of another host", "https://wrongname.localhost/small"),
    unreachable("a certificate of its own", "https://selfsigned.localhost/small"),
    unreachable("no TLS where there should be", "https://notls.localhost/small"),
    unreachable("nobody listens", "https://refused.localhost/small"),
    unreachable("a name that nobody has", "https://no-such-host.invalid/small"),
    unreachable("a host that is not opened", "https://closed.localhost/there"),
    unreachable("no such page on a host that is not opened", "https://closed.localhost/none"),
    unreachable("a private address", "https://10.0.0.1/small"),
    unreachable("the metadata of a cloud", "http://169.254.169.254/latest/meta-data/"),
];
