//! Values in JSON.

use super::case::{Case, contradicted, found, matched};
use crate::world::site::{Builder, Reply};

pub fn pages(site: Builder) -> Builder {
    site.page("docs.localhost", "/api/state", Reply::json(STATE))
        .page("docs.localhost", "/api/state.txt", Reply::text(STATE))
        .page("docs.localhost", "/api/ld", Reply::new("application/ld+json", "[{\"@id\": \"urn:mfa\"}]"))
        .page("docs.localhost", "/api/page", Reply::html("<p>Example Index API</p>"))
        .page("docs.localhost", "/api/half", Reply::json("{\"mfa\": tr"))
        .page("docs.localhost", "/api/nothing", Reply::json(""))
}

const STATE: &str = r#"{
  "mfa": {"required": true, "since": "2024-01-01", "exempt": null},
  "count": 12, "share": 1.0, "large": 1e3,
  "tracks": ["auth", {"name": "cli"}],
  "a/b": "slash", "m~n": "tilde", "": "empty", "ünï": "beyond",
  "escaped": "tab\tand \u00e9"
}"#;

pub const CASES: &[Case] = &[
    found("JSON without a check", "https://docs.localhost/api/state"),
    matched("a boolean", "{url: 'https://docs.localhost/api/state', json: {at: /mfa/required, is: true}}"),
    matched("a text", "{url: 'https://docs.localhost/api/state', json: {at: /mfa/since, is: '2024-01-01'}}"),
    matched("null", "{url: 'https://docs.localhost/api/state', json: {at: /mfa/exempt, is: null}}"),
    matched("a number", "{url: 'https://docs.localhost/api/state', json: {at: /count, is: 12}}"),
    matched(
        "a number written otherwise",
        "{url: 'https://docs.localhost/api/state', json: {at: /share, is: 1}}",
    ),
    matched(
        "an item of a list",
        "{url: 'https://docs.localhost/api/state', json: {at: /tracks/0, is: auth}}",
    ),
    matched(
        "in an item of a list",
        "{url: 'https://docs.localhost/api/state', json: {at: /tracks/1/name, is: cli}}",
    ),
    matched(
        "a list",
        "{url: 'https://docs.localhost/api/state', json: {at: /tracks, is: [auth, {name: cli}]}}",
    ),
    matched(
        "an object in another order",
        "{url: 'https://docs.localhost/api/state', json: {at: /mfa, is: {since: '2024-01-01', exempt: null, required: true}}}",
    ),
    matched("a key with a slash", "{url: 'https://docs.localhost/api/state', json: {at: /a~1b, is: slash}}"),
    matched("a key with a tilde", "{url: 'https://docs.localhost/api/state', json: {at: /m~0n, is: tilde}}"),
    matched("the empty key", "{url: 'https://docs.localhost/api/state', json: {at: /, is: empty}}"),
    matched("a key beyond ASCII", "{url: 'https://docs.localhost/api/state', json: {at: /ünï, is: beyond}}"),
    matched(
        "JSON that is served as text",
        "{url: 'https://docs.localhost/api/state.txt', json: {at: /count, is: 12}}",
    ),
    matched("JSON-LD", "{url: 'https://docs.localhost/api/ld', json: {at: /0/@id, is: 'urn:mfa'}}"),
    contradicted(
        "another boolean",
        "{url: 'https://docs.localhost/api/state', json: {at: /mfa/required, is: false}}",
    ),
    contradicted(
        "a text that looks like the boolean",
        "{url: 'https://docs.localhost/api/state', json: {at: /mfa/required, is: 'true'}}",
    ),
    contradicted(
        "another text",
        "{url: 'https://docs.localhost/api/state', json: {at: /mfa/since, is: '2023-01-01'}}",
    ),
    contradicted("another number", "{url: 'https://docs.localhost/api/state', json: {at: /count, is: 13}}"),
    contradicted(
        "a text that looks like the number",
        "{url: 'https://docs.localhost/api/state', json: {at: /count, is: '12'}}",
    ),
    contradicted(
        "null where there is a value",
        "{url: 'https://docs.localhost/api/state', json: {at: /count, is: null}}",
    ),
    contradicted(
        "no such key",
        "{url: 'https://docs.localhost/api/state', json: {at: /mfa/optional, is: null}}",
    ),
    contradicted(
        "no such item of a list",
        "{url: 'https://docs.localhost/api/state', json: {at: /tracks/2, is: auth}}",
    ),
    contradicted(
        "an item of a list written otherwise",
        "{url: 'https://docs.localhost/api/state', json: {at: /tracks/00, is: auth}}",
    ),
    contradicted(
        "a part of a list",
        "{url: 'https://docs.localhost/api/state', json: {at: /tracks, is: [auth]}}",
    ),
    contradicted(
        "a part of an object",
        "{url: 'https://docs.localhost/api/state', json: {at: /mfa, is: {required: true}}}",
    ),
    contradicted("beyond a value", "{url: 'https://docs.localhost/api/state', json: {at: /count/0, is: 12}}"),
    contradicted(
        "a page instead of JSON",
        "{url: 'https://docs.localhost/api/page', json: {at: /count, is: 12}}",
    ),
    contradicted("half of a JSON", "{url: 'https://docs.localhost/api/half', json: {at: /mfa, is: true}}"),
    contradicted(
        "nothing instead of JSON",
        "{url: 'https://docs.localhost/api/nothing', json: {at: /mfa, is: true}}",
    ),
    contradicted("no such API", "{url: 'https://docs.localhost/api/none', json: {at: /mfa, is: true}}"),
];
