//! The REST side: the endpoints that evidence needs, with every property that GitHub's description requires.

use super::model::{File, Hub, Repository};
use super::pages::decoded;
use super::serve::{Recorded, Reply};
use super::writes;
pub use bodies::Bodies;
use serde_json::{Value as Json, json};

mod bodies;

/// Where the server is: API, and pages.
pub type Places<'a> = (&'a str, &'a str);

/// An error as GitHub words it.
pub fn error(status: u16, message: &str) -> Reply {
    Reply::json(
        status,
        &json!({ "message": message, "documentation_url": "https://docs.github.com/rest", "status": status.to_string() }),
    )
}

fn missing() -> Reply {
    error(404, "Not Found")
}

/// Answers a request to the API.
pub fn respond(hub: &Hub, path: &str, sees_private: bool, places: Places<'_>) -> Reply {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let parts: Vec<String> = path.split('/').skip(1).map(decoded).collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    match parts.as_slice() {
        ["repos", owner, name, rest @ ..] => {
            let asked = format!("{owner}/{name}");
            let Some(it) = hub.find(&asked, sees_private) else { return missing() };
            if let Some(status) = it.blocked {
                return error(status, "Repository access blocked");
            }
            if !it.full_name().eq_ignore_ascii_case(&asked) {
                let tail = path.splitn(5, '/').nth(4).map(|tail| format!("/{tail}")).unwrap_or_default();
                let question = if query.is_empty() { String::new() } else { format!("?{query}") };
                return moved(&format!("{}/repositories/{}{tail}{question}", places.0, it.id));
            }
            repository(hub, it, rest, query, places)
        }
        ["repositories", id, rest @ ..] => {
            match hub
                .repositories
                .iter()
                .find(|it| it.id.to_string() == *id && (sees_private || !it.is_private))
            {
                Some(it) => repository(hub, it, rest, query, places),
                None => missing(),
            }
        }
        ["rate_limit"] => Reply::json(200, &json!({})),
        _ => missing(),
    }
}

/// Answers a request that writes something.
pub fn write(hub: &mut Hub, path: &str, request: &Recorded, may_write: bool, places: Places<'_>) -> Reply {
    let (path, _) = path.split_once('?').unwrap_or((path, ""));
    let parts: Vec<String> = path.split('/').skip(1).map(decoded).collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let (found, rest) = match parts.as_slice() {
        ["repos", owner, name, rest @ ..] => (hub.find(&format!("{owner}/{name}"), true), rest),
        ["repositories", id, rest @ ..] => {
            (hub.repositories.iter().find(|it| it.id.to_string() == *id), rest)
        }
        _ => return missing(),
    };
    let Some(id) = found.map(|it| it.id) else { return missing() };
    let is_renamed = found.is_some_and(|it| {
        parts[0] == "repos" && !it.full_name().eq_ignore_ascii_case(&parts[1..3].join("/"))
    });
    if is_renamed {
        let tail = path.splitn(5, '/').nth(4).map(|tail| format!("/{tail}")).unwrap_or_default();
        let mut reply = moved(&format!("{}/repositories/{id}{tail}", places.0));
        reply.status = 307;
        return reply;
    }
    if !may_write {
        return error(403, "Resource not accessible by integration");
    }
    let viewer = hub.viewer.clone();
    let Some(it) = hub.repositories.iter_mut().find(|it| it.id == id) else { return missing() };
    writes::respond(it, &request.method, rest, &request.body, (&viewer, places)).unwrap_or_else(missing)
}

fn moved(place: &str) -> Reply {
    let mut reply = Reply::json(
        301,
        &json!({ "message": "Moved Permanently", "url": place, "documentation_url": "https://docs.github.com/rest" }),
    );
    reply.headers.push(("location", place.to_owned()));
    reply
}

