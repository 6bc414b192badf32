//! The declaration that the tree is held against: which commit has it is told by the event, and GitHub gives the one file. No
//! clone has to be deep.

use super::Options;
use crate::action::Plan;
use crate::action::base::plan;
use crate::commands::baseline::At;
use crate::commands::check::find as find_declaration;
use crate::evidence::worktree::WorkTree;
use crate::gate::Base;
use crate::online::repository::Repository;
use crate::read::MAX_BYTES;
use anyhow::{Context as _, bail};

/// What the tree is held against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Against {
    /// What the event says.
    Event,
    /// What this branch, tag or commit has.
    Revision(String),
    /// Nothing.
    Nothing,
}

/// What was found.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// The baseline, where there is something to compare with.
    pub(super) base: Option<Base>,
    /// The commit that has it.
    pub(super) commit: Option<String>,
}

/// Finds it.
///
/// # Errors
/// Where there is something to compare with and it cannot be had: never taken for nothing.
pub(super) fn find(options: &Options<'_>, tree: &WorkTree) -> anyhow::Result<Found> {
    look(options, tree).context("the baseline cannot be had")
}

fn look(options: &Options<'_>, tree: &WorkTree) -> anyhow::Result<Found> {
    let plan = match &options.against {
        Against::Nothing => return Ok(Found::default()),
        Against::Revision(name) => {
            let repository = options.github.repository()?;
            let commit = repository.commit(name)?;
            return at(options, tree, repository, commit, name);
        }
        Against::Event => plan(options.event, options.runner, options.checked_out.commit())?,
    };
    let repository = || options.github.repository();
    let merge_base = |base: &str, head: &str| {
        let commit = repository()?.merge_base(base, head)?;
        anyhow::Ok((commit, "merge base: the head of the change is checked out, not its merge"))
    };
    let (commit, why) = match plan {
        Plan::Nothing => return Ok(Found::default()),
        Plan::Commit(commit) => (commit, "before the change"),
        Plan::FirstParent { merge, base, head } => match repository()?.parents(&merge)?.as_slice() {
            [first, _, ..] => (first.clone(), "first parent of the merge commit"),
            _ => merge_base(&base, &head)?,
        },
        Plan::MergeBase { base, head } => merge_base(&base, &head)?,
    };
    let repository = repository()?;
    is_as_committed(options, tree, repository)?;
    at(options, tree, repository, commit, why)
}

/// Nothing between the commit and the work tree may have rewritten the declaration: what is merged is the commit. A file named
/// `.gitattributes` can (`working-tree-encoding`, `ident`, filters), and so can a folder that is a link or a submodule.
fn is_as_committed(options: &Options<'_>, tree: &WorkTree, repository: &Repository) -> anyhow::Result<()> {
    let check = &options.check;
    let Ok(found) = find_declaration(check.declaration.as_deref(), &check.root, tree) else { return Ok(()) };
    let commit = options.checked_out.commit().unwrap_or(&options.runner.commit);
    let path = format!("{}{}", options.inside, found.path);
    let committed = repository.file(commit, &path, MAX_BYTES)?;
    let Some(committed) = committed else {
        bail!(
            "the commit {commit} has no `{path}`, and the work tree has: an earlier step made it, or it stands behind a link"
        );
    };
    // Line ends are what a checkout changes in good faith.
    if without_returns(&committed) != without_returns(&found.bytes) {
        bail!(
            "`{path}` in the work tree is not what the commit {commit} has: an earlier step or a `.gitattributes` changed it; check before anything writes to it, and leave `ident`, `filter` and `working-tree-encoding` away from it"
        );
    }
    Ok(())
}

fn without_returns(bytes: &[u8]) -> Vec<u8> {
    bytes
        .iter()
        .enumerate()
        .filter(|(at, byte)| !(**byte == b'\r' && bytes.get(at + 1) == Some(&b'\n')))
        .map(|(_, byte)| *byte)
        .collect()
}

/// The declaration at a commit. A commit that is not there is told from one that lacks the file.
fn at(
    options: &Options<'_>,
    tree: &WorkTree,
    repository: &Repository,
    commit: String,
    why: &str,
) -> anyhow::Result<Found> {
    let file = |place: &str| {
        let path = format!("{}{place}", options.inside);
        Ok(repository.file(&commit, &path, MAX_BYTES)?)
    };
    let name = format!("{commit} ({why})");
    let at = At { name: &name, file: &file };
    let base = at.find_for(&options.check.root, options.check.declaration.as_deref(), tree)?;
    Ok(Found { base: Some(base), commit: Some(commit) })
}
