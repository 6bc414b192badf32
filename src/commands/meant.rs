//! Names that may be of a file or of a revision. One that is both is neither: which of them is compared must not hang on what lies
//! about in the tree.

use super::baseline::{self, Wanted};
use crate::evidence::git::{Git, RevisionError};
use std::path::{Path, PathBuf};

/// What `--since` means.
///
/// # Errors
/// Where there is a file of that name, and a revision.
pub(super) fn wanted(name: &str, root: &Path) -> anyhow::Result<Wanted> {
    let file = Wanted::File(PathBuf::from(name));
    match kind(name) {
        Kind::Absent => Ok(Wanted::Revision(name.to_owned())),
        // A directory is no declaration.
        Kind::Directory if known(name, root).is_some() => Ok(Wanted::Revision(name.to_owned())),
        Kind::Path | Kind::Directory => Ok(file),
        Kind::File => only_a_file(name, name, "", root).map(|()| file),
    }
}

/// What `diff` is given.
pub(super) enum Named<'a> {
    /// A file.
    File(&'a Path),
    /// A revision, and a path there; at a standard place where that is empty.
    At(&'a str, &'a str),
}

/// What a name given to `diff` means.
///
/// # Errors
/// Where there is a file of that name, and a revision.
pub(super) fn named<'a>(name: &'a str, root: &Path) -> anyhow::Result<Named<'a>> {
    let Some((revision, path)) = name.split_once(':').filter(|(revision, _)| !revision.is_empty()) else {
        return alone(name, root);
    };
    match kind(name) {
        Kind::Absent => return Ok(Named::At(revision, path)),
        Kind::Directory if known(revision, root).is_some() => return Ok(Named::At(revision, path)),
        Kind::Path | Kind::Directory => {}
        Kind::File => only_a_file(name, revision, &name[revision.len()..], root)?,
    }
    Ok(Named::File(Path::new(name)))
}

/// A name without a path: a file, or else a revision with the declaration at a standard place.
fn alone<'a>(name: &'a str, root: &Path) -> anyhow::Result<Named<'a>> {
    match kind(name) {
        Kind::Absent | Kind::Directory if known(name, root).is_some() => return Ok(Named::At(name, "")),
        Kind::Absent | Kind::Directory | Kind::Path => {}
        Kind::File => only_a_file(name, name, "", root)?,
    }
    Ok(Named::File(Path::new(name)))
}

/// What there is of a name in the directory that the program runs in.
enum Kind {
    Absent,
    /// It is there, and no revision is called so.
    Path,
    File,
    Directory,
}

fn kind(name: &str) -> Kind {
    let path = Path::new(name);
    // No name of git's begins with a dot.
    let is_path = path.is_absolute() || name.starts_with('.');
    match path.symlink_metadata() {
        Err(_) => Kind::Absent,
        Ok(_) if is_path => Kind::Path,
        Ok(metadata) if metadata.is_dir() => Kind::Directory,
        Ok(_) => Kind::File,
    }
}

fn only_a_file(name: &str, revision: &str, rest: &str, root: &Path) -> anyhow::Result<()> {
    let Some(full) = known(revision, root) else { return Ok(()) };
    anyhow::bail!(
        "`{name}` is a file and `{revision}` a revision: say `./{name}` for the file, or `{full}{rest}` for the revision"
    )
}

/// A name that is the revision's alone, where git knows a revision of this name. Without a clone, or without git, it knows none.
fn known(revision: &str, root: &Path) -> Option<String> {
    let git = baseline::git(root).ok()?;
    match git.revision(revision) {
        Ok(commit) => Some(in_full(&git, revision).unwrap_or_else(|| commit.id().to_owned())),
        Err(RevisionError::Ambiguous(_)) => {
            Some(in_full(&git, revision).unwrap_or_else(|| format!("refs/…/{revision}")))
        }
        Err(RevisionError::Unknown | RevisionError::Shallow | RevisionError::Unavailable(_)) => None,
    }
}

fn in_full(git: &Git, revision: &str) -> Option<String> {
    let all = ["refs/heads/", "refs/tags/", "refs/remotes/"].map(|place| format!("{place}{revision}"));
    all.into_iter().find(|name| git.revision(name).is_ok())
}
