//! The pages of the server, as a browser without a login sees them.

use super::model::{File, Hub, Repository};
use super::serve::{Recorded, Reply};
use url::Url;

/// Answers a request for a page.
pub fn respond(hub: &Hub, request: &Recorded, here: &str) -> Reply {
    let Ok(url) = Url::parse(&format!("{here}{}", request.path)) else { return missing() };
    let segments: Vec<String> =
        url.path_segments().into_iter().flatten().filter(|it| !it.is_empty()).map(decoded).collect();
    let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
    let [owner, name, rest @ ..] = segments.as_slice() else {
        return if segments.is_empty() { page("GitHub") } else { missing() };
    };
    let asked = format!("{owner}/{name}");
    let Some(it) = hub.find(&asked, false) else { return missing() };
    if let Some(status) = it.blocked {
        return Reply::new(status, "text/html", "<h1>Repository unavailable</h1>");
    }
    if !it.full_name().eq_ignore_ascii_case(&asked) {
        return moved(&format!("{here}/{}/{}", it.full_name(), rest.join("/")));
    }
    repository(it, rest, here)
}

fn repository(it: &Repository, rest: &[&str], here: &str) -> Reply {
    let number = |text: &str| text.parse::<u64>().unwrap_or_default();
    match rest {
        [] => page(&it.full_name()),
        ["raw", at @ ..] => raw(it, at),
        ["blob" | "tree", at @ ..] => tree(it, at),
        ["commit", sha] => existing(it.resolve(sha).is_some(), sha),
        ["issues" | "pull", id] => match (it.threads.contains_key(&number(id)), it.moved.get(&number(id))) {
            (true, _) => page("Thread"),
            (_, Some(place)) => moved(&format!("{here}{place}")),
            _ => missing(),
        },
        ["discussions", id] => existing(it.discussions.contains_key(&number(id)), "Discussion"),
        ["releases", "tag", tag] => existing(
            it.tag(tag).is_some() || it.releases.iter().any(|release| release.tag == *tag),
            "Release",
        ),
        ["releases", ..] | ["security", "policy"] => page("Page"),
        ["actions", "workflows", file] => {
            let head = it.branch(&it.default_branch).unwrap_or_default();
            let is_there = it.file(head, &format!(".github/workflows/{file}")).is_some();
            existing(is_there || it.former_workflows.iter().any(|former| former == file), "Workflow")
        }
        ["security", "advisories", id] => existing(it.advisories.iter().any(|known| known == id), "Advisory"),
        _ => missing(),
    }
}

/// A name of a branch, tag or commit, and the path behind it.
fn located(it: &Repository, at: &[&str]) -> Option<(String, String)> {
    (1..=at.len()).find_map(|length| {
        let commit = it.resolve(&at[..length].join("/"))?;
        Some((commit.to_owned(), at[length..].join("/")))
    })
}

fn raw(it: &Repository, at: &[&str]) -> Reply {
    let Some((commit, path)) = located(it, at) else { return missing() };
    match it.file(&commit, &path) {
        Some(File::Submodule(_)) | None => missing(),
        Some(file) => Reply::new(200, "text/plain; charset=utf-8", file.bytes()),
    }
}

fn tree(it: &Repository, at: &[&str]) -> Reply {
    let found = located(it, at)
        .is_some_and(|(commit, path)| it.file(&commit, &path).is_some() || it.is_directory(&commit, &path));
    existing(found, "Tree")
}

fn existing(is_there: bool, title: &str) -> Reply {
    if is_there { page(title) } else { missing() }
}

fn page(title: &str) -> Reply {
    Reply::new(
        200,
        "text/html; charset=utf-8",
        format!("<!doctype html><title>{title}</title><h1>{title}</h1>"),
    )
}

fn missing() -> Reply {
    Reply::new(404, "text/html; charset=utf-8", "<h1>Not Found</h1>")
}

fn moved(place: &str) -> Reply {
    let mut reply = Reply::new(301, "text/html", "");
    reply.headers.push(("location", place.trim_end_matches('/').to_owned()));
    reply
}

/// A segment with its percent signs decoded.
pub fn decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let hex = (bytes[at] == b'%').then(|| text.get(at + 1..at + 3)).flatten();
        if let Some(byte) = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            out.push(byte);
            at += 3;
        } else {
            out.push(bytes[at]);
            at += 1;
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}
