//! A revision that somebody named: resolved once, and only its commit's full id goes on to git.

use super::{Git, SHORT, is_object_id};
use crate::evidence::repository::CommitError;
use crate::text::hash::is_hexadecimal;
use thiserror::Error;

/// Where git looks for a name that is not a full one, in its order.
const PLACES: [&str; 6] =
    ["*", "refs/*", "refs/tags/*", "refs/heads/*", "refs/remotes/*", "refs/remotes/*/HEAD"];

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
    /// Several things go by that name, and git would take one of them without a word. They are named in full.
    #[error("more than one thing goes by that name: {0}")]
    Ambiguous(String),
    /// No repository, no git, or an error of git's.
    #[error("{0}")]
    Unavailable(String),
}

impl Git {
    /// The commit that a revision names: a branch, a tag, an id, `HEAD^1`. `HEAD`, a full id and a full name such as
    /// `refs/remotes/origin/main` are what they say, whatever else is called so.
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
            if !is_object_id(&id) {
                return Err(RevisionError::Unknown);
            }
            self.only(start(name))?;
            return Ok(Revision(id));
        }
        // With `--quiet` a missing commit says nothing; everything else that fails does.
        if !output.complaint.is_empty() {
            return Err(output.success().map_or_else(unavailable, |_| RevisionError::Unknown));
        }
        let shallow = self.git(&["rev-parse", "--is-shallow-repository"], SHORT);
        let shallow = shallow.is_ok_and(|output| output.output.starts_with(b"true"));
        Err(if shallow { RevisionError::Shallow } else { RevisionError::Unknown })
    }

    /// Makes sure that a name stands for one thing. A tag that is called like a branch of the remote would else be taken for it.
    fn only(&self, name: &str) -> Result<(), RevisionError> {
        if matches!(name, "" | "@" | "HEAD") || is_object_id(name) {
            return Ok(());
        }
        let is_there = |reference: &String| {
            let arguments = ["show-ref", "--verify", "--quiet", "--", reference];
            self.git(&arguments, SHORT).map(|output| output.code == Some(0)).map_err(unavailable)
        };
        // A full name is meant as such: git would look for it below `refs/tags` as well.
        if name.starts_with("refs/") {
            return if is_there(&name.to_owned())? { Ok(()) } else { Err(RevisionError::Unknown) };
        }
        let mut all = Vec::new();
        for place in PLACES {
            let reference = place.replace('*', name);
            if is_there(&reference)? {
                all.push(format!("`{reference}`"));
            }
        }
        if let Some(id) = abbreviated(name).filter(|_| !all.is_empty()) {
            let known =
                self.git(&["rev-parse", &format!("--disambiguate={id}")], SHORT).map_err(unavailable)?;
            if !known.output.is_empty() {
                all.push(format!("an object whose id begins with `{id}`"));
            }
        }
        if all.len() > 1 { Err(RevisionError::Ambiguous(all.join(", "))) } else { Ok(()) }
    }

    /// The bytes of a regular file at a revision. `path` is relative to the root, and plain.
    ///
    /// # Errors
    /// [`CommitError`] says what stands in the way.
    pub fn file_at(&self, revision: &Revision, path: &str) -> Result<Vec<u8>, CommitError> {
        self.file(&revision.0, path)
    }
}

/// What a revision starts from: `main` of `main^1`, `main~2`, `main@{1}` and `main^{commit}`.
fn start(name: &str) -> &str {
    let end = name.find(['^', '~', ':']).into_iter().chain(name.find("@{")).min();
    &name[..end.unwrap_or(name.len())]
}

/// The beginning of an object's id that a name may stand for as well: all of it, or the end of what `git describe` says.
fn abbreviated(name: &str) -> Option<&str> {
    let id = name.rsplit_once("-g").map_or(name, |(_, id)| id);
    ((4..40).contains(&id.len()) && is_hexadecimal(id)).then_some(id)
}

#[allow(clippy::needless_pass_by_value, reason = "the shape that map_err wants")]
fn unavailable(error: CommitError) -> RevisionError {
    RevisionError::Unavailable(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::{abbreviated, start};

    #[test]
    fn a_revision_starts_from_a_name() {
        for name in
            ["main", "main^1", "main~2", "main^{commit}", "main@{1}", "main@{u}", "main:docs", "main^{/a@{b}"]
        {
            assert_eq!(start(name), "main", "{name}");
        }
        for name in ["^main", "@{u}", ":/text", ""] {
            assert_eq!(start(name), "", "{name}");
        }
        assert_eq!((start("@"), start("HEAD^1"), start("a@b")), ("@", "HEAD", "a@b"));
    }

    #[test]
    fn a_name_can_look_like_an_id() {
        assert_eq!(abbreviated("6b62157"), Some("6b62157"));
        assert_eq!(abbreviated("v1.0-4-g6b62157"), Some("6b62157"));
        for name in ["main", "abc", "v1.0", "6b62157x", &"a".repeat(40)] {
            assert_eq!(abbreviated(name), None, "{name}");
        }
    }
}
