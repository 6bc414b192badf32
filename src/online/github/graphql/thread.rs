//! Issues, pull requests and discussions.

use super::super::job::Repository;
use super::errors::{Found, text};
use super::fields::{COMMENTS, REPLIES, REVIEW_COMMENTS, REVIEWS};
use crate::evidence::web::{Depth, Reason, Thread, ThreadKind, ThreadState};
use crate::links::github::RepositoryName;
use serde_json::Value;
use url::Url;

/// An issue or a pull request; `None` where there is none.
pub(super) fn issue(
    found: Found<'_>,
    repository: &Repository,
    depth: Depth,
) -> Result<Option<Thread>, Reason> {
    let it = match found {
        Found::Value(it) => it,
        Found::None => return Ok(None),
        Found::Failed(reason) => return Err(reason),
    };
    let kind =
        if text(it, "__typename") == "PullRequest" { ThreadKind::PullRequest } else { ThreadKind::Issue };
    let place = it
        .get("repository")
        .map(|place| text(place, "nameWithOwner"))
        .and_then(|name| name.parse::<RepositoryName>().ok());
    let is_elsewhere = place.is_some_and(|place| place != repository.name);
    let is_private = it.pointer("/repository/isPrivate").and_then(Value::as_bool) != Some(false);
    if is_elsewhere && is_private {
        // It was transferred to where not everybody can see it: to others it is not there.
        return Ok(None);
    }
    let state = if kind == ThreadKind::PullRequest { "pullState" } else { "state" };
    let state = match (text(it, state), text(it, "stateReason")) {
        ("OPEN", _) => Some(ThreadState::Open),
        ("MERGED", _) => Some(ThreadState::Merged),
        ("CLOSED", "NOT_PLANNED" | "DUPLICATE") => Some(ThreadState::NotPlanned),
        ("CLOSED", _) => Some(ThreadState::Closed),
        _ => None,
    };
    let mut comments = Vec::new();
    let mut is_complete = depth != Depth::Existence;
    if is_complete {
        if let (ThreadKind::Issue, Some(id)) = (kind, it.get("fullDatabaseId").and_then(Value::as_str)) {
            comments.push((format!("issue-{id}"), text(it, "body").to_owned()));
        }
        is_complete = both_ends(it, &mut comments, &mut |_, _| true);
        if kind == ThreadKind::PullRequest {
            is_complete &= list(it.get("reviews"), REVIEWS, &mut comments, &mut |review, comments| {
                list(review.get("comments"), REVIEW_COMMENTS, comments, &mut |_, _| true)
            });
        }
    }
    let moved_to = if is_elsewhere { Url::parse(text(it, "url")).ok() } else { None };
    Ok(Some(Thread { kind, state, text: words(it), comments, is_complete, moved_to }))
}

/// A discussion; `None` where there is none.
pub(super) fn discussion(found: Found<'_>, depth: Depth) -> Result<Option<Thread>, Reason> {
    let it = match found {
        Found::Value(it) => it,
        Found::None => return Ok(None),
        Found::Failed(reason) => return Err(reason),
    };
    let state = it.get("closed").and_then(Value::as_bool);
    let state = state.map(|closed| if closed { ThreadState::Closed } else { ThreadState::Open });
    let mut comments = Vec::new();
    let is_complete = depth != Depth::Existence
        && both_ends(it, &mut comments, &mut |comment, comments| {
            list(comment.get("replies"), REPLIES, comments, &mut |_, _| true)
        });
    Ok(Some(Thread {
        kind: ThreadKind::Discussion,
        state,
        text: words(it),
        comments,
        is_complete,
        moved_to: None,
    }))
}

fn words(it: &Value) -> String {
    format!("{}\n\n{}", text(it, "title"), text(it, "body"))
}

type Comments = Vec<(String, String)>;
type Below<'a> = dyn FnMut(&Value, &mut Comments) -> bool + 'a;

/// The first comments and the last ones. Whether they are all.
fn both_ends(it: &Value, comments: &mut Comments, below: &mut Below<'_>) -> bool {
    let mut is_complete = list(it.get("comments"), 2 * COMMENTS, comments, below);
    let total = it.pointer("/comments/totalCount").and_then(Value::as_u64).unwrap_or(u64::MAX);
    if total > COMMENTS as u64 {
        is_complete &= list(it.get("last"), usize::MAX, comments, below);
        comments.sort();
        comments.dedup();
    }
    is_complete
}

/// Takes what a list holds. Whether it holds all: no more than this many, and nothing left out below.
fn list(connection: Option<&Value>, most: usize, comments: &mut Comments, below: &mut Below<'_>) -> bool {
    let Some(connection) = connection else { return false };
    let Some(nodes) = connection.get("nodes").and_then(Value::as_array) else { return false };
    let total = connection.get("totalCount").and_then(Value::as_u64);
    let mut is_complete = total.is_none_or(|total| total <= most as u64);
    for node in nodes {
        if node.is_null() {
            is_complete = false;
            continue;
        }
        // The address of a comment ends with its anchor.
        if let Some((_, anchor)) = text(node, "url").rsplit_once('#') {
            comments.push((anchor.to_owned(), text(node, "body").to_owned()));
        }
        is_complete &= below(node, comments);
    }
    is_complete
}
