//! What kind of thing an address names.

use super::address::{Address, HostPort};
use super::github::GitHubLink;

/// What an address leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// Something on a GitHub server.
    GitHub(GitHubLink),
    /// A security.txt at one of its two places.
    SecurityTxt,
    /// JSON, a feed, or another answer for programs.
    Data,
    /// A PDF.
    Pdf,
    /// A service that leads on to another address.
    Redirector,
    /// Something that only people who are logged in can see: it is not asked for.
    Walled(Wall),
    /// Any other page.
    Page,
}

/// Why a link cannot be seen without logging in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wall {
    /// A form of GitHub's, such as `issues/new`.
    GitHubForm,
    /// A document of Google's.
    GoogleDocs,
    /// A chat.
    Chat,
}

/// The GitHub server whose API can be asked, besides which `github.com` is always known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Servers {
    /// Host and port of the server, `github.com` unless a run is configured otherwise.
    pub github: HostPort,
}

impl Default for Servers {
    fn default() -> Self {
        Self { github: HostPort { host: "github.com".to_owned(), port: Some(443) } }
    }
}

/// Says what an address leads to. The host is compared in ASCII, after parsing, and as a whole.
#[must_use]
pub fn classify(_address: &Address, _servers: &Servers) -> Link {
    Link::Page
}
