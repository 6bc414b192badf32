//! The declaration that a change is held against: from a file, or from the objects of git. It is data, and only read.

use super::discover::{is_lfs_pointer, name_in_reports};
use super::output::read_bounded;
use crate::declaration::{Declaration, PLACES, decode};
use crate::evidence::git::{Git, Revision, RevisionError};
use crate::evidence::repo_path::RepoPath;
use crate::evidence::repository::{CommitError, FileError, Repository};
use crate::evidence::worktree::WorkTree;
use crate::gate::Base;
use crate::read::{self, Kind, MAX_BYTES};
use anyhow::{Context as _, bail};
use std::path::{Path, PathBuf};

/// Keys by which a declaration is known, however many mistakes it has.
const KEYS: [&str; 5] = ["version", "principles", "registry", "claims", "answers"];

/// What was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// An older declaration in a file.
    File(PathBuf),
    /// The declaration at a revision of the repository.
    Revision(String),
}

/// The baseline that was asked for.
///
/// # Errors
/// Where it cannot be had, or is no YAML: with what to do. A revision that has no declaration is no error.
pub fn load(
    wanted: &Wanted,
    root: &Path,
    declaration: Option<&Path>,
    tree: &WorkTree,
) -> anyhow::Result<Base> {
    let base = match wanted {
        Wanted::File(path) => file(path),
        Wanted::Revision(name) => named(name, root, declaration, tree),
    };
    base.context("the baseline cannot be had")
}

fn named(name: &str, root: &Path, declaration: Option<&Path>, tree: &WorkTree) -> anyhow::Result<Base> {
    let git = git(root)?;
    let revision = resolve(&git, name)?;
    for place in places(root, declaration, tree)? {
        let rewritten = git.rewritten(&place).map_err(anyhow::Error::msg)?;
        if let Some(attribute) = rewritten.filter(|_| tree.read(&place).is_ok()) {
            bail!(
                "`{place}` in the work tree is not what a commit of it has: `.gitattributes` gives it `{attribute}`; take that away, since what is merged is the commit"
            );
        }
    }
    let at =
        At { name: &format!("{} ({name})", revision.id()), file: &|place| file_of(&git, &revision, place) };
    at.find_for(root, declaration, tree)
}

/// The files of a commit, wherever they are had from.
pub(super) struct At<'a> {
    /// The commit, for people: its id, and why it is that one.
    pub(super) name: &'a str,
    /// Gives a file; `None` where there is none.
    pub(super) file: &'a dyn Fn(&str) -> anyhow::Result<Option<Vec<u8>>>,
}

impl At<'_> {
    /// The declaration that goes with the one at hand.
    ///
    /// # Errors
    /// Where there is something at its places, and none of it can be read.
    pub(super) fn find_for(
        &self,
        root: &Path,
        declaration: Option<&Path>,
        tree: &WorkTree,
    ) -> anyhow::Result<Base> {
        let mut places = places(root, declaration, tree)?;
        // Most likely it did not move.
        places.sort_by_key(|place| matches!(tree.read(place), Err(FileError::Absent)));
        let base = self.find(&places)?;
        let mut elsewhere = None;
        for place in PLACES.iter().filter(|place| !places.iter().any(|asked| asked == *place)) {
            if base.declaration.is_none() && elsewhere.is_none() && !matches!((self.file)(place), Ok(None)) {
                elsewhere = Some((*place).to_owned());
            }
        }
        Ok(Base { elsewhere, ..base })
    }

    /// The declaration: the first of the places that has one which can be read.
    ///
    /// # Errors
    /// Where there is something at these places, and none of it can be read.
    pub(super) fn find(&self, places: &[String]) -> anyhow::Result<Base> {
        let at = self.name;
        let mut problem = None;
        for place in places {
            let read = match (self.file)(place) {
                Ok(None) => continue,
                Ok(Some(bytes)) => declaration(&bytes),
                Err(error) => Err(error),
            };
            match read {
                Ok(declaration) => {
                    let source = format!("{place} at {at}");
                    let place = Some(place.clone());
                    return Ok(Base { source, place, elsewhere: None, declaration: Some(declaration) });
                }
                Err(error) => {
                    problem = problem.or(Some(error.context(format!("cannot use `{place}` at {at}"))));
                }
            }
        }
        match problem {
            Some(error) => Err(error),
            None => Ok(Base { source: at.to_owned(), place: None, elsewhere: None, declaration: None }),
        }
    }
}

