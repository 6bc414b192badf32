//! Quotes in pages: what a reader sees counts, what is hidden from them does not.

use super::case::{Case, contradicted, matched};
use crate::world::site::{Builder, Reply};

pub fn pages(site: Builder) -> Builder {
    site.page("docs.localhost", "/mfa", Reply::html(MFA))
}

const MFA: &str = r#"
<h1 id="mfa">Two-factor authentication</h1>
<h2 id="who">Who has to</h2>
<p>Maintainers   of critical
   projects must enable two&#45;factor authentication.</p>
<p>It is <em>re</em>quired for <a href="/x">every <b>upload</b></a> &amp; each&nbsp;change.</p>
<ul><li>hardware keys</li><li>passcodes</li></ul>
<table><tr><td>Since</td><td>January 2024</td></tr></table>
<p>Enforced<br>everywhere, „without exception“ — for the ﬁrst time.</p>
<h2 id="how">How it is done</h2>
<p>Recovery codes are shown once. STRASSE und Straße.</p>
<pre>  pip   login --with-token</pre>
<details><summary>More on that</summary><p>Folded away but there for all.</p></details>
<!-- Commented: passwordless for everybody. -->
<script>const promise = "Scripted: passwordless for everybody.";</script>
<script type="application/ld+json">{"text": "Structured: passwordless for everybody."}</script>
<style>p::after { content: "Styled: passwordless for everybody."; }</style>
<template><p>Templated: passwordless for everybody.</p></template>
<p hidden>Hidden: passwordless for everybody.</p>
<div style="display: none"><p>Undisplayed: <b>passwordless</b> for everybody.</p></div>
<p style="visibility:hidden">Invisible: passwordless for everybody.</p>
<p data-text="Attributed: passwordless for everybody.">An attribute.</p>
"#;

pub const CASES: &[Case] = &[
    matched("words", "{url: 'https://docs.localhost/mfa', quote: 'Two-factor authentication'}"),
    matched(
        "over white space and lines",
        "{url: 'https://docs.localhost/mfa', quote: 'Maintainers of critical projects must enable'}",
    ),
    matched(
        "a numeric character reference",
        "{url: 'https://docs.localhost/mfa', quote: 'must enable two-factor authentication'}",
    ),
    matched(
        "across inline tags",
        "{url: 'https://docs.localhost/mfa', quote: 'It is required for every upload'}",
    ),
    matched(
        "named character references",
        "{url: 'https://docs.localhost/mfa', quote: 'every upload & each change'}",
    ),
    matched("in another case", "{url: 'https://docs.localhost/mfa', quote: 'RECOVERY CODES ARE SHOWN ONCE'}"),
    matched(
        "full-width letters",
        "{url: 'https://docs.localhost/mfa', quote: 'Ｒｅｃｏｖｅｒｙ codes are shown'}",
    ),
    matched("a ligature", "{url: 'https://docs.localhost/mfa', quote: 'for the first time'}"),
    matched("beyond ASCII", "{url: 'https://docs.localhost/mfa', quote: '„without exception“ — for the'}"),
    matched(
        "a line break between words",
        "{url: 'https://docs.localhost/mfa', quote: 'Enforced everywhere'}",
    ),
    matched("cells of a table", "{url: 'https://docs.localhost/mfa', quote: 'Since January 2024'}"),
    matched("items of a list", "{url: 'https://docs.localhost/mfa', quote: 'hardware keys passcodes'}"),
    matched("preformatted text", "{url: 'https://docs.localhost/mfa', quote: 'pip login --with-token'}"),
    matched("folded away", "{url: 'https://docs.localhost/mfa', quote: 'Folded away but there for all'}"),
    matched(
        "several, all there",
        "{url: 'https://docs.localhost/mfa', quote: ['hardware keys', 'Recovery codes']}",
    ),
    matched(
        "with a fragment that is there",
        "{url: 'https://docs.localhost/mfa#who', quote: 'must enable two-factor'}",
    ),
    matched(
        "elsewhere in the page than its fragment",
        "{url: 'https://docs.localhost/mfa#who', quote: 'Recovery codes are shown'}",
    ),
    contradicted(
        "no such words",
        "{url: 'https://docs.localhost/mfa', quote: 'Recovery codes are shown twice'}",
    ),
    contradicted(
        "one word more",
        "{url: 'https://docs.localhost/mfa', quote: 'Maintainers of all critical projects'}",
    ),
    contradicted(
        "several, one missing",
        "{url: 'https://docs.localhost/mfa', quote: ['hardware keys', 'no such words here']}",
    ),
    contradicted(
        "items of a list glued together",
        "{url: 'https://docs.localhost/mfa', quote: 'hardware keyspasscodes'}",
    ),
    contradicted(
        "a comment",
        "{url: 'https://docs.localhost/mfa', quote: 'Commented: passwordless for everybody'}",
    ),
    contradicted(
        "a script",
        "{url: 'https://docs.localhost/mfa', quote: 'Scripted: passwordless for everybody'}",
    ),
    contradicted(
        "structured data",
        "{url: 'https://docs.localhost/mfa', quote: 'Structured: passwordless for everybody'}",
    ),
    contradicted(
        "a style",
        "{url: 'https://docs.localhost/mfa', quote: 'Styled: passwordless for everybody'}",
    ),
    contradicted(
        "a template",
        "{url: 'https://docs.localhost/mfa', quote: 'Templated: passwordless for everybody'}",
    ),
    contradicted(
        "a hidden paragraph",
        "{url: 'https://docs.localhost/mfa', quote: 'Hidden: passwordless for everybody'}",
    ),
    contradicted(
        "text that is not displayed",
        "{url: 'https://docs.localhost/mfa', quote: 'Undisplayed: passwordless for everybody'}",
    ),
    contradicted(
        "the same, with its tags",
        "{url: 'https://docs.localhost/mfa', quote: 'Undisplayed: <b>passwordless</b> for'}",
    ),
    contradicted(
        "invisible text",
        "{url: 'https://docs.localhost/mfa', quote: 'Invisible: passwordless for everybody'}",
    ),
    contradicted(
        "the value of an attribute",
        "{url: 'https://docs.localhost/mfa', quote: 'Attributed: passwordless for everybody'}",
    ),
    contradicted(
        "no such fragment",
        "{url: 'https://docs.localhost/mfa#nobody', quote: 'must enable two-factor'}",
    ),
];
