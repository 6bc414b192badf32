//! What kind of thing an address names.

use super::address::Address;
use super::github::{self, GitHubLink, Route};
use super::servers::Servers;
use super::services::{self, Wall};

/// What an address leads to. Every address is one of these; there is none of unknown kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// Something on a GitHub server that its API can be asked for.
    GitHub(GitHubLink),
    /// A security.txt at one of its two places.
    SecurityTxt,
    /// JSON, a feed, a file to download, or another answer for programs. Fetched as a page is.
    Data,
    /// A PDF.
    Pdf,
    /// A service that leads on to another address.
    Redirector,
    /// Something that only people who are logged in can see: it is not asked for.
    Walled(Wall),
    /// A page for people: HTML, or text that a browser shows. What its server calls it decides how it is read.
    Page,
}

/// Says what an address leads to. The host is compared in ASCII, after parsing, and as a whole.
#[must_use]
pub fn classify(address: &Address, servers: &Servers) -> Link {
    let host = address.host_port().host;
    let path = address.url.path();
    match github::route(address, servers) {
        Some(Route::Link(link)) => return Link::GitHub(link),
        Some(Route::Form) => return Link::Walled(Wall::GitHubForm),
        Some(Route::Download) if !services::is_pdf(&host, path) => return Link::Data,
        Some(Route::Download | Route::Page) | None => {}
    }
    if let Some(wall) = services::wall(&host, &address.url) {
        return Link::Walled(wall);
    }
    if matches!(path, "/.well-known/security.txt" | "/security.txt") {
        Link::SecurityTxt
    } else if services::is_redirector(&host, path) {
        Link::Redirector
    } else if services::is_pdf(&host, path) {
        Link::Pdf
    } else if services::is_data(&host, path) {
        Link::Data
    } else {
        Link::Page
    }
}
