//! Hashes of what was fetched, and pages larger than what is read of them (4 MiB).

use super::case::{Case, contradicted, found, matched, unreachable};
use crate::world::site::{Builder, Reply};

const LIMIT: usize = 4 * 1024 * 1024;

pub fn pages(site: Builder) -> Builder {
    let long = |end: &str| {
        let filler = "<p>Nothing is said here, at length.</p>\n".repeat(LIMIT / 40 + 1000);
        Reply::html(&format!("<h1 id=\"first\">The first words of the page</h1>{filler}{end}"))
    };
    site.page("docs.localhost", "/hello.pdf", Reply::new("application/pdf", "hello"))
        .page("docs.localhost", "/hello.txt", Reply::text("hello hello"))
        .page("docs.localhost", "/long", long("<h2 id=\"last\">The last words of the page</h2>"))
        .page(
            "docs.localhost",
            "/long.json",
            Reply::json(&format!("{{\"a\": \"{}\", \"b\": 1}}", "x".repeat(LIMIT))),
        )
        .page("docs.localhost", "/long.bin", Reply::new("application/octet-stream", vec![0; LIMIT + 1]))
        .page("docs.localhost", "/full.bin", Reply::new("application/octet-stream", vec![0; LIMIT]))
}

pub const CASES: &[Case] = &[
    matched(
        "the hash of a PDF",
        "{url: 'https://docs.localhost/hello.pdf', sha256: 2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824}",
    ),
    matched(
        "a hash and a quote",
        "{url: 'https://docs.localhost/hello.txt', quote: 'hello hello', sha256: 20d0bfe91d80a9f32ccf947f957582a940ab2f9998b1007511dba32f087016e0}",
    ),
    matched(
        "the hash of a file as large as is read",
        "{url: 'https://docs.localhost/full.bin', sha256: bb9f8df61474d25e71fa00722318cd387396ca1736605e1248821cc0de3d3af8}",
    ),
    contradicted(
        "another hash of a PDF",
        "{url: 'https://docs.localhost/hello.pdf', sha256: 0000000000000000000000000000000000000000000000000000000000000000}",
    ),
    contradicted(
        "another hash, and a quote that is there",
        "{url: 'https://docs.localhost/hello.txt', quote: 'hello hello', sha256: 0000000000000000000000000000000000000000000000000000000000000000}",
    ),
    contradicted(
        "a hash, and a quote that is not there",
        "{url: 'https://docs.localhost/hello.txt', quote: 'goodbye goodbye', sha256: 20d0bfe91d80a9f32ccf947f957582a940ab2f9998b1007511dba32f087016e0}",
    ),
    contradicted(
        "the hash of no such file",
        "{url: 'https://docs.localhost/none.pdf', sha256: 2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824}",
    ),
    found("a large page", "https://docs.localhost/long"),
    found("an id at the beginning of a large page", "'https://docs.localhost/long#first'"),
    matched(
        "a quote at the beginning of a large page",
        "{url: 'https://docs.localhost/long', quote: 'The first words of the page'}",
    ),
    unreachable("an id behind what is read", "'https://docs.localhost/long#last'"),
    unreachable(
        "a quote behind what is read",
        "{url: 'https://docs.localhost/long', quote: 'The last words of the page'}",
    ),
    unreachable(
        "a text fragment behind what is read",
        "'https://docs.localhost/long#:~:text=The%20last%20words'",
    ),
    unreachable(
        "a value of a JSON that is larger",
        "{url: 'https://docs.localhost/long.json', json: {at: /b, is: 1}}",
    ),
    unreachable(
        "the hash of a file that is larger",
        "{url: 'https://docs.localhost/long.bin', sha256: bb9f8df61474d25e71fa00722318cd387396ca1736605e1248821cc0de3d3af8}",
    ),
];
