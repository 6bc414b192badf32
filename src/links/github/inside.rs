//! Paths inside a repository, and what they lead to.

use super::Target;
use crate::text::hash::is_hexadecimal;
use url::Url;

/// What stands behind `/OWNER/NAME`.
pub(super) enum Inside {
    Target(Target),
    Form,
    Download,
    Page,
}

/// Tells the paths of a repository apart. What only a page can answer for is one: lists, comparisons, wikis, runs.
pub(super) fn inside(segments: &[&str], url: &Url) -> Inside {
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
        (Some(target), _) => Inside::Target(target),
        (None, segments) if is_form(segments) => Inside::Form,
        (None, segments) if is_download(segments) => Inside::Download,
        (None, _) => Inside::Page,
    }
}

fn is_form(segments: &[&str]) -> bool {
    matches!(
        segments,
        ["issues" | "pull" | "discussions" | "releases", "new", ..]
            | ["security", "advisories", "new", ..]
            | ["new" | "upload" | "delete" | "fork" | "settings", ..]
    )
}

fn is_download(segments: &[&str]) -> bool {
    matches!(
        segments,
        ["releases", "download", _, _, ..]
            | ["releases", "latest", "download", _, ..]
            | ["archive" | "tarball" | "zipball", _, ..]
    )
}

fn is_tab(url: &Url, name: &str) -> bool {
    url.query_pairs().any(|(key, value)| key == "tab" && value == name)
}

/// A file or directory, behind `blob` and its like.
pub(super) fn file(segments: &[&str]) -> Option<Target> {
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
    let hexadecimal = (7..=64).contains(&sha.len()) && is_hexadecimal(sha);
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
