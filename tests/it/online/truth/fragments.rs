//! What a fragment names in a page.

use super::case::{Case, contradicted, found, unreachable};
use crate::world::site::{Builder, Reply};

pub fn pages(site: Builder) -> Builder {
    site.page("docs.localhost", "/help", Reply::html(HELP))
        .page(
            "docs.localhost",
            "/go1.18",
            Reply::html("<dl><dt id=\"debug/buildinfo\">debug/buildinfo</dt></dl>"),
        )
        .page("docs.localhost", "/faq.html", Reply::new("application/xhtml+xml", FAQ))
        .page("docs.localhost", "/moved-help", Reply::redirect(301, "/help"))
        .page("docs.localhost", "/policy.pdf", Reply::new("application/pdf", &b"%PDF-1.7\n%\xe2\xe3\n"[..]))
        .page("docs.localhost", "/plain.txt", Reply::text("Two-factor authentication\n\nid=\"mfa\"\n"))
        .page("docs.localhost", "/untyped", Reply::status(200).body(format!("<!doctype html>{HELP}")))
}

const HELP: &str = r#"
<h1 id="help">Help</h1>
<h2 id="mfa">Two-factor authentication</h2>
<h2 id='single'>Single quotes</h2>
<h2 id=bare>No quotes</h2>
<h2 ID="Loud">Attribute in capitals</h2>
<p><a name="legacy"></a>An anchor of old.</p>
<h2 id="nuget-org-faq.account-management">Dots</h2>
<h2 id="été">Beyond ASCII</h2>
<h2 id="a&amp;b">A character reference</h2>
<h2 id="with%20percent">An id that looks encoded</h2>
<h2 id="with blank">An id with a blank</h2>
<h2 class="x" data-id="data-only">No id</h2>
<!-- <h2 id="commented">Commented out</h2> -->
<script>document.title = '<h2 id="scripted">';</script>
<p title='<h2 id="quoted">'>An id in a value.</p>
<p>id="written" is text here.</p>
<form><input name="field"></form>
<textarea><b id="typed"></b></textarea>
"#;

const FAQ: &str = r#"<?xml version="1.0"?>
<html xmlns="http://www.w3.org/1999/xhtml"><body><h2 id="xhtml"/><p>An XHTML page.</p></body></html>"#;

pub const CASES: &[Case] = &[
    found("an id", "'https://docs.localhost/help#mfa'"),
    found("an id in single quotes", "'https://docs.localhost/help#single'"),
    found("an id without quotes", "'https://docs.localhost/help#bare'"),
    found("an id whose attribute is in capitals", "'https://docs.localhost/help#Loud'"),
    found("the name of a link", "'https://docs.localhost/help#legacy'"),
    found("an id with a dot", "'https://docs.localhost/help#nuget-org-faq.account-management'"),
    found("an id with a slash", "'https://docs.localhost/go1.18#debug/buildinfo'"),
    found("an id beyond ASCII", "'https://docs.localhost/help#été'"),
    found("the same, percent-encoded", "'https://docs.localhost/help#%C3%A9t%C3%A9'"),
    found("an id percent-encoded without need", "'https://docs.localhost/help#%6dfa'"),
    found("an id with a character reference", "'https://docs.localhost/help#a&b'"),
    found("an id that looks encoded, as it is written", "'https://docs.localhost/help#with%20percent'"),
    found("an id with a blank", "'https://docs.localhost/help#with%20blank'"),
    found("the top of every page", "'https://docs.localhost/help#top'"),
    found("an empty fragment", "'https://docs.localhost/help#'"),
    found("an id behind a redirect", "'https://docs.localhost/moved-help#mfa'"),
    found("an id in XHTML", "'https://docs.localhost/faq.html#xhtml'"),
    found("an id in a page without a type", "'https://docs.localhost/untyped#mfa'"),
    contradicted("no such id", "'https://docs.localhost/help#no-such-id'"),
    contradicted("an id in another case", "'https://docs.localhost/help#MFA'"),
    contradicted("the beginning of an id", "'https://docs.localhost/help#mf'"),
    contradicted("an id in a comment", "'https://docs.localhost/help#commented'"),
    contradicted("an id in a script", "'https://docs.localhost/help#scripted'"),
    contradicted("an id in the value of an attribute", "'https://docs.localhost/help#quoted'"),
    contradicted("an id in the text", "'https://docs.localhost/help#written'"),
    contradicted("an id in a text field", "'https://docs.localhost/help#typed'"),
    contradicted("another attribute that ends in `id`", "'https://docs.localhost/help#data-only'"),
    contradicted("the name of a field of a form", "'https://docs.localhost/help#field'"),
    contradicted("no such id with a slash", "'https://docs.localhost/go1.18#debug/other'"),
    contradicted("no such id behind a redirect", "'https://docs.localhost/moved-help#no-such-id'"),
    contradicted("no such id in XHTML", "'https://docs.localhost/faq.html#html'"),
    contradicted("plain text has no ids", "'https://docs.localhost/plain.txt#mfa'"),
    contradicted(
        "the quote is there, the id is not",
        "{url: 'https://docs.localhost/help#no-such-id', quote: 'Two-factor authentication'}",
    ),
    unreachable("a page of a PDF, which is not looked into", "'https://docs.localhost/policy.pdf#page=2'"),
];
