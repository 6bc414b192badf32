//! Files on a branch of their own, in one commit, and only where they differ from what is there.
//!
//! GitHub makes the tree, and names it by its content: where the name is that of the tree which is there, nothing has changed.
//! The branch only ever moves forward, so that what another job wrote meanwhile is never lost: then all begins anew.

use super::Repository;
use super::commits::Object;
use super::error::ApiError;
use super::request::Ask;
use crate::online::github::client::Repeat;
use crate::online::github::reply::Reply;
use crate::online::github::route::route;
use serde::Deserialize;
use serde_json::{Value, json};
use std::time::Duration;

/// How often it is tried while others write to the same branch.
const TRIES: usize = 3;
/// Until the next try, times the number of those that were.
const PAUSE: Duration = Duration::from_millis(200);

/// What became of the branch. The hash is that of its newest commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Published {
    /// It was not there: it is now.
    Created(String),
    /// It has one more commit.
    Updated(String),
    /// It held the same bytes already.
    Unchanged(String),
}

#[derive(Deserialize)]
struct ReferenceBody {
    object: Object,
}

#[derive(Deserialize)]
struct CommitBody {
    tree: Object,
}

/// One try.
enum Tried {
    Done(Published),
    /// The branch could not be moved to this commit.
    Refused(String, Reply),
}

/// A try that was refused.
struct Lost {
    /// The newest commit of the branch before it.
    old: Option<String>,
    /// The commit that it should have moved to.
    ours: String,
    reply: Reply,
}

impl Repository {
    pub(super) async fn send_files(
        &self,
        ask: &Ask,
        branch: &str,
        files: &[(String, String)],
        message: &str,
    ) -> Result<Published, ApiError> {
        // Git has no such names: the request would be about something else.
        if branch.split('/').any(|part| part.is_empty() || part.starts_with('.')) {
            return Err(ApiError::Unasked { asked: ask.what.clone(), why: "that is no name of a branch" });
        }
        if self.about(ask).await?.default_branch == branch {
            return Err(ApiError::DefaultBranch { asked: ask.what.clone() });
        }
        let mut lost: Option<Lost> = None;
        for tries in 0..TRIES {
            tokio::time::sleep(PAUSE * u32::try_from(tries).unwrap_or(1)).await;
            let head = self.head(ask, branch).await?;
            if let Some(Lost { old, ours, reply }) = lost {
                if head.as_ref() == Some(&ours) {
                    // It was done, and the answer was lost.
                    return Ok(if old.is_none() {
                        Published::Created(ours)
                    } else {
                        Published::Updated(ours)
                    });
                }
                // Nobody moved the branch: it is not for a race that GitHub refuses.
                if head == old && reply.status != 409 {
                    return Err(self.refused(ask, &reply));
                }
            }
            match self.try_once(ask, branch, head.as_deref(), files, message).await? {
                Tried::Done(published) => return Ok(published),
                Tried::Refused(ours, reply) => lost = Some(Lost { old: head, ours, reply }),
            }
        }
        let told = lost.map(|lost| self.told(&lost.reply)).unwrap_or_default();
        Err(ApiError::LostRace { asked: ask.what.clone(), times: TRIES, told })
    }

    /// The newest commit of a branch; `None` where there is no such branch.
    async fn head(&self, ask: &Ask, branch: &str) -> Result<Option<String>, ApiError> {
        let tail = format!("/git/ref/heads{}", route(branch.split('/')));
        let reply = self.get(ask, &tail).await?;
        match reply.status {
            200 => Ok(Some(ask.parsed::<ReferenceBody>(&reply)?.object.sha)),
            // The repository itself was seen before.
            404 => Ok(None),
            _ => Err(self.refused(ask, &reply)),
        }
    }

    async fn try_once(
        &self,
        ask: &Ask,
        branch: &str,
        head: Option<&str>,
        files: &[(String, String)],
        message: &str,
    ) -> Result<Tried, ApiError> {
        let old_tree = match head {
            Some(head) => Some(self.tree_of(ask, head).await?),
            None => None,
        };
        let entries: Vec<Value> = files
            .iter()
            .map(|(path, content)| json!({ "path": path, "mode": "100644", "type": "blob", "content": content }))
            .collect();
        let mut tree = json!({ "tree": entries });
        if let Some(old_tree) = &old_tree {
            tree["base_tree"] = json!(old_tree);
        }
        let tree = self.make(ask, &route(["git", "trees"]), &tree).await?;
        if let Some(head) = head.filter(|_| old_tree.as_ref() == Some(&tree)) {
            return Ok(Tried::Done(Published::Unchanged(head.to_owned())));
        }
        let parents: Vec<&str> = head.into_iter().collect();
        let commit = json!({ "message": message, "tree": tree, "parents": parents });
        let commit = self.make(ask, &route(["git", "commits"]), &commit).await?;
        // To move a branch twice to the same place is to move it once; to make it twice is refused, and then looked into.
        let reply = if head.is_some() {
            let tail = format!("/git/refs/heads{}", route(branch.split('/')));
            let body = json!({ "sha": commit, "force": false });
            self.patch(ask, &tail, &body, Repeat::Harmless).await?
        } else {
            let body = json!({ "ref": format!("refs/heads/{branch}"), "sha": commit });
            self.post(ask, &route(["git", "refs"]), &body, Repeat::Harmless).await?
        };
        match (reply.status, head) {
            (200, Some(_)) => Ok(Tried::Done(Published::Updated(commit))),
            (201, None) => Ok(Tried::Done(Published::Created(commit))),
            (409 | 422, _) => Ok(Tried::Refused(commit, reply)),
            _ => Err(self.refused(ask, &reply)),
        }
    }

    async fn tree_of(&self, ask: &Ask, commit: &str) -> Result<String, ApiError> {
        let reply = self.get(ask, &route(["git", "commits", commit])).await?;
        if reply.status != 200 {
            return Err(self.refused(ask, &reply));
        }
        Ok(ask.parsed::<CommitBody>(&reply)?.tree.sha)
    }

    /// Makes an object that nothing refers to yet: twice is as good as once.
    async fn make(&self, ask: &Ask, tail: &str, body: &Value) -> Result<String, ApiError> {
        let reply = self.post(ask, tail, body, Repeat::Harmless).await?;
        if reply.status != 201 {
            return Err(self.refused(ask, &reply));
        }
        Ok(ask.parsed::<Object>(&reply)?.sha)
    }
}
