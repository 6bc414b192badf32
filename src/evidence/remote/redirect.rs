//! Redirects that lead to another host: what is there may be another one's word than the declaration's readers think.

use super::{Terms, reasons};
use crate::evidence::web::{Fetched, Want};
use crate::links::{Address, Link, classify};
use url::Url;

/// Whether a page came from the host that was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Redirect {
    /// It did, or with `www.` before its name or without.
    SameHost,
    /// From this one, as the link lets expect: it is a short one, or one of GitHub, which keeps files elsewhere.
    Foreseen(String),
    /// From this one.
    Unforeseen(String),
}

impl Redirect {
    /// The other host, with its port where that is not the one of the scheme.
    pub(super) fn host(&self) -> Option<&str> {
        match self {
            Self::SameHost => None,
            Self::Foreseen(host) | Self::Unforeseen(host) => Some(host),
        }
    }

    /// The other host, where nothing in the link lets expect one.
    pub(super) fn unforeseen(&self) -> Option<&str> {
        self.host().filter(|_| matches!(self, Self::Unforeseen(_)))
    }
}

/// From where the answer to a question came.
pub(super) fn to(want: &Want, fetched: &Fetched, terms: &Terms<'_>) -> Redirect {
    let Want::Page(asked) = want else { return Redirect::SameHost };
    let end = &fetched.url;
    if is_same_host(asked, end) {
        return Redirect::SameHost;
    }
    let host = reasons::host(end);
    let is_within_github = is_on_github(asked, terms) && is_on_github(end, terms);
    let is_redirector = || {
        let address = Address::parse(asked.as_str());
        address.is_ok_and(|address| classify(&address, terms.servers) == Link::Redirector)
    };
    if is_within_github || is_redirector() { Redirect::Foreseen(host) } else { Redirect::Unforeseen(host) }
}

/// Whether a page is one of a GitHub server: of `github.com`, of where that keeps files, or of the operator's.
fn is_on_github(url: &Url, terms: &Terms<'_>) -> bool {
    let host = url.host_str().unwrap_or_default().trim_end_matches('.');
    let is = |name: &str| host == name || host.strip_suffix(name).is_some_and(|it| it.ends_with('.'));
    let server = &terms.servers.github;
    let is_server =
        host == server.host && server.port.is_none_or(|port| url.port_or_known_default() == Some(port));
    is("github.com") || is("githubusercontent.com") || is_server
}

/// Whether two addresses are of one host; `www.` before a name is no other one. Ports do not matter: only what the operator
/// opened has one of its own.
pub(super) fn is_same_host(one: &Url, other: &Url) -> bool {
    name(one) == name(other)
}

fn name(url: &Url) -> &str {
    let host = url.host_str().unwrap_or_default().trim_end_matches('.');
    host.strip_prefix("www.").unwrap_or(host)
}
