//! The event that started the run, out of the payload that GitHub sends: as much of it as says what changed.

use crate::text::hash::is_object_id;
use serde::Deserialize;
use thiserror::Error;

/// An event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// What happened.
    pub what: What,
    /// The default branch of the repository, where the payload says it.
    pub default_branch: Option<String>,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// Something about a pull request.
    PullRequest(PullRequest),
    /// A merge queue asks for checks of a group.
    MergeGroup {
        /// The commit that the group is put on.
        base: String,
    },
    /// Commits came to a branch.
    Push {
        /// The branch.
        branch: String,
        /// Where the branch was; `None` where it is new.
        before: Option<String>,
    },
    /// Anything that changes no branch: a schedule, a person who asks, a tag.
    Other,
}

/// A pull request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PullRequest {
    /// Its number.
    pub number: u64,
    /// The head of the branch that it is made for, when the event was sent.
    pub base: String,
    /// Its own head.
    pub head: String,
    /// Whether it comes from another repository: everything in it is somebody else's text.
    pub is_fork: bool,
    /// Whether the run has the rights of the base (`pull_request_target`): the base is checked out then, too.
    pub is_target: bool,
}

/// Why a payload cannot be used.
#[derive(Debug, Error)]
pub enum EventError {
    /// It is no JSON, or not of the shape that GitHub sends.
    #[error("the payload of the event is not what GitHub sends: {0}")]
    Shape(#[from] serde_json::Error),
    /// Something that says what changed is not there.
    #[error("the payload of the event `{event}` has no usable `{key}`")]
    Missing {
        /// The event.
        event: String,
        /// The key.
        key: &'static str,
    },
}

#[derive(Deserialize)]
struct Payload {
    pull_request: Option<PullRequestPayload>,
    merge_group: Option<MergeGroupPayload>,
    before: Option<String>,
    after: Option<String>,
    #[serde(rename = "ref")]
    reference: Option<String>,
    repository: Option<RepositoryPayload>,
}

#[derive(Deserialize)]
struct PullRequestPayload {
    number: u64,
    base: SidePayload,
    head: SidePayload,
}

#[derive(Deserialize)]
struct SidePayload {
    sha: String,
    /// Null where the repository of the head was deleted.
    repo: Option<RepositoryPayload>,
}

#[derive(Deserialize)]
struct MergeGroupPayload {
    base_sha: String,
}

#[derive(Deserialize)]
struct RepositoryPayload {
    full_name: Option<String>,
    default_branch: Option<String>,
}

impl Event {
    /// Reads a payload.
    ///
    /// # Errors
    /// [`EventError`] where it does not say what it has to say for its event.
    pub fn read(name: &str, payload: &[u8]) -> Result<Self, EventError> {
        let payload: Payload = serde_json::from_slice(payload)?;
        let missing = |key| EventError::Missing { event: name.to_owned(), key };
        let id = |text: String, key| if is_object_id(&text) { Ok(text) } else { Err(missing(key)) };
        let what = match name {
            "merge_group" => {
                let group = payload.merge_group.ok_or_else(|| missing("merge_group"))?;
                What::MergeGroup { base: id(group.base_sha, "merge_group.base_sha")? }
            }
            // A branch that is gone: what is checked out is another.
            "push" if payload.after.as_deref().is_some_and(is_zeros) => What::Other,
            "push" => push(payload.reference, payload.before, &missing)?,
            _ if name.starts_with("pull_request") => {
                let it = payload.pull_request.ok_or_else(|| missing("pull_request"))?;
                What::PullRequest(PullRequest {
                    number: it.number,
                    is_fork: !is_same(it.base.repo.as_ref(), it.head.repo.as_ref()),
                    base: id(it.base.sha, "pull_request.base.sha")?,
                    head: id(it.head.sha, "pull_request.head.sha")?,
                    is_target: name == "pull_request_target",
                })
            }
            _ => What::Other,
        };
        let default_branch = payload.repository.and_then(|it| it.default_branch);
        Ok(Self { what, default_branch })
    }

    /// The pull request, where it is about one.
    #[must_use]
    pub fn pull_request(&self) -> Option<&PullRequest> {
        match &self.what {
            What::PullRequest(it) => Some(it),
            _ => None,
        }
    }

    /// Whether the author of a change is asked: before it is merged, or on a branch of its own.
    #[must_use]
    pub fn is_change(&self) -> bool {
        match &self.what {
            What::PullRequest(_) | What::MergeGroup { .. } => true,
            What::Push { branch, before } => before.is_some() && !self.is_default(branch),
            What::Other => false,
        }
    }

    fn is_default(&self, branch: &str) -> bool {
        self.default_branch.as_deref() == Some(branch)
    }
}

fn push(
    reference: Option<String>,
    before: Option<String>,
    missing: &dyn Fn(&'static str) -> EventError,
) -> Result<What, EventError> {
    let reference = reference.ok_or_else(|| missing("ref"))?;
    // A tag names a commit that its branch had before.
    if reference.starts_with("refs/tags/") {
        return Ok(What::Other);
    }
    let branch = reference.strip_prefix("refs/heads/").ok_or_else(|| missing("ref"))?;
    let before = before.filter(|text| is_object_id(text)).ok_or_else(|| missing("before"))?;
    let before = Some(before).filter(|before| !is_zeros(before));
    Ok(What::Push { branch: branch.to_owned(), before })
}

/// Zeros stand for no commit.
fn is_zeros(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|b| b == b'0')
}

fn is_same(base: Option<&RepositoryPayload>, head: Option<&RepositoryPayload>) -> bool {
    let name = |it: Option<&RepositoryPayload>| Some(it?.full_name.as_ref()?.to_ascii_lowercase());
    name(base).is_some_and(|base| name(head) == Some(base))
}

#[cfg(test)]
#[path = "event_tests.rs"]
mod tests;
