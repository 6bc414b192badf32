//! Feeds: RSS, Atom, JSON Feed.

use super::case::{Case, contradicted, found, matched};
use crate::world::site::{Builder, Reply};

pub fn pages(site: Builder) -> Builder {
    site.page("docs.localhost", "/rss.xml", Reply::new("application/rss+xml; charset=utf-8", RSS))
        .page("docs.localhost", "/atom.xml", Reply::new("application/atom+xml", ATOM))
        .page("docs.localhost", "/feed", Reply::new("text/xml", RSS))
        .page("docs.localhost", "/feed.json", Reply::new("application/feed+json", JSON_FEED))
}

const RSS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Removed &amp; yanked packages</title>
<item><title>evil-package was removed</title>
<description><![CDATA[<p>It carried <b>malware</b> since Monday.</p>]]></description></item>
<item><title>other-package was removed</title>
<description>&lt;p&gt;It was a &lt;i&gt;typo&lt;/i&gt; of another name.&lt;/p&gt;</description></item>
<!-- <item><title>honest-package was removed</title></item> -->
</channel></rss>"#;

const ATOM: &str = r#"<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Security advisories</title>
<entry><title type="html">Leaked &lt;em&gt;tokens&lt;/em&gt; were revoked</title>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>All <b>nine</b> of them.</p></div></content></entry>
</feed>"#;

const JSON_FEED: &str = r#"{"version": "https://jsonfeed.org/version/1.1", "title": "Advisories",
"items": [{"id": "1", "content_text": "Leaked tokens were revoked."}]}"#;

pub const CASES: &[Case] = &[
    found("a feed", "https://docs.localhost/rss.xml"),
    matched(
        "the title of an item",
        "{url: 'https://docs.localhost/rss.xml', quote: 'evil-package was removed'}",
    ),
    matched(
        "a reference in a title",
        "{url: 'https://docs.localhost/rss.xml', quote: 'Removed & yanked packages'}",
    ),
    matched(
        "HTML in CDATA",
        "{url: 'https://docs.localhost/rss.xml', quote: 'It carried malware since Monday'}",
    ),
    matched(
        "HTML in references",
        "{url: 'https://docs.localhost/rss.xml', quote: 'It was a typo of another name'}",
    ),
    matched(
        "a feed that is served as XML",
        "{url: 'https://docs.localhost/feed', quote: 'evil-package was removed'}",
    ),
    matched(
        "an entry of Atom",
        "{url: 'https://docs.localhost/atom.xml', quote: 'Leaked tokens were revoked'}",
    ),
    matched("XHTML in Atom", "{url: 'https://docs.localhost/atom.xml', quote: 'All nine of them.'}"),
    matched(
        "an item of a JSON feed",
        "{url: 'https://docs.localhost/feed.json', quote: 'Leaked tokens were revoked'}",
    ),
    matched(
        "a value of a JSON feed",
        "{url: 'https://docs.localhost/feed.json', json: {at: /items/0/content_text, is: 'Leaked tokens were revoked.'}}",
    ),
    contradicted(
        "no such item",
        "{url: 'https://docs.localhost/rss.xml', quote: 'good-package was removed'}",
    ),
    contradicted(
        "no such entry of Atom",
        "{url: 'https://docs.localhost/atom.xml', quote: 'Leaked passwords were revoked'}",
    ),
    contradicted("no such feed", "https://docs.localhost/no-such-feed.xml"),
    contradicted(
        "no such item of a JSON feed",
        "{url: 'https://docs.localhost/feed.json', json: {at: /items/1/id, is: '2'}}",
    ),
];
