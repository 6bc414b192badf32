//! Where a reference of a page leads, told from its words: into this tree, to this repository, to the registry, or elsewhere.

use crate::badge;
use crate::evidence::repository::Repository;
use crate::links::github::RepositoryName;
use crate::links::github::Target;
use crate::links::{Address, Link, Servers, classify, host};
use std::cell::OnceCell;
use url::Url;

/// Branches that the tree at hand is taken for: a forge's default one.
const BRANCHES: [&str; 3] = ["HEAD/", "main/", "master/"];
/// Hosts that show what a JSON file at another address says, and the paths where they do.
const ENDPOINTS: ([&str; 2], [&str; 2]) = (["img.shields.io", "shields.io"], ["/endpoint", "/endpoint.svg"]);
/// What a repository's pages are on GitHub.
const GITHUB: [&str; 3] = ["github.com", "www.github.com", "raw.githubusercontent.com"];

/// Where a reference leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Nowhere: it is empty, or the top of the page itself.
    Nowhere,
    /// To a place in the page itself.
    InPage,
    /// To a file of this tree.
    File(String),
    /// To something else of this repository: another branch, issues.
    Here,
    /// To a page of the registry.
    Registry,
    /// Somewhere else.
    Elsewhere,
}

impl Place {
    /// Whether it is of this registry.
    pub(super) fn is_own(&self) -> bool {
        matches!(self, Self::File(_) | Self::Here | Self::Registry)
    }
}

/// What is told by looking at the repository and the declaration.
pub(super) struct Ground<'a> {
    repository: &'a dyn Repository,
    names: OnceCell<Vec<RepositoryName>>,
    home: Option<Url>,
}

impl<'a> Ground<'a> {
    /// The ground of a repository, and of a registry with this home page.
    pub(super) fn new(repository: &'a dyn Repository, home: Option<&str>) -> Self {
        let home = home.and_then(|home| Address::parse(home).ok()).map(|address| address.url);
        Self { repository, names: OnceCell::new(), home }
    }

    /// Where a reference of a page in this folder leads.
    pub(super) fn place(&self, reference: &str, folder: &str) -> Place {
        let reference = reference.trim();
        if matches!(reference, "" | "#") {
            return Place::Nowhere;
        }
        if reference.starts_with('#') {
            return Place::InPage;
        }
        if let Some(file) = badge::file(reference, folder) {
            return Place::File(file);
        }
        match Url::parse(reference) {
            Ok(url) => self.of_address(&url),
            // Up and out of the tree, the address goes on in the pages of the repository.
            Err(url::ParseError::RelativeUrlWithoutBase) if !reference.starts_with("//") => Place::Here,
            Err(_) => Place::Elsewhere,
        }
    }

    /// Where a picture is drawn from: the file that a service shows, where it shows one.
    pub(super) fn source(&self, reference: &str, folder: &str) -> Place {
        match Url::parse(reference.trim()).ok().as_ref().and_then(endpoint) {
            Some(inner) => self.of_address(&inner),
            None => self.place(reference, folder),
        }
    }

    fn of_address(&self, url: &Url) -> Place {
        if let Some(place) = self.of_repository(url) {
            return place;
        }
        let is_at_home = self.home.as_ref().is_some_and(|home| is_below(url, home));
        if is_at_home { Place::Registry } else { Place::Elsewhere }
    }

    fn of_repository(&self, url: &Url) -> Option<Place> {
        let name = repository(url)?;
        let names = self.names.get_or_init(|| {
            self.repository.remotes().iter().filter_map(|remote| of_remote(remote)).collect()
        });
        if !names.contains(&name) {
            return None;
        }
        let target = Address::parse(url.as_str()).ok().map(|address| classify(&address, &Servers::default()));
        let Some(Link::GitHub(link)) = target else { return Some(Place::Here) };
        let Target::File { reference_and_path } = link.target else { return Some(Place::Here) };
        let path = BRANCHES.iter().find_map(|branch| reference_and_path.strip_prefix(branch));
        Some(path.map_or(Place::Here, |path| Place::File(path.to_owned())))
    }
}

/// The address of the JSON that shields.io draws.
fn endpoint(url: &Url) -> Option<Url> {
    let (hosts, paths) = ENDPOINTS;
    let is_endpoint = hosts.contains(&url.host_str()?) && paths.contains(&url.path());
    let inner = url.query_pairs().find(|(name, _)| is_endpoint && name == "url")?.1;
    Url::parse(&inner).ok()
}

/// The repository that an address of GitHub is about.
fn repository(url: &Url) -> Option<RepositoryName> {
    if !GITHUB.contains(&url.host_str()?) {
        return None;
    }
    let mut segments = url.path_segments()?;
    RepositoryName::new(segments.next()?, segments.next()?)
}

