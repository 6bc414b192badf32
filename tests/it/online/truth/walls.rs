//! Pages for people who are logged in.

use super::case::{Case, contradicted, found, matched, unreachable};
use crate::world::site::{Builder, Reply};

pub fn pages(site: Builder) -> Builder {
    site.page("walled.localhost", "/account", Reply::page("Sign in to Example Index", FORM)).page(
        "walled.localhost",
        "/with-a-box",
        Reply::page("Tokens - Example Index", WITH_A_BOX),
    )
}

const FORM: &str = "<main><h1>Sign in</h1><form action=\"/session\" method=\"post\"><label>User name <input name=\"login\"></label>\
    <label>Password <input type=\"password\" name=\"password\"></label><button>Sign in</button></form></main>";

/// A page with its text in it, and a box for logging in beside it.
const WITH_A_BOX: &str = "<header><form action=\"/session\"><input name=\"login\"><input type=\"password\" name=\"password\"></form></header>\
    <h1 id=\"tokens\">Tokens</h1><p>Every token belongs to one user and one package, and can be revoked by its user at any time. \
    Tokens that appear in public code are revoked by the index itself, and their users are told by mail.</p>";

pub const CASES: &[Case] = &[
    unreachable(
        "a form for logging in, with a quote",
        "{url: 'https://walled.localhost/account', quote: 'Every token belongs to one user'}",
    ),
    unreachable("a form for logging in, with a fragment", "'https://walled.localhost/account#tokens'"),
    matched(
        "a page with a box for logging in",
        "{url: 'https://walled.localhost/with-a-box', quote: 'Every token belongs to one user'}",
    ),
    found("a fragment beside a box for logging in", "'https://walled.localhost/with-a-box#tokens'"),
    contradicted(
        "no such quote beside a box for logging in",
        "{url: 'https://walled.localhost/with-a-box', quote: 'Every token belongs to nobody'}",
    ),
    unreachable("a document of Google's", "https://docs.google.com/document/d/1x2y3z/edit"),
    unreachable("a sheet of Google's", "'https://docs.google.com/spreadsheets/d/1x2y3z/edit#gid=0'"),
    unreachable("a file of Google's", "https://drive.google.com/file/d/1x2y3z/view"),
    unreachable("a form of Google's", "https://forms.gle/1x2y3z"),
    unreachable("a chat of Discord", "https://discord.com/channels/1/2"),
    unreachable("an invitation to Discord", "https://discord.gg/epi"),
    unreachable("a chat of Slack", "https://epi.slack.com/archives/C01"),
    unreachable("a chat of Zulip", "'https://rust-lang.zulipchat.com/#narrow/stream/1-general'"),
];
