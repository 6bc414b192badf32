//! Commits of the repository.

use super::Repository;
use super::error::ApiError;
use super::request::Ask;
use crate::evidence::web::Reason;
use crate::online::github::reply::Reply;
use crate::online::github::route::{escaped, route};
use crate::text::hash::is_object_id;
use serde::Deserialize;

/// Something that has a hash.
#[derive(Debug, Deserialize)]
pub(super) struct Object {
    pub sha: String,
}

#[derive(Debug, Deserialize)]
struct CommitBody {
    sha: String,
    parents: Vec<Object>,
}

#[derive(Debug, Deserialize)]
struct ComparisonBody {
    merge_base_commit: Option<Object>,
}

impl Repository {
    pub(super) async fn ask_parents(&self, ask: &Ask, commit: &str) -> Result<Vec<String>, ApiError> {
        if !is_object_id(commit) {
            return Err(ask.no_commit("it is no full hash of a commit".to_owned()));
        }
        let reply = self.get(ask, &route(["git", "commits", commit])).await?;
        if reply.status != 200 {
            return Err(self.no_commit(ask, &reply).await);
        }
        let body: CommitBody = ask.parsed(&reply)?;
        if !body.sha.eq_ignore_ascii_case(commit) {
            return Err(ask.unreachable(Reason::Broken));
        }
        self.see(ask, &body.sha)?;
        body.parents.into_iter().map(|parent| self.see(ask, &parent.sha).map(|()| parent.sha)).collect()
    }

    pub(super) async fn ask_commit(&self, ask: &Ask, name: &str) -> Result<String, ApiError> {
        if matches!(name, "" | "." | "..") {
            return Err(ask.no_commit("it is no name of a commit".to_owned()));
        }
        // One file a page: what the commit changed is of no interest.
        let reply = self.get(ask, &format!("/commits/{}?per_page=1", escaped(name))).await?;
        if reply.status != 200 {
            return Err(self.no_commit(ask, &reply).await);
        }
        let Object { sha } = ask.parsed(&reply)?;
        // A branch may be named like a hash.
        if is_object_id(name) && !sha.eq_ignore_ascii_case(name) {
            return Err(ask.no_commit("the name leads to another commit".to_owned()));
        }
        self.see(ask, &sha)?;
        Ok(sha)
    }

    pub(super) async fn ask_merge_base(&self, ask: &Ask, base: &str, head: &str) -> Result<String, ApiError> {
        // No name of a branch holds these; here they would name a range, or a fork.
        if [base, head].iter().any(|name| name.is_empty() || name.contains("..") || name.contains(':')) {
            return Err(ask.no_commit("it is no name of a commit".to_owned()));
        }
        let tail = format!("/compare/{}...{}?per_page=1", escaped(base), escaped(head));
        let reply = self.get(ask, &tail).await?;
        if reply.status != 200 {
            return Err(self.no_commit(ask, &reply).await);
        }
        let body: ComparisonBody = ask.parsed(&reply)?;
        let Some(Object { sha }) = body.merge_base_commit else {
            return Err(ask.no_commit("the two have no common history".to_owned()));
        };
        self.see(ask, &sha)?;
        Ok(sha)
    }

    /// Notes a commit that the API told of.
    fn see(&self, ask: &Ask, sha: &str) -> Result<(), ApiError> {
        if !is_object_id(sha) {
            return Err(ask.unreachable(Reason::Broken));
        }
        self.seen.borrow_mut().insert(sha.to_ascii_lowercase());
        Ok(())
    }

    /// Why there is no commit: GitHub answers 404 alike for a commit that is not there and for a repository that is not seen.
    pub(super) async fn no_commit(&self, ask: &Ask, reply: &Reply) -> ApiError {
        match reply.status {
            404 => match self.about(ask).await {
                Ok(_) => ask.no_commit(self.told(reply)),
                Err(error) => error,
            },
            409 | 422 => ask.no_commit(self.told(reply)),
            _ => self.refused(ask, reply),
        }
    }
}