fn repository(hub: &Hub, it: &Repository, rest: &[&str], query: &str, places: Places<'_>) -> Reply {
    let bodies = Bodies { places, repository: it };
    let found = |body: Option<Json>| body.map_or_else(missing, |body| Reply::json(200, &body));
    match rest {
        [] => Reply::json(200, &bodies.repository()),
        ["contents", path @ ..] => contents(&bodies, &path.join("/"), &parameter(query, "ref")),
        ["commits", name @ ..] => found(it.resolve(&name.join("/")).map(|sha| bodies.commit(sha))),
        ["compare", range @ ..] => {
            let range = range.join("/");
            let Some((base, head)) = range.split_once("...") else { return missing() };
            found(it.compare(base, head).and_then(|status| bodies.comparison(base, head, status)))
        }
        ["git", "commits", sha] => found(bodies.git_commit(sha)),
        ["git", "ref", name @ ..] => found(bodies.reference(&name.join("/"))),
        ["issues", number] => issue(hub, &bodies, number),
        ["issues", number, "comments"] => {
            found(it.threads.get(&as_number(number)).map(|thread| bodies.comments(as_number(number), thread)))
        }
        ["pulls", number, list @ ("comments" | "reviews")] => {
            let thread = it.threads.get(&as_number(number)).filter(|thread| thread.is_pull_request);
            found(thread.map(|thread| match *list {
                "comments" => bodies.line_comments(as_number(number), thread),
                _ => bodies.reviews(as_number(number), thread),
            }))
        }
        ["releases", "latest"] => {
            found(it.releases.iter().find(|it| !it.is_draft).map(|it| bodies.release(it)))
        }
        ["releases", "tags", tag] => {
            found(it.releases.iter().find(|it| !it.is_draft && it.tag == *tag).map(|it| bodies.release(it)))
        }
        ["actions", "workflows", file] => {
            let head = it.branch(&it.default_branch).unwrap_or_default();
            let is_there = it.file(head, &format!(".github/workflows/{file}")).is_some();
            found(
                (is_there || it.former_workflows.iter().any(|former| former == file))
                    .then(|| bodies.workflow(file)),
            )
        }
        ["security-advisories", id] => {
            found(it.advisories.iter().find(|it| it == id).map(|id| bodies.advisory(id)))
        }
        _ => missing(),
    }
}

fn as_number(text: &str) -> u64 {
    text.parse().unwrap_or_default()
}

fn parameter(query: &str, name: &str) -> String {
    url::form_urlencoded::parse(query.as_bytes())
        .find(|(key, _)| key == name)
        .map(|(_, value)| value.into_owned())
        .unwrap_or_default()
}

fn issue(hub: &Hub, bodies: &Bodies<'_>, number: &str) -> Reply {
    let it = bodies.repository;
    let number = as_number(number);
    if let Some(thread) = it.threads.get(&number) {
        return Reply::json(200, &bodies.issue(number, thread));
    }
    if it.deleted.contains(&number) {
        return error(410, "This issue was deleted");
    }
    let Some(place) = it.moved.get(&number) else { return missing() };
    // An issue in another repository; what became a discussion is nowhere in this API.
    let parts: Vec<&str> = place.split('/').collect();
    match parts.as_slice() {
        ["", owner, name, "issues", to] => match hub.find(&format!("{owner}/{name}"), false) {
            Some(other) => moved(&format!("{}/repositories/{}/issues/{to}", bodies.places.0, other.id)),
            None => missing(),
        },
        _ => missing(),
    }
}

fn contents(bodies: &Bodies<'_>, path: &str, name: &str) -> Reply {
    let it = bodies.repository;
    let name = if name.is_empty() { "HEAD" } else { name };
    let Some(commit) = it.resolve(name) else {
        return error(404, &format!("No commit found for the ref {name}"));
    };
    let path = path.trim_end_matches('/');
    // A link to a file of the repository is answered with that file.
    let mut path = path.to_owned();
    if let Some(File::Symlink(target)) = it.file(commit, &path)
        && it.file(commit, target).is_some()
    {
        path.clone_from(target);
    }
    match it.file(commit, &path) {
        Some(file) => Reply::json(200, &bodies.content(&path, file)),
        None if it.is_directory(commit, &path) => Reply::json(200, &bodies.listing(commit, &path)),
        None => missing(),
    }
}
