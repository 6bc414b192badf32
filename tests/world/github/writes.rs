//! What is written: objects of git, references, check runs, comments. As on GitHub, objects are named by their content, and a
//! branch moves forward only.

use super::model::{Commit, File, Repository, sha};
use super::rest::Bodies;
use super::rest::error;
use super::serve::Reply;
use serde_json::Value as Json;
use std::collections::BTreeMap;

/// What was written, and what others write in between.
#[derive(Clone, Debug, Default)]
pub struct Writes {
    /// Trees that were made.
    trees: BTreeMap<String, Files>,
    /// Commits that were made, and numbers that were given.
    count: u64,
    /// How often somebody else commits to a branch just before it is written.
    pub rivals: u32,
    /// Why no branch can be written, whoever asks.
    pub rule: Option<String>,
}

type Files = BTreeMap<String, File>;

/// A check run.
#[derive(Clone, Debug)]
pub struct CheckRun {
    pub id: u64,
    pub name: String,
    pub head_sha: String,
    pub conclusion: String,
    pub title: String,
    pub summary: String,
    pub annotations: Vec<Json>,
}

/// The name of a tree: two with the same content have the same.
pub fn tree_name(files: &Files) -> String {
    sha(&format!("tree {files:?}"))
}

/// Answers a request that writes. `None` where there is no such endpoint.
pub fn respond(
    it: &mut Repository,
    method: &str,
    rest: &[&str],
    body: &str,
    asked: (&str, super::rest::Places<'_>),
) -> Option<Reply> {
    let (viewer, places) = asked;
    let Ok(body) = serde_json::from_str::<Json>(body) else {
        return Some(error(400, "Problems parsing JSON"));
    };
    let made = match (method, rest) {
        ("POST", ["git", "trees"]) => make_tree(it, &body),
        ("POST", ["git", "commits"]) => make_commit(it, &body).map(|sha| (201, Made::Commit(sha))),
        ("POST", ["git", "refs"]) => make_branch(it, &body),
        ("PATCH", ["git", "refs", name @ ..]) => move_branch(it, &name.join("/"), &body),
        ("POST", ["check-runs"]) => make_check_run(it, &body),
        ("PATCH", ["check-runs", id]) => extend_check_run(it, id, &body),
        ("POST", ["issues", number, "comments"]) => make_comment(it, number, &body, viewer),
        ("PATCH", ["issues", "comments", id]) => change_comment(it, id, &body),
        _ => return None,
    };
    let bodies = Bodies { places, repository: it };
    Some(match made {
        Err(reply) => reply,
        Ok((status, made)) => {
            let body = match made {
                Made::Tree(tree) => bodies.tree(&tree, it.writes.trees.get(&tree)),
                Made::Commit(sha) => bodies.git_commit(&sha).unwrap_or_default(),
                Made::Branch(name) => bodies.reference(&format!("heads/{name}")).unwrap_or_default(),
                Made::CheckRun(id) => bodies.check_run(id),
                Made::Comment(number, id) => bodies.one_comment(number, id),
            };
            Reply::json(status, &body)
        }
    })
}

/// What a request made or changed.
enum Made {
    Tree(String),
    Commit(String),
    Branch(String),
    CheckRun(u64),
    Comment(u64, u64),
}

type Answer = Result<(u16, Made), Reply>;

fn text<'a>(body: &'a Json, key: &str) -> &'a str {
    body.get(key).and_then(Json::as_str).unwrap_or_default()
}

fn list<'a>(body: &'a Json, key: &str) -> &'a [Json] {
    body.get(key).and_then(Json::as_array).map(Vec::as_slice).unwrap_or_default()
}

fn invalid(message: &str) -> Reply {
    error(422, message)
}

fn make_tree(it: &mut Repository, body: &Json) -> Answer {
    let mut files = Files::new();
    let base = text(body, "base_tree");
    if !base.is_empty() {
        let of_commit =
            it.commits.values().map(|commit| &commit.files).find(|files| tree_name(files) == base);
        let known = of_commit.or_else(|| it.writes.trees.get(base));
        files.clone_from(known.ok_or_else(|| invalid("base_tree is not a valid tree oid"))?);
    }
    for entry in list(body, "tree") {
        if text(entry, "type") != "blob" || text(entry, "mode") != "100644" || entry.get("content").is_none()
        {
            return Err(invalid("tree.sha is missing"));
        }
        files.insert(text(entry, "path").to_owned(), File::Bytes(text(entry, "content").as_bytes().to_vec()));
    }
    let name = tree_name(&files);
    it.writes.trees.insert(name.clone(), files);
    Ok((201, Made::Tree(name)))
}

fn make_commit(it: &mut Repository, body: &Json) -> Result<String, Reply> {
    let tree = text(body, "tree");
    let files = it.writes.trees.get(tree).cloned().ok_or_else(|| invalid("Tree SHA does not exist"))?;
    let parents: Vec<String> =
        list(body, "parents").iter().filter_map(Json::as_str).map(str::to_owned).collect();
    if parents.iter().any(|parent| !it.commits.contains_key(parent)) {
        return Err(invalid("Parent SHA does not exist or is not a commit object"));
    }
    it.writes.count += 1;
    // The time is part of a commit: none is made twice.
    let sha = sha(&format!("commit {} {tree} {parents:?} {}", it.writes.count, text(body, "message")));
    it.commits.insert(sha.clone(), Commit { parents, files });
    Ok(sha)
}

