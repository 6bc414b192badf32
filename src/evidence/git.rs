//! Files at a commit, from git objects. Only plumbing that reads is run, on object ids that git itself gave out.

mod attributes;
mod process;
mod revision;

pub use revision::{Revision, RevisionError};

use super::repository::{CommitError, MAX_FILE_BYTES, MAX_FILE_MIB};
use crate::text::hash::is_object_id;
use process::{Finished, run};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Output that is an id, a name or a message.
const SHORT: usize = 64 * 1024;

/// The git repository of a work tree.
#[derive(Debug)]
pub struct Git {
    root: PathBuf,
    commits: RefCell<BTreeMap<String, Result<String, CommitError>>>,
}

impl Git {
    /// The repository around an absolute path. Whether there is one shows when it is asked.
    #[must_use]
    pub fn new(root: PathBuf) -> Self {
        Self { root, commits: RefCell::default() }
    }

    /// The bytes of a regular file at a commit. `path` is relative to the root, and plain.
    ///
    /// # Errors
    /// [`CommitError`] says what stands in the way.
    pub fn read_at(&self, commit: &str, path: &str) -> Result<Vec<u8>, CommitError> {
        self.file(&self.commit(commit)?, path)
    }

    /// The same of a commit that git gave out.
    fn file(&self, commit: &str, path: &str) -> Result<Vec<u8>, CommitError> {
        let listed = self.git(&["ls-tree", "-z", commit, "--", path], SHORT)?.success()?;
        let blob = blob(&listed, path)?;
        let output = self.git(&["cat-file", "blob", &blob], MAX_FILE_BYTES)?;
        if output.is_cut { Err(CommitError::TooLarge(MAX_FILE_MIB)) } else { output.success() }
    }

    /// The addresses that git fetches from. Without a clone, or without git, there are none.
    #[must_use]
    pub fn remotes(&self) -> Vec<String> {
        let listed = self.git(&["config", "--local", "--null", "--get-regexp", r"^remote\..*\.url$"], SHORT);
        let listed = listed.and_then(Finished::success).unwrap_or_default();
        let listed = String::from_utf8_lossy(&listed);
        // Each is the name of the setting, a line end, and its value.
        listed.split('\0').filter_map(|entry| Some(entry.split_once('\n')?.1.to_owned())).collect()
    }

    /// The full id of a commit that a branch, a tag or the work tree holds. Asked once for each.
    fn commit(&self, commit: &str) -> Result<String, CommitError> {
        let wanted = commit.to_ascii_lowercase();
        if let Some(known) = self.commits.borrow().get(&wanted) {
            return known.clone();
        }
        let found = self.resolve(&wanted);
        self.commits.borrow_mut().insert(wanted, found.clone());
        found
    }

    fn resolve(&self, wanted: &str) -> Result<String, CommitError> {
        if !is_object_id(wanted) {
            return Err(CommitError::UnknownCommit);
        }
        let revision = format!("{wanted}^{{commit}}");
        let output = self.git(&["rev-parse", "--verify", "--quiet", "--end-of-options", &revision], SHORT)?;
        // With `--quiet` a missing commit says nothing; everything else that fails does.
        if output.code != Some(0) && output.complaint.is_empty() {
            return Err(CommitError::UnknownCommit);
        }
        let commit = String::from_utf8_lossy(&output.success()?).trim().to_owned();
        // A tag leads to another id, and a branch may be called like an id.
        if commit != wanted {
            return Err(CommitError::UnknownCommit);
        }
        if self.is_held(&commit)? { Ok(commit) } else { Err(CommitError::Dangling) }
    }

    /// Whether a branch or a tag holds the commit. `HEAD` does not count, nor does what a checkout of a pull request keeps under
    /// `refs/remotes/pull`: both hold what a fork offers.
    fn is_held(&self, commit: &str) -> Result<bool, CommitError> {
        let contains = format!("--contains={commit}");
        let first = |sort: &str, places: &[&str]| {
            let mut arguments = vec!["for-each-ref", "--count=1", "--format=%(refname)", sort, &contains];
            arguments.extend(places);
            let name = self.git(&arguments, SHORT)?.success()?;
            Ok(String::from_utf8_lossy(&name).trim().to_owned())
        };
        if !first("--sort=refname", &["refs/heads", "refs/tags"])?.is_empty() {
            return Ok(true);
        }
        // In order of name the pull requests stand together: where both ends are of them, so is all between, however many.
        for sort in ["--sort=refname", "--sort=-refname"] {
            let name = first(sort, &["refs/remotes"])?;
            if !name.is_empty() && !name.starts_with("refs/remotes/pull/") {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn git(&self, arguments: &[&str], limit: usize) -> Result<Finished, CommitError> {
        run(&self.root, arguments, limit).map_err(CommitError::Unavailable)
    }
}

impl Finished {
    fn success(self) -> Result<Vec<u8>, CommitError> {
        if self.code == Some(0) {
            return Ok(self.output);
        }
        let complaint = self.complaint.lines().next().unwrap_or("no reason given").to_owned();
        Err(CommitError::Unavailable(if complaint.contains("not a git repository") {
            "this is no clone of a git repository, and a `commit` needs one".to_owned()
        } else {
            format!("git says: {complaint}")
        }))
    }
}

/// The blob of a regular file in what `ls-tree -z` lists.
fn blob(listed: &[u8], path: &str) -> Result<String, CommitError> {
    let listed = String::from_utf8_lossy(listed);
    let entry = listed.split('\0').next().filter(|entry| !entry.is_empty()).ok_or(CommitError::Absent)?;
    let (about, name) = entry.split_once('\t').ok_or(CommitError::Absent)?;
    let mut about = about.split(' ');
    let (mode, id) = (about.next(), about.nth(1).filter(|id| is_object_id(id)));
    match (mode, id) {
        // A path that goes on below a submodule lists the submodule.
        (Some("100644" | "100755"), Some(id)) if name == path => Ok(id.to_owned()),
        _ => Err(CommitError::NotAFile),
    }
}

#[cfg(test)]
mod tests;
