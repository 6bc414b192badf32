//! A revision that somebody named: resolved once, and only its commit's full id goes on to git.

use super::{Git, SHORT, is_object_id};
use crate::evidence::repository::CommitError;
use thiserror::Error;

/// A commit, by the full id that git gave out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision(String);

impl Revision {
    /// The id, in hexadecimal.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.0
    }
}

/// Why a revision cannot be had.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum RevisionError {
    /// There is no such commit, though the clone is whole.
    #[error("no commit of this clone goes by that name")]
    Unknown,
    /// There is no such commit, and older ones were not fetched.
    #[error("this clone is shallow and does not have that commit")]
    Shallow,
    /// No repository, no git, or an error of git's.
    #[error("{0}")]
    Unavailable(String),
}

impl Git {
    /// The commit that a revision names: a branch, a tag, an id, `HEAD^1`.
    ///
    /// # Errors
    /// [`RevisionError`] where it names none, more than one, or git cannot say.
    pub fn revision(&self, name: &str) -> Result<Revision, RevisionError> {
        // What begins with a dash is a name like any other, because of `--end-of-options`.
        let commit = format!("{name}^{{commit}}");
        let arguments = ["rev-parse", "--verify", "--quiet", "--end-of-options", &commit];
        let output = self.git(&arguments, SHORT).map_err(unavailable)?;
        if output.code == Some(0) {
            let id = String::from_utf8_lossy(&output.output).trim().to_owned();
            // `^main` is a revision, too, and means all but `main`.
            return if is_object_id(&id) { Ok(Revision(id)) } else { Err(RevisionError::Unknown) };
        }
        // With `--quiet` a missing commit says nothing; everything else that fails does.
        if !output.complaint.is_empty() {
            return Err(output.success().map_or_else(unavailable, |_| RevisionError::Unknown));
        }
        let shallow = self.git(&["rev-parse", "--is-shallow-repository"], SHORT);
        let shallow = shallow.is_ok_and(|output| output.output.starts_with(b"true"));
        Err(if shallow { RevisionError::Shallow } else { RevisionError::Unknown })
    }

    /// The bytes of a regular file at a revision. `path` is relative to the root, and plain.
    ///
    /// # Errors
    /// [`CommitError`] says what stands in the way.
    pub fn file_at(&self, revision: &Revision, path: &str) -> Result<Vec<u8>, CommitError> {
        self.file(&revision.0, path)
    }
}

#[allow(clippy::needless_pass_by_value, reason = "the shape that map_err wants")]
fn unavailable(error: CommitError) -> RevisionError {
    RevisionError::Unavailable(error.to_string())
}