/// Somebody else writes to a branch, if it is their turn.
fn rival(it: &mut Repository, branch: &str) {
    if it.writes.rivals == 0 {
        return;
    }
    it.writes.rivals -= 1;
    it.writes.count += 1;
    let head = it.branch(branch).map(str::to_owned);
    let mut files = head.as_ref().map(|head| it.commits[head].files.clone()).unwrap_or_default();
    let file = format!("rival-{}.txt", it.writes.count);
    files.insert(file.clone(), File::Bytes(b"Mine.".to_vec()));
    let sha = sha(&format!("{file} {branch}"));
    it.commits.insert(sha.clone(), Commit { parents: head.into_iter().collect(), files });
    set(it, branch, &sha);
}

fn set(it: &mut Repository, branch: &str, sha: &str) {
    it.branches.retain(|(name, _)| name != branch);
    it.branches.insert(0, (branch.to_owned(), sha.to_owned()));
}

fn make_branch(it: &mut Repository, body: &Json) -> Answer {
    let (sha, name) = (text(body, "sha"), text(body, "ref"));
    let Some(branch) = name.strip_prefix("refs/heads/") else {
        return Err(invalid("Reference name must start with 'refs/'."));
    };
    rival(it, branch);
    if let Some(rule) = &it.writes.rule {
        return Err(invalid(rule));
    }
    if !it.commits.contains_key(sha) {
        return Err(invalid("Object does not exist"));
    }
    if it.branch(branch).is_some() {
        return Err(invalid("Reference already exists"));
    }
    set(it, branch, sha);
    Ok((201, Made::Branch(branch.to_owned())))
}

fn move_branch(it: &mut Repository, name: &str, body: &Json) -> Answer {
    let sha = text(body, "sha");
    let Some(branch) = name.strip_prefix("heads/") else { return Err(invalid("Reference does not exist")) };
    rival(it, branch);
    if let Some(rule) = &it.writes.rule {
        return Err(invalid(rule));
    }
    let Some(old) = it.branch(branch) else { return Err(invalid("Reference does not exist")) };
    if !it.commits.contains_key(sha) {
        return Err(invalid("Object does not exist"));
    }
    let is_forced = body.get("force").and_then(Json::as_bool) == Some(true);
    if !is_forced && !it.is_ancestor(old, sha) {
        return Err(invalid("Update is not a fast forward"));
    }
    set(it, branch, sha);
    Ok((200, Made::Branch(branch.to_owned())))
}

fn annotations(output: &Json) -> Result<Vec<Json>, Reply> {
    let all = list(output, "annotations");
    if all.len() > 50 {
        return Err(invalid("Invalid request.\n\nNo more than 50 items are allowed; more were supplied."));
    }
    for it in all {
        let line = |key: &str| it.get(key).and_then(Json::as_u64).unwrap_or_default();
        let has_columns = it.get("start_column").is_some() || it.get("end_column").is_some();
        let is_one_line = line("start_line") == line("end_line");
        if line("start_line") == 0 || line("end_line") < line("start_line") || (has_columns && !is_one_line) {
            return Err(invalid("Invalid request."));
        }
        if text(it, "message").len() > 65_536 || text(it, "title").chars().count() > 255 {
            return Err(invalid("Invalid request."));
        }
    }
    Ok(all.to_vec())
}

fn make_check_run(it: &mut Repository, body: &Json) -> Answer {
    let output = body.get("output").cloned().unwrap_or_default();
    let annotations = annotations(&output)?;
    let head_sha = text(body, "head_sha").to_owned();
    if !it.commits.contains_key(&head_sha) {
        return Err(invalid(&format!("No commit found for SHA: {head_sha}")));
    }
    if text(&output, "summary").chars().count() > 65_535 {
        return Err(invalid("Invalid request.\n\nOnly 65535 characters are allowed; more were supplied."));
    }
    it.writes.count += 1;
    let run = CheckRun {
        id: it.writes.count,
        name: text(body, "name").to_owned(),
        head_sha,
        conclusion: text(body, "conclusion").to_owned(),
        title: text(&output, "title").to_owned(),
        summary: text(&output, "summary").to_owned(),
        annotations,
    };
    it.check_runs.push(run);
    Ok((201, Made::CheckRun(it.writes.count)))
}

fn extend_check_run(it: &mut Repository, id: &str, body: &Json) -> Answer {
    let output = body.get("output").cloned().unwrap_or_default();
    let more = annotations(&output)?;
    let Some(run) = it.check_runs.iter_mut().find(|run| run.id.to_string() == id) else {
        return Err(error(404, "Not Found"));
    };
    run.annotations.extend(more);
    Ok((200, Made::CheckRun(run.id)))
}

fn make_comment(it: &mut Repository, number: &str, body: &Json, viewer: &str) -> Answer {
    it.writes.count += 1;
    let id = 5_000_000 + it.writes.count;
    let number: u64 = number.parse().unwrap_or_default();
    let Some(thread) = it.threads.get_mut(&number) else { return Err(error(404, "Not Found")) };
    thread.comments.push((id, text(body, "body").to_owned()));
    thread.authors.insert(id, viewer.to_owned());
    Ok((201, Made::Comment(number, id)))
}

/// Whoever may write may change the comments of others, too: it is for the writer to leave them alone.
fn change_comment(it: &mut Repository, id: &str, body: &Json) -> Answer {
    let id: u64 = id.parse().unwrap_or_default();
    for (number, thread) in &mut it.threads {
        if let Some((_, old)) = thread.comments.iter_mut().find(|(known, _)| *known == id) {
            text(body, "body").clone_into(old);
            return Ok((200, Made::Comment(*number, id)));
        }
    }
    Err(error(404, "Not Found"))
}
