//! Addresses on a GitHub server.

mod inside;
mod name;
mod reserved;
mod route;

pub use name::RepositoryName;

use super::address::{Address, HostPort};
use super::servers::Servers;
use url::Url;

/// A link to something on a GitHub server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GitHubLink {
    /// The server.
    pub server: HostPort,
    /// The repository.
    pub repository: RepositoryName,
    /// What in it.
    pub target: Target,
}

/// What in a repository a link leads to. Texts are percent-decoded.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// The repository itself.
    Repository,
    /// A file or directory: the branch, tag or commit and the path, not divided yet, since a branch can hold `/`.
    File {
        /// `main/docs/help.md`, without `refs/heads/` or `refs/tags/` before it and without `/` at its end.
        reference_and_path: String,
    },
    /// A commit, by its hash or the beginning of it.
    Commit {
        /// Hexadecimal in lower case, 7 to 64 digits.
        sha: String,
    },
    /// An issue or a pull request: GitHub leads from one address to the other.
    Thread {
        /// The number.
        number: u64,
    },
    /// A discussion.
    Discussion {
        /// The number.
        number: u64,
    },
    /// A release by its tag, or the tag.
    Release {
        /// The tag; it can hold `/`.
        tag: String,
    },
    /// The newest release.
    LatestRelease,
    /// A workflow by the name of its file.
    Workflow {
        /// The name in `.github/workflows`.
        file: String,
    },
    /// An advisory, by its GHSA id, of the repository.
    Advisory {
        /// `GHSA-xxxx-xxxx-xxxx`, lower case behind `GHSA-`.
        id: String,
    },
    /// The security policy.
    SecurityPolicy,
}

/// What a path on a GitHub server is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Route {
    /// Something that the API can be asked for.
    Link(GitHubLink),
    /// A form for people who are logged in.
    Form,
    /// A file to download, which is no page.
    Download,
    /// A page like any other.
    Page,
}

/// What an address is on a GitHub server; `None` where its host is none.
pub(super) fn route(address: &Address, servers: &Servers) -> Option<Route> {
    let host = address.host_port();
    if let Some(server) = server_of(&host, servers) {
        return Some(route::of_server(&address.url, &server));
    }
    if is_on(&host, "raw.githubusercontent.com") {
        return Some(route::of_raw(&address.url, &github_com()));
    }
    None
}

/// Whether the server answers 404 for a page of a repository or organisation that it only hides, so that the answer says
/// nothing.
#[must_use]
pub fn hides(address: &Address, servers: &Servers) -> bool {
    let host = address.host_port();
    let hosts = [
        "raw.githubusercontent.com",
        "api.github.com",
        "codeload.github.com",
        "gist.github.com",
        "media.githubusercontent.com",
    ];
    if hosts.iter().any(|name| is_on(&host, name)) {
        return true;
    }
    server_of(&host, servers).is_some() && route::is_owned(&address.url)
}

/// Whether a link to a file names a tag as one: `refs/tags/` stands where the branch, tag or commit does.
#[must_use]
pub fn names_tag(url: &Url) -> bool {
    let segments: Vec<&str> = url.path_segments().into_iter().flatten().collect();
    matches!(
        segments.as_slice(),
        [_, _, "blob" | "tree" | "raw" | "blame" | "edit", "refs", "tags", ..] | [_, _, "refs", "tags", ..]
    )
}

/// The GitHub server that a host and port is, with the port of its `https:` pages.
fn server_of(host: &HostPort, servers: &Servers) -> Option<HostPort> {
    let configured = &servers.github;
    let unencrypted = configured.port == Some(443) && host.port == Some(80);
    if host.host == configured.host && (host.port == configured.port || unencrypted) {
        return Some(configured.clone());
    }
    ["github.com", "www.github.com"].iter().any(|name| is_on(host, name)).then(github_com)
}

fn github_com() -> HostPort {
    HostPort { host: "github.com".to_owned(), port: Some(443) }
}

/// Whether this is a host at a port where its pages are.
fn is_on(host: &HostPort, name: &str) -> bool {
    host.host == name && matches!(host.port, Some(443 | 80))
}
