//! Paths on a GitHub server, and what they lead to.

use super::inside::{Inside, file, inside};
use super::reserved::is_reserved;
use super::{GitHubLink, RepositoryName, Route, Target};
use crate::links::address::HostPort;
use crate::links::decode::decode;
use url::Url;

/// What a page of the server itself is.
pub(super) fn of_server(url: &Url, server: &HostPort) -> Route {
    let Some(segments) = segments(url) else { return Route::Page };
    let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
    let [owner, name, rest @ ..] = segments.as_slice() else { return Route::Page };
    if is_reserved(owner) {
        return Route::Page;
    }
    let Some(repository) = RepositoryName::new(owner, name) else { return Route::Page };
    match inside(rest, url) {
        Inside::Target(target) => Route::Link(GitHubLink { server: server.clone(), repository, target }),
        Inside::Form => Route::Form,
        Inside::Download => Route::Download,
        Inside::Page => Route::Page,
    }
}

/// What `raw.githubusercontent.com` has under an address.
pub(super) fn of_raw(url: &Url, server: &HostPort) -> Route {
    let Some(segments) = segments(url) else { return Route::Page };
    let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
    let [owner, name, rest @ ..] = segments.as_slice() else { return Route::Page };
    match (RepositoryName::new(owner, name), file(rest)) {
        // A reference alone is no file.
        (Some(repository), Some(Target::File { reference_and_path })) if reference_and_path.contains('/') => {
            let target = Target::File { reference_and_path };
            Route::Link(GitHubLink { server: server.clone(), repository, target })
        }
        _ => Route::Page,
    }
}

/// Whether a page belongs to a repository or an organisation that may be private.
pub(super) fn is_owned(url: &Url) -> bool {
    let mut segments = url.path_segments().into_iter().flatten().filter(|segment| !segment.is_empty());
    match (segments.next(), segments.next()) {
        (Some("orgs" | "users" | "organizations" | "enterprises"), Some(_)) => true,
        (Some(owner), Some(_)) => !is_reserved(owner),
        _ => false,
    }
}

/// The segments of a path, decoded; `None` where they could be read in two ways.
fn segments(url: &Url) -> Option<Vec<String>> {
    let path = url.path().trim_start_matches('/');
    // One `/` at the end changes nothing.
    let path = path.strip_suffix('/').unwrap_or(path);
    if url.path().starts_with("//") {
        return None;
    }
    let segments: Option<Vec<String>> = path.split('/').map(decode).collect();
    segments.filter(|all| all.iter().all(|segment| !segment.is_empty()))
}