/// A file of a revision.
pub(super) fn file_of(git: &Git, revision: &Revision, place: &str) -> anyhow::Result<Option<Vec<u8>>> {
    match git.file_at(revision, place) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(CommitError::Absent) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// The declaration in a file.
///
/// # Errors
/// Where it cannot be read, is no YAML, or is empty: a command that should have written it may have failed.
pub(super) fn file(path: &Path) -> anyhow::Result<Base> {
    let shown = path.display().to_string();
    let bytes = read_bounded(path, MAX_BYTES as u64).with_context(|| format!("cannot read `{shown}`"))?;
    if bytes.iter().all(u8::is_ascii_whitespace) {
        bail!(
            "`{shown}` is empty: did the command fail that was to write it? Where there is no older declaration, there is nothing to compare with"
        );
    }
    let declaration = declaration(&bytes).with_context(|| format!("cannot use `{shown}`"))?;
    Ok(Base { source: shown, place: None, elsewhere: None, declaration: Some(declaration) })
}

/// Git in the repository around a directory.
///
/// # Errors
/// Where there is no such directory.
pub(super) fn git(root: &Path) -> anyhow::Result<Git> {
    // git compares `safe.directory` with the real path; on Windows it does not know the `\\?\` that this would add.
    let real = if cfg!(windows) { std::path::absolute(root) } else { root.canonicalize() };
    Ok(Git::new(real.with_context(|| format!("cannot open `{}`", root.display()))?))
}

/// The commit of a name.
///
/// # Errors
/// Where there is none, with what to do.
pub(super) fn resolve(git: &Git, name: &str) -> anyhow::Result<Revision> {
    git.revision(name).map_err(|error| {
        let advice = match &error {
            RevisionError::Unavailable(_) => "a revision needs a clone, and the program `git`",
            _ if !name.is_empty() && name.bytes().all(|b| b == b'0') => {
                "zeros stand for no commit: a branch that is new has none before"
            }
            RevisionError::Shallow => {
                "fetch it: `fetch-depth: 0` for actions/checkout (2 is enough for `HEAD^1`), or `git fetch --depth=1 origin COMMIT`"
            }
            RevisionError::Ambiguous(_) => {
                "name the one that is meant in full, such as `refs/remotes/origin/main`, or give the id of a commit"
            }
            RevisionError::Unknown => "fetch it first; a branch of the remote goes by a name such as `origin/main`",
        };
        anyhow::anyhow!("no revision `{name}`: {error}; {advice}")
    })
}

/// Where a declaration may stand in the baseline. One that was named is looked for at the standard places too, where the tree
/// has it there no more: then it moved.
fn places(root: &Path, declaration: Option<&Path>, tree: &WorkTree) -> anyhow::Result<Vec<String>> {
    let standard = PLACES.map(str::to_owned);
    let Some(declaration) = declaration else { return Ok(standard.to_vec()) };
    let named = name_in_reports(declaration, root);
    if RepoPath::parse(&named).is_err() {
        bail!(
            "`{named}` is no path in the repository, so no revision has it: name the older file with `--baseline FILE`"
        );
    }
    let left = standard.into_iter().filter(|place| *place != named);
    let left: Vec<String> = left.filter(|place| matches!(tree.read(place), Err(FileError::Absent))).collect();
    Ok(std::iter::once(named).chain(left).collect())
}

/// What an older declaration says, as far as it reads: mistakes in it are those of another day.
fn declaration(bytes: &[u8]) -> anyhow::Result<Declaration> {
    if bytes.len() > MAX_BYTES {
        bail!("it is larger than {} KiB", MAX_BYTES / 1024);
    }
    if is_lfs_pointer(bytes) {
        bail!("it is a Git LFS pointer");
    }
    let reading = read::read("baseline", bytes).map_err(|(error, _)| error).context("it is no YAML")?;
    match &reading.root.kind {
        Kind::Map(entries) if entries.iter().any(|entry| KEYS.contains(&entry.key.as_str())) => {
            Ok(decode(&reading.root))
        }
        // Nothing but comments: it says nothing, and nothing can regress.
        _ if reading.root.is_empty_plain() => Ok(Declaration::default()),
        // The message of a command that failed (`fatal: …`) is YAML, too.
        _ => bail!("it is no declaration: none of {} is in it", KEYS.join(", ")),
    }
}
