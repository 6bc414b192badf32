//! Pages that a browser makes: what the server sends is not what a reader sees.

use super::case::{Case, contradicted, found, matched, unreachable};
use crate::world::site::{Asked, Builder, Reply};

pub fn pages(site: Builder) -> Builder {
    site.host("spa.localhost", spa)
        .page("docs.localhost", "/app", Reply::page("Index", APP))
        .page("docs.localhost", "/app-noscript", Reply::page("Index", APP_NOSCRIPT))
        .page("docs.localhost", "/next", Reply::page("Index", NEXT))
        .page("docs.localhost", "/static", Reply::page("Index", STATIC))
        .page("docs.localhost", "/rendered", Reply::page("Index", RENDERED))
        .page("docs.localhost", "/stub", Reply::new("text/html", STUB))
}

/// A host that serves its application to browsers and JSON, 404, to everybody else; and `/assets` to all.
fn spa(asked: &Asked) -> Reply {
    match asked.header("accept") {
        Some(accept) if accept.contains("text/html") => Reply::page("Index", APP),
        _ => Reply::json(r#"{"errors":[{"detail":"Not Found"}]}"#).with_status(404),
    }
}

const APP: &str = r#"<div id="root"></div>
<script type="module" crossorigin src="/assets/index-b1946ac9.js"></script>"#;

const APP_NOSCRIPT: &str = r#"<noscript>You need to enable JavaScript to run this app.</noscript>
<div id="app"></div>
<script defer src="/static/js/main.d41d8cd9.js"></script>"#;

const NEXT: &str = r#"<div id="__next"><div class="spinner">Loading…</div></div>
<script id="__NEXT_DATA__" type="application/json">{"props":{"pageProps":{"text":"Tokens expire after a year."}}}</script>
<script src="/_next/static/chunks/main.js"></script>"#;

/// A page with its text in it, and a script that counts visitors.
const STATIC: &str = r#"<h1 id="tokens">Tokens</h1>
<p>Every token belongs to one user and one package, and can be revoked by its user at any time. Tokens that appear in
public code are revoked by the index itself, and their users are told by mail. This is how it has been since 2023.</p>
<p>The rest of this page explains how to make a token, how to give it to a build, and what to do when it has leaked.
None of it needs a script to be read.</p>
<script async src="https://counter.example/count.js"></script>"#;

/// A page of an application that the server has rendered: the text is there.
const RENDERED: &str = r#"<div id="root"><main><h1 id="tokens">Tokens</h1>
<p>Every token belongs to one user and one package, and can be revoked by its user at any time. Tokens that appear in
public code are revoked by the index itself, and their users are told by mail. This is how it has been since 2023.</p>
<p>The rest of this page explains how to make a token, how to give it to a build, and what to do when it has leaked.</p>
</main></div>
<script type="module" src="/assets/index-b1946ac9.js"></script>"#;

/// What generators of documentation leave where a page has moved from.
const STUB: &str = r#"<!doctype html><html><head><title>Redirecting&hellip;</title>
<link rel="canonical" href="/static"><meta http-equiv="refresh" content="0; url=/static">
</head><body><p><a href="/static">Click here if you are not redirected.</a></p></body></html>"#;

pub const CASES: &[Case] = &[
    found("a host that has pages for browsers only", "https://spa.localhost/policies/security"),
    found("its home page", "https://spa.localhost/"),
    unreachable("a fragment of its page", "'https://spa.localhost/data-access#rss-feeds'"),
    unreachable(
        "a quote from its page",
        "{url: 'https://spa.localhost/data-access', quote: 'Two-factor authentication'}",
    ),
    unreachable("a text fragment of its page", "'https://spa.localhost/data-access#:~:text=Two-factor'"),
    found("an application", "https://docs.localhost/app"),
    unreachable("a fragment of an application", "'https://docs.localhost/app#tokens'"),
    unreachable("a route of an application", "'https://docs.localhost/app#/data-access'"),
    unreachable("a stream of an application", "'https://docs.localhost/app#narrow/stream/1-general'"),
    unreachable(
        "a quote from an application",
        "{url: 'https://docs.localhost/app', quote: 'Tokens expire after a year'}",
    ),
    unreachable("a fragment of another application", "'https://docs.localhost/app-noscript#tokens'"),
    unreachable(
        "a quote from another application",
        "{url: 'https://docs.localhost/app-noscript', quote: 'Tokens expire after a year'}",
    ),
    unreachable("a fragment of a page that is loading", "'https://docs.localhost/next#tokens'"),
    unreachable(
        "a quote from a page that is loading",
        "{url: 'https://docs.localhost/next', quote: 'Tokens never expire at all'}",
    ),
    matched(
        "a quote from a page with a script",
        "{url: 'https://docs.localhost/static', quote: 'Every token belongs to one user'}",
    ),
    found("a fragment of a page with a script", "'https://docs.localhost/static#tokens'"),
    contradicted(
        "no such quote in a page with a script",
        "{url: 'https://docs.localhost/static', quote: 'Every token belongs to nobody'}",
    ),
    contradicted("no such fragment in a page with a script", "'https://docs.localhost/static#passwords'"),
    matched(
        "a quote from a rendered application",
        "{url: 'https://docs.localhost/rendered', quote: 'Every token belongs to one user'}",
    ),
    found("a fragment of a rendered application", "'https://docs.localhost/rendered#tokens'"),
    found("a page that leads on by itself", "https://docs.localhost/stub"),
    unreachable("a fragment of a page that leads on by itself", "'https://docs.localhost/stub#tokens'"),
    unreachable(
        "a quote from a page that leads on by itself",
        "{url: 'https://docs.localhost/stub', quote: 'Every token belongs to one user'}",
    ),
];
