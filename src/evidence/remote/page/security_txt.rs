//! How a security.txt is served: what RFC 9116 says beside its content.

use crate::evidence::checks::on_one_line;
use crate::evidence::checks::security_txt::canonical;
use crate::evidence::citation::Citation;
use crate::evidence::outcome::{Trouble, TroubleKind};
use crate::evidence::remote::content::Content;
use crate::evidence::remote::redirect::Redirect;
use crate::evidence::web::Fetched;
use url::Url;

/// What is wrong with where and how it is served.
pub(super) fn troubles(
    citation: &Citation<'_>,
    fetched: &Fetched,
    redirect: &Redirect,
    content: &Content,
) -> Vec<Trouble> {
    let Ok(source) = content.document.source() else { return Vec::new() };
    let mut troubles = Vec::new();
    let canonical: Vec<Url> = canonical(&source.text).filter_map(|it| Url::parse(it).ok()).collect();
    let asked = super::asked(citation);
    let is_own = |url: &Url| canonical.contains(url);
    if let Some(host) = redirect.unforeseen() {
        let message = format!("{} comes from another host, `{host}`, behind a redirect", citation.name());
        troubles.push(Trouble::new(TroubleKind::SecurityTxtElsewhere, "url", message).help(
            "see that it is the registry's; if it is, cite the address that it comes from, or serve it without a redirect",
        ));
    } else if !canonical.is_empty() && !is_own(&fetched.url) && !asked.as_ref().is_some_and(is_own) {
        let names = canonical.iter().take(3).map(|it| format!("`{}`", on_one_line(it.as_str())));
        let names = names.collect::<Vec<_>>().join(", ");
        let message = format!("{} does not name this address as its own", citation.name());
        troubles.push(
            Trouble::new(TroubleKind::SecurityTxtElsewhere, "url", message)
                .note(format!("`Canonical`: {names}"))
                .help("cite the address that `Canonical` names, or add this one to the file"),
        );
    }
    let mut served: Vec<&str> = Vec::new();
    if !is_plain_text(fetched.content_type.as_deref().unwrap_or_default()) {
        served.push("`Content-Type` is not `text/plain; charset=utf-8`");
    }
    if fetched.url.scheme() != "https" {
        served.push("it is not served over `https:`");
    }
    if !matches!(fetched.url.path(), "/.well-known/security.txt" | "/security.txt") {
        served.push("its path is not `/.well-known/security.txt`");
    }
    if !served.is_empty() {
        let message = format!("{} is not served as RFC 9116 asks: {}", citation.name(), served.join("; "));
        troubles.push(
            Trouble::new(TroubleKind::SecurityTxtServed, "url", message)
                .help("programs look for it at `/.well-known/security.txt`, as `text/plain; charset=utf-8`, over `https:`"),
        );
    }
    troubles
}

/// The charset may be left out: `utf-8` is its default there.
fn is_plain_text(header: &str) -> bool {
    let mut parts = header.split(';').map(|part| part.trim().to_ascii_lowercase().replace(['"', '\''], ""));
    let is_plain = parts.next().is_some_and(|essence| essence == "text/plain");
    is_plain
        && parts.filter_map(|part| part.strip_prefix("charset=").map(str::to_owned)).all(|it| it == "utf-8")
}
