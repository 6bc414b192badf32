//! Answers that say neither yes nor no.

use super::case::{Case, unreachable};
use crate::world::site::{Builder, Reply};

pub fn pages(site: Builder) -> Builder {
    let statuses =
        [400, 401, 402, 403, 405, 406, 407, 408, 418, 425, 429, 451, 500, 501, 502, 503, 504, 520, 999];
    let site = statuses.into_iter().fold(site, |site, status| {
        let reply = Reply::page("No", "<h1>No</h1>").with_status(status);
        site.page("cross.localhost", &format!("/status/{status}"), reply)
    });
    site.page("cross.localhost", "/", Reply::html("<h1>Welcome</h1>"))
        .page(
            "cross.localhost",
            "/challenge",
            Reply::page("Just a moment...", CHALLENGE).with_status(403).header("cf-mitigated", "challenge"),
        )
        .page(
            "cross.localhost",
            "/basic",
            Reply::status(401).header("www-authenticate", "Basic realm=\"index\""),
        )
        .page("cross.localhost", "/later", Reply::status(429).header("retry-after", "86400"))
}

const CHALLENGE: &str =
    "<p>Verifying that you are human.</p><script src=\"/cdn-cgi/challenge-platform/x.js\"></script>";

pub const CASES: &[Case] = &[
    unreachable("bad request", "https://cross.localhost/status/400"),
    unreachable("unauthorized", "https://cross.localhost/status/401"),
    unreachable("unauthorized, with a password", "https://cross.localhost/basic"),
    unreachable("payment required", "https://cross.localhost/status/402"),
    unreachable("forbidden", "https://cross.localhost/status/403"),
    unreachable(
        "forbidden, with a quote",
        "{url: 'https://cross.localhost/status/403', quote: 'Two-factor authentication'}",
    ),
    unreachable("forbidden, with a fragment", "'https://cross.localhost/status/403#mfa'"),
    unreachable("a challenge for robots", "https://cross.localhost/challenge"),
    unreachable("method not allowed", "https://cross.localhost/status/405"),
    unreachable("not acceptable", "https://cross.localhost/status/406"),
    unreachable("proxy authentication required", "https://cross.localhost/status/407"),
    unreachable("request timeout", "https://cross.localhost/status/408"),
    unreachable("a teapot", "https://cross.localhost/status/418"),
    unreachable("too early", "https://cross.localhost/status/425"),
    unreachable("too many requests", "https://cross.localhost/status/429"),
    unreachable("too many requests until tomorrow", "https://cross.localhost/later"),
    unreachable("unavailable for legal reasons", "https://cross.localhost/status/451"),
    unreachable("internal server error", "https://cross.localhost/status/500"),
    unreachable("not implemented", "https://cross.localhost/status/501"),
    unreachable("bad gateway", "https://cross.localhost/status/502"),
    unreachable("service unavailable", "https://cross.localhost/status/503"),
    unreachable(
        "service unavailable, with a hash",
        "{url: 'https://cross.localhost/status/503', sha256: 2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824}",
    ),
    unreachable("gateway timeout", "https://cross.localhost/status/504"),
    unreachable("a status of a front", "https://cross.localhost/status/520"),
    unreachable("a status beyond all", "https://cross.localhost/status/999"),
];
