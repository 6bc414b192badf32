//! Paths on a GitHub server, and what they lead to.

use super::{GitHubLink, RepositoryName, Route, Target};
use crate::links::address::HostPort;
use crate::links::decode::decode;
use url::Url;

/// First segments of GitHub's own pages, which no user or organisation can be called. One that is missing here is taken for an
/// owner who cannot be seen: the link is `unreachable` instead of looked at, never wrong.
const RESERVED: &[&str] = &[
    "about",
    "account",
    "advisories",
    "api",
    "apps",
    "business",
    "careers",
    "codespaces",
    "collections",
    "contact",
    "copilot",
    "customer-stories",
    "dashboard",
    "discussions",
    "enterprise",
    "enterprises",
    "events",
    "explore",
    "features",
    "gist",
    "git-guides",
    "github-copilot",
    "graphql",
    "issues",
    "join",
    "login",
    "logout",
    "marketplace",
    "mcp",
    "mobile",
    "models",
    "new",
    "newsroom",
    "notifications",
    "oauth",
    "open-source",
    "organizations",
    "orgs",
    "partners",
    "password_reset",
    "premium-support",
    "pricing",
    "pulls",
    "raw",
    "readme",
    "repos",
    "resources",
    "search",
    "security",
    "sessions",
    "settings",
    "showcases",
    "signup",
    "site",
    "solutions",
    "sponsors",
    "stars",
    "stories",
    "team",
    "topics",
    "trending",
    "trust-center",
    "users",
    "watching",
    "why-github",
];

/// What a page of the server itself is.
pub(super) fn of_server(url: &Url, server: &HostPort) -> Route {
    let Some(segments) = segments(url) else { return Route::Page };
    let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
    let [owner, name, rest @ ..] = segments.as_slice() else { return Route::Page };
    let owned = !is_reserved(owner);
    let Some(repository) = RepositoryName::new(owner, name).filter(|_| owned) else { return Route::Page };
    match within(rest, url) {
        Within::Target(target) => Route::Link(GitHubLink { server: server.clone(), repository, target }),
        Within::Form => Route::Form,
        Within::Download => Route::Download,
        Within::Page => Route::Page,
    }
}

/// What `raw.githubusercontent.com` has under an address.
pub(super) fn of_raw(url: &Url, server: &HostPort) -> Route {
    let Some(segments) = segments(url) else { return Route::Page };
    let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
    // A reference alone is no file.
    let [owner, name, rest @ ..] = segments.as_slice() else { return Route::Page };
    let repository = RepositoryName::new(owner, name);
    match (repository, file(rest)) {
        (Some(repository), Some(target)) if rest.len() > 1 => {
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

fn is_reserved(segment: &str) -> bool {
    RESERVED.contains(&segment.to_ascii_lowercase().as_str())
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

enum Within {
    Target(Target),
    Form,
    Download,
    Page,
}

/// What stands behind `/OWNER/NAME`. What only a page can answer for is one: lists, comparisons, wikis, runs.
fn within(segments: &[&str], url: &Url) -> Within {
    let target = match segments {
        [] if is_tab(url, "security-ov-file") => Some(Target::SecurityPolicy),
        [] => Some(Target::Repository),
        ["blob" | "tree" | "raw" | "blame" | "edit", rest @ ..] => file(rest),
        ["commit", sha] => commit(sha),
        // Of a pull request one commit is meant: that the request exists does not show that the commit does.
        ["pull", number, "commits" | "files" | "changes", sha] => whole(number).and_then(|_| commit(sha)),
        ["issues", number] => whole(number).map(|number| Target::Thread { number }),
        ["pull", number] => {
            let number = number.strip_suffix(".patch").or(number.strip_suffix(".diff")).unwrap_or(number);
            whole(number).map(|number| Target::Thread { number })
        }
        ["pull", number, "files" | "changes" | "commits" | "checks"] => {
            whole(number).map(|number| Target::Thread { number })
        }
        ["discussions", number] => whole(number).map(|number| Target::Discussion { number }),
        ["releases", "latest"] => Some(Target::LatestRelease),
        ["releases", "tag", tag @ ..] if !tag.is_empty() => Some(Target::Release { tag: tag.join("/") }),
        ["actions", "workflows", name] | ["actions", "workflows", name, "badge.svg"] => workflow(name),
        ["security", "policy"] => Some(Target::SecurityPolicy),
        ["security", "advisories", id] => advisory(id),
        _ => None,
    };
    match (target, segments) {
        (Some(target), _) => Within::Target(target),
        (None, ["issues" | "pull" | "discussions" | "releases", "new", ..])
        | (None, ["security", "advisories", "new", ..])
        | (None, ["new" | "upload" | "delete" | "fork" | "settings", ..]) => Within::Form,
        (None, ["releases", "download", _, _, ..] | ["releases", "latest", "download", _, ..])
        | (None, ["archive" | "tarball" | "zipball", _, ..]) => Within::Download,
        (None, _) => Within::Page,
    }
}

fn is_tab(url: &Url, name: &str) -> bool {
    url.query_pairs().any(|(key, value)| key == "tab" && value == name)
}

fn file(segments: &[&str]) -> Option<Target> {
    let segments = match segments {
        ["refs", "heads" | "tags", rest @ ..] => rest,
        all => all,
    };
    let joined = segments.join("/");
    // An encoded `/` can make empty names.
    let whole = joined.split('/').all(|name| !name.is_empty());
    whole.then_some(Target::File { reference_and_path: joined })
}

fn commit(text: &str) -> Option<Target> {
    let sha = text.strip_suffix(".patch").or(text.strip_suffix(".diff")).unwrap_or(text);
    let hexadecimal = (7..=64).contains(&sha.len()) && sha.bytes().all(|b| b.is_ascii_hexdigit());
    hexadecimal.then(|| Target::Commit { sha: sha.to_ascii_lowercase() })
}

/// A number as GitHub writes it: digits, the first no zero.
fn whole(text: &str) -> Option<u64> {
    let plain = text.bytes().all(|b| b.is_ascii_digit()) && !text.starts_with('0');
    if plain { text.parse().ok() } else { None }
}

/// Workflows are also shown by number and by the name of one that GitHub runs; only files can be asked for.
fn workflow(name: &str) -> Option<Target> {
    let is_file = [".yml", ".yaml"].iter().any(|end| name.ends_with(end) && name.len() > end.len());
    is_file.then(|| Target::Workflow { file: name.to_owned() })
}

fn advisory(id: &str) -> Option<Target> {
    let lower = id.to_ascii_lowercase();
    let groups: Vec<&str> = lower.strip_prefix("ghsa-")?.split('-').collect();
    let is_group = |group: &&str| group.len() == 4 && group.bytes().all(|b| b.is_ascii_alphanumeric());
    let right = groups.len() == 3 && groups.iter().all(is_group);
    right.then(|| Target::Advisory { id: format!("GHSA-{}", groups.join("-")) })
}
