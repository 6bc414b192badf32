//! `#:~:text=`: words that a page has to show.

use super::case::{Case, contradicted, found};
use crate::world::site::{Builder, Reply};

pub fn pages(site: Builder) -> Builder {
    site.page("docs.localhost", "/policy", Reply::html(POLICY))
}

const POLICY: &str = r#"
<h1 id="policy">Policy</h1>
<h2>Reporting a Vulnerability</h2>
<p>Write to <b>security</b>@epi.example, well-known &amp; answered within three days.</p>
<p>The second paragraph speaks of something else.</p>
<!-- an unspoken promise -->
<p hidden>a hidden promise</p>
<script type="text/plain">var words = "a scripted promise";</script>
"#;

pub const CASES: &[Case] = &[
    found("words", "'https://docs.localhost/policy#:~:text=Reporting%20a%20Vulnerability'"),
    found("words in another case", "'https://docs.localhost/policy#:~:text=reporting%20a%20vulnerability'"),
    found("words across tags", "'https://docs.localhost/policy#:~:text=Write%20to%20security'"),
    found("from words to words", "'https://docs.localhost/policy#:~:text=Write%20to,three%20days'"),
    found("words behind others", "'https://docs.localhost/policy#:~:text=answered-,within%20three%20days'"),
    found("words before others", "'https://docs.localhost/policy#:~:text=answered,-within%20three'"),
    found("encoded marks", "'https://docs.localhost/policy#:~:text=well%2Dknown%20%26%20answered'"),
    found("several", "'https://docs.localhost/policy#:~:text=second%20paragraph&text=three%20days'"),
    found("behind an id", "'https://docs.localhost/policy#policy:~:text=second%20paragraph'"),
    contradicted("no such words", "'https://docs.localhost/policy#:~:text=Reporting%20an%20Incident'"),
    contradicted("from words to none", "'https://docs.localhost/policy#:~:text=Write%20to,four%20days'"),
    contradicted("words behind none", "'https://docs.localhost/policy#:~:text=asked-,within%20three%20days'"),
    contradicted(
        "from words back to words",
        "'https://docs.localhost/policy#:~:text=three%20days,Write%20to'",
    ),
    contradicted("words in a comment", "'https://docs.localhost/policy#:~:text=an%20unspoken%20promise'"),
    contradicted("hidden words", "'https://docs.localhost/policy#:~:text=a%20hidden%20promise'"),
    contradicted("words in a script", "'https://docs.localhost/policy#:~:text=a%20scripted%20promise'"),
    contradicted("words behind no id", "'https://docs.localhost/policy#none:~:text=no%20such%20words'"),
];