/// The repository on GitHub that a remote of git is, however it is written.
fn of_remote(remote: &str) -> Option<RepositoryName> {
    let path = match Url::parse(remote) {
        Ok(url) if url.host_str().is_some_and(|host| host == "github.com") => url.path().to_owned(),
        Ok(url) if url.has_host() => return None,
        // `git@github.com:OWNER/NAME.git`: without a user it looks like a scheme.
        _ => {
            let (host, path) = remote.split_once(':')?;
            let host = host.rsplit('@').next()?;
            host.eq_ignore_ascii_case("github.com").then(|| path.to_owned())?
        }
    };
    let (owner, name) = path.trim_matches('/').split_once('/')?;
    RepositoryName::new(owner, name)
}

/// Whether an address is the registry's home page, or below it, or on a host below its host.
fn is_below(url: &Url, home: &Url) -> bool {
    let (Some(at), Some(of)) = (host::bare(url), host::bare(home)) else { return false };
    let folder = home.path().trim_end_matches('/');
    let is_in_folder =
        url.path().strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    // A home page in a folder shares its host with others.
    if folder.is_empty() { host::is_within(at, of) } else { at == of && is_in_folder }
}

#[cfg(test)]
mod tests {
    use super::{Ground, Place};
    use crate::evidence::repository::{CommitError, FileError, Repository};

    struct Clone(&'static str);

    impl Repository for Clone {
        fn read(&self, _: &str) -> Result<Vec<u8>, FileError> {
            Err(FileError::Absent)
        }

        fn read_at(&self, _: &str, _: &str) -> Result<Vec<u8>, CommitError> {
            Err(CommitError::Absent)
        }

        fn candidates(&self, _: &str) -> Vec<String> {
            Vec::new()
        }

        fn remotes(&self) -> Vec<String> {
            vec!["/srv/other.git".to_owned(), self.0.to_owned()]
        }
    }

    fn place(reference: &str) -> Place {
        Ground::new(&Clone("https://github.com/Acme/Index.git"), Some("https://index.example/"))
            .place(reference, "docs")
    }

    #[test]
    fn references_lead_into_the_tree_to_the_repository_to_the_registry_or_elsewhere() {
        let file = |path: &str| Place::File(path.to_owned());
        for (reference, expected) in [
            ("", Place::Nowhere),
            (" # ", Place::Nowhere),
            ("#badges", Place::InPage),
            ("../b.svg?raw=true", file("b.svg")),
            ("../../issues", Place::Here),
            ("https://github.com/acme/index/blob/main/docs/b.svg", file("docs/b.svg")),
            ("https://raw.githubusercontent.com/acme/index/HEAD/b.svg", file("b.svg")),
            ("https://raw.githubusercontent.com/acme/index/refs/heads/master/b.svg", file("b.svg")),
            ("https://raw.githubusercontent.com/acme/index/badges/badge.svg", Place::Here),
            ("https://github.com/acme/index/actions", Place::Here),
            ("https://github.com/acme/other/blob/main/b.svg", Place::Elsewhere),
            ("https://www.index.example/report", Place::Registry),
            ("https://docs.index.example/", Place::Registry),
            ("https://notindex.example/", Place::Elsewhere),
            ("//cdn.example/b.svg", Place::Elsewhere),
            ("mailto:a@index.example", Place::Elsewhere),
        ] {
            assert_eq!(place(reference), expected, "{reference}");
        }
    }

    #[test]
    fn a_remote_is_known_however_it_is_written() {
        for remote in [
            "https://github.com/acme/index",
            "https://x-access-token:t@github.com/acme/index.git",
            "git@github.com:acme/index.git",
            "github.com:acme/index",
            "ssh://git@github.com/acme/index.git",
        ] {
            let clone = Clone(remote);
            let ground = Ground::new(&clone, None);
            assert_eq!(ground.place("https://github.com/acme/index/issues", ""), Place::Here, "{remote}");
        }
        for remote in ["https://forge.example/acme/index", "../index", "git@github.com:index", ""] {
            let clone = Clone(remote);
            let ground = Ground::new(&clone, None);
            assert_eq!(
                ground.place("https://github.com/acme/index/issues", ""),
                Place::Elsewhere,
                "{remote}"
            );
        }
    }

    #[test]
    fn a_home_page_in_a_folder_shares_its_host_with_others() {
        let ground = Ground::new(&Clone(""), Some("https://forge.example/acme/"));
        assert_eq!(ground.place("https://forge.example/acme/x", ""), Place::Registry);
        for other in
            ["https://forge.example/other", "https://forge.example/acmes", "https://x.forge.example/acme"]
        {
            assert_eq!(ground.place(other, ""), Place::Elsewhere, "{other}");
        }
    }
}
