//! Quotes in pages: what a reader sees counts, what is hidden from them does not.

use super::case::{Case, contradicted, matched, unreachable};
use crate::world::site::{Builder, Reply};

pub fn pages(site: Builder) -> Builder {
    site.page("docs.localhost", "/mfa", Reply::html(MFA))
        .page("docs.localhost", "/ends", Reply::html(ENDS))
        .page("docs.localhost", "/unsure", Reply::html(UNSURE))
        .page("docs.localhost", "/tabs", Reply::html(TABS))
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
<script type="application/ld+json">{"text": "Structured: passwordless for everybody."}</script>
<style>p::after { content: "Styled: passwordless for everybody."; }</style>
<template><p>Templated: passwordless for everybody.</p></template>
<p hidden>Hidden: passwordless for everybody.</p>
<div style="display: none"><p>Undisplayed: <b>passwordless</b> for everybody.</p></div>
<p style="visibility:hidden">Invisible: passwordless for everybody.</p>
<p data-text="Attributed: passwordless for everybody.">An attribute.</p>
"#;

/// Elements whose end tag is left out, or that are not ended by what looks like it.
const ENDS: &str = r#"
<h1>Ends</h1>
<ul><li hidden>Draft item<ul><li>Nested: passwordless for everybody.</ul></ul>
<p>Listed: keys are held in hardware.
<table><tr hidden><td>Draft row</table>
<p>Tabled: keys are held by two people.
<section><div hidden>Draft part</section>
<p>Sectioned: keys are made once a year.
<div hidden/>Closed: passwordless for everybody.</div>
<p style="display:none; display:block">Restyled: keys are burned after use.</p>
<p>Hyphenated: al&shy;ways signed&#x200b; by&#x2060; keys&#xfeff;.</p>
<svg><title><!--</title></svg>Commented out: passwordless for everybody.-->
"#;

/// What only a browser can tell to be seen or not.
const UNSURE: &str = r#"
<h1>Unsure</h1>
<p style="position: absolute; left: -9999px">Aside: keys are held in hardware.</p>
<p style="opacity: 0">Faint: keys are held in hardware.</p>
<video src="/a.mp4">Fallback: keys are held in hardware.</video>
<div popover id="more">Popped up: keys are held in hardware.</div>
<div hidden="until-found">Searched: keys are held in hardware.</div>
"#;

/// Tabs that a script in the page opens.
const TABS: &str = r#"
<h1>Tabs</h1>
<p>Some text that is there from the beginning, and more of it, and still more of it, so that it is not little, for a page
that has next to nothing in it is taken for one that a script makes, and this one is not to be.</p>
<div id="second" style="display:none">Tabbed: keys are held in hardware.</div>
<script>second.style.display = "";</script>
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
    matched(
        "after a hidden item without end tag",
        "{url: 'https://docs.localhost/ends', quote: 'Listed: keys are held in hardware'}",
    ),
    matched(
        "after a hidden row without end tag",
        "{url: 'https://docs.localhost/ends', quote: 'Tabled: keys are held by two people'}",
    ),
    matched(
        "after a hidden part that its section ends",
        "{url: 'https://docs.localhost/ends', quote: 'Sectioned: keys are made once a year'}",
    ),
    matched(
        "shown by the last of two styles",
        "{url: 'https://docs.localhost/ends', quote: 'Restyled: keys are burned after use'}",
    ),
    matched(
        "with characters that cannot be seen",
        "{url: 'https://docs.localhost/ends', quote: 'Hyphenated: always signed by keys.'}",
    ),
    contradicted(
        "in a list in a hidden item",
        "{url: 'https://docs.localhost/ends', quote: 'Nested: passwordless for everybody'}",
    ),
    contradicted(
        "in a hidden part that seems to close itself",
        "{url: 'https://docs.localhost/ends', quote: 'Closed: passwordless for everybody'}",
    ),
    contradicted(
        "in a comment in a title of a drawing",
        "{url: 'https://docs.localhost/ends', quote: 'Commented out: passwordless for everybody'}",
    ),
    unreachable(
        "perhaps seen: aside",
        "{url: 'https://docs.localhost/unsure', quote: 'Aside: keys are held in hardware'}",
    ),
    unreachable(
        "perhaps seen: faint",
        "{url: 'https://docs.localhost/unsure', quote: 'Faint: keys are held in hardware'}",
    ),
    unreachable(
        "perhaps seen: fallback",
        "{url: 'https://docs.localhost/unsure', quote: 'Fallback: keys are held in hardware'}",
    ),
    unreachable(
        "perhaps seen: popped up",
        "{url: 'https://docs.localhost/unsure', quote: 'Popped up: keys are held in hardware'}",
    ),
    unreachable(
        "perhaps seen: searched",
        "{url: 'https://docs.localhost/unsure', quote: 'Searched: keys are held in hardware'}",
    ),
    contradicted(
        "not even perhaps seen",
        "{url: 'https://docs.localhost/unsure', quote: 'Nowhere: keys are held in hardware'}",
    ),
    unreachable(
        "in a tab that a script opens",
        "{url: 'https://docs.localhost/tabs', quote: 'Tabbed: keys are held in hardware'}",
    ),
    contradicted(
        "in no tab",
        "{url: 'https://docs.localhost/tabs', quote: 'Tabbed: keys are held in software'}",
    ),
];
