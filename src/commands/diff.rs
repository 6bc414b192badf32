//! `diff`: what changed between two declarations. It judges nothing: `check --baseline` does.

use super::baseline::{self, At};
use super::exit::Exit;
use super::meant::{self, Named};
use super::output::{show, tell};
use crate::declaration::{Declaration, PLACES};
use crate::evidence::repo_path::RepoPath;
use crate::gate::compare;
use crate::render::Style;
use crate::render::changes::{human, json, markdown};
use std::io::Write;
use std::path::{Path, PathBuf};

/// How what changed is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For people.
    Human,
    /// For comments and wikis.
    Markdown,
    /// For programs.
    Json,
}

/// Everything that a comparison is asked.
#[derive(Debug)]
pub struct Options<'a> {
    /// The top of the repository that revisions are of.
    pub root: PathBuf,
    /// The older declaration: a file, `REV` or `REV:PATH`.
    pub old: &'a str,
    /// The newer one.
    pub new: &'a str,
    /// How it is written.
    pub format: Format,
    /// How people are shown things.
    pub style: Style,
}

/// Shows what changed.
///
/// # Errors
/// Where a name is one of a file and of a revision, or the output cannot be written.
pub fn diff(options: &Options<'_>, out: &mut dyn Write, err: &mut dyn Write) -> anyhow::Result<Exit> {
    let named = |name| meant::named(name, &options.root);
    let (old, new) = (named(options.old)?, named(options.new)?);
    let read = |name: &str, it: &Named<'_>| declaration(name, it, &options.root);
    let (old, new) = match (read(options.old, &old), read(options.new, &new)) {
        (Ok(old), Ok(new)) => (old, new),
        (old, new) => {
            for error in [old.err(), new.err()].into_iter().flatten() {
                tell(err, &format!("error: {error:#}"))?;
            }
            return Ok(Exit::Unreadable);
        }
    };
    let comparison = compare(&old, &new);
    let text = match options.format {
        Format::Human => human::changes(&comparison, options.style),
        Format::Markdown => markdown::changes(options.old, options.new, &comparison),
        Format::Json => json::changes(options.old, options.new, &comparison),
    };
    show(&text, out)?;
    Ok(Exit::Pass)
}

/// The declaration of a name.
fn declaration(name: &str, named: &Named<'_>, root: &Path) -> anyhow::Result<Declaration> {
    let base = match *named {
        Named::At(revision, path) => {
            let git = baseline::git(root)?;
            let commit = baseline::resolve(&git, revision)?;
            anyhow::ensure!(
                path.is_empty() || RepoPath::parse(path).is_ok(),
                "`{path}` is no path in the repository"
            );
            let standard = PLACES.map(str::to_owned).to_vec();
            let places = if path.is_empty() { standard } else { vec![path.to_owned()] };
            let name = format!("{} ({revision})", commit.id());
            let file = |place: &str| baseline::file_of(&git, &commit, place);
            At { name: &name, file: &file }.find(&places)?
        }
        Named::File(file) => baseline::file(file)?,
    };
    base.declaration.ok_or_else(|| anyhow::anyhow!("`{name}`: there is no declaration at {}", base.source))
}
