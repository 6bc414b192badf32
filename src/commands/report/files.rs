//! The files of the roadmap in their directory. What is not ours stays as it is, and no link is followed.

use crate::commands::output::{read_bounded, write_file};
use crate::evidence::own_output::{REPORT_MARK, ROADMAP_MARK};
use crate::principles::Catalogue;
use crate::report::gap_files::{GapFile, INDEX, file_name};
use anyhow::{Context as _, bail};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// No file of ours is larger, in bytes.
const LARGEST: u64 = 1024 * 1024;

/// A roadmap and a directory that can take it.
#[derive(Debug)]
pub(super) struct Roadmap<'a> {
    directory: &'a Path,
    files: Vec<GapFile>,
    /// Files of this roadmap whose requirement is no gap of it any more.
    left: Vec<PathBuf>,
}

/// Looks at the directory, makes it where it is missing, and leaves everything in it as it is.
///
/// # Errors
/// Where the directory or a file in it is a link, where a file is not one of ours, where the roadmap of another registry is
/// there, or where nothing can be written.
pub(super) fn look<'a>(
    directory: &'a Path,
    files: Vec<GapFile>,
    catalogue: &Catalogue,
) -> anyhow::Result<Roadmap<'a>> {
    no_links(directory)?;
    for file in &files {
        free_or_ours(&directory.join(&file.name))?;
    }
    let left = if is_same_roadmap(directory, &files)? {
        let others = catalogue.requirements.iter().map(file_name);
        let others = others.filter(|name| !files.iter().any(|file| file.name == *name));
        others.map(|name| directory.join(name)).filter(|path| kind(path) == Kind::Ours).collect()
    } else {
        Vec::new()
    };
    make(directory)?;
    Ok(Roadmap { directory, files, left })
}

impl Roadmap<'_> {
    /// Writes the files, then takes away those that are left over, and says how many there are. A failure loses nothing.
    ///
    /// # Errors
    /// Where something cannot be written or taken away, with its name.
    pub(super) fn write(&self) -> anyhow::Result<String> {
        for file in &self.files {
            write_file(&self.directory.join(&file.name), file.text.as_bytes())?;
        }
        for path in &self.left {
            fs::remove_file(path).with_context(|| format!("cannot take away `{}`", path.display()))?;
        }
        // One of the files is the index.
        let gaps = self.files.len().saturating_sub(1);
        let left = match self.left.len() {
            0 => String::new(),
            1 => "; took away 1 file whose requirement is no gap of this roadmap".to_owned(),
            count => format!("; took away {count} files whose requirement is no gap of this roadmap"),
        };
        let what = if gaps == 1 { "gap" } else { "gaps" };
        Ok(format!("wrote an index and {gaps} {what} to {}{left}", self.directory.display()))
    }
}

/// Of a relative path no part may be a link; an absolute one leads where the caller wants, but for its last part.
fn no_links(directory: &Path) -> anyhow::Result<()> {
    let linked = |path: &Path| fs::symlink_metadata(path).is_ok_and(|it| it.is_symlink());
    // With a divider at its end, a name that is a link is followed before anybody can see that it is one.
    let directory: PathBuf = directory.components().collect();
    let parts = directory.ancestors().filter(|part| !part.as_os_str().is_empty());
    let looked_at = if directory.is_absolute() { 1 } else { usize::MAX };
    if let Some(link) = parts.take(looked_at).filter(|part| linked(part)).last() {
        bail!("cannot write to `{}`: `{}` is a symbolic link", directory.display(), link.display());
    }
    Ok(())
}

/// Makes the directory, and a file in it that does not stay: only that tells for sure that files can be written.
fn make(directory: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(directory)
        .with_context(|| format!("cannot make the directory `{}`", directory.display()))?;
    let probe = directory.join(format!(".{}.{}.new", env!("CARGO_PKG_NAME"), std::process::id()));
    fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(&probe)
        .and_then(|_| fs::remove_file(&probe))
        .with_context(|| format!("cannot write to `{}`", directory.display()))
}

fn free_or_ours(path: &Path) -> anyhow::Result<()> {
    let shown = path.display();
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error).with_context(|| format!("cannot look at `{shown}`")),
        Ok(_) => {}
    }
    let what = match kind(path) {
        Kind::Ours => return Ok(()),
        Kind::Report => "is a report, not a file of a roadmap",
        Kind::Other => "was not written by this program",
    };
    bail!("`{shown}` is there and {what}: give the roadmap a directory of its own, or move the file");
}

/// Whether the index that is there is that of this registry. Where there is none, nobody knows whose files they are.
fn is_same_roadmap(directory: &Path, files: &[GapFile]) -> anyhow::Result<bool> {
    let Ok(bytes) = read_bounded(&directory.join(INDEX), LARGEST) else { return Ok(false) };
    let there = String::from_utf8_lossy(&bytes).into_owned();
    let index = files.iter().find(|file| file.name == INDEX);
    let (Some(there), Some(own)) = (heading(&there), index.and_then(|file| heading(&file.text))) else {
        return Ok(false);
    };
    if there != own {
        bail!(
            "`{}` is there and says \"{there}\": give the roadmap a directory of its own, or take that one away if the registry has \
             another name now",
            directory.join(INDEX).display()
        );
    }
    Ok(true)
}

/// The heading of an index: it names the registry.
fn heading(text: &str) -> Option<&str> {
    text.lines().find_map(|line| line.strip_prefix("# "))
}

/// Whose a file is, by how it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// A regular file that begins as the files of a roadmap do.
    Ours,
    /// One that begins as reports do.
    Report,
    Other,
}

fn kind(path: &Path) -> Kind {
    let begins = |bytes: &[u8], mark: &str| bytes.starts_with(mark.as_bytes());
    match read_bounded(path, LARGEST) {
        Ok(bytes) if begins(&bytes, ROADMAP_MARK) => Kind::Ours,
        Ok(bytes) if begins(&bytes, REPORT_MARK) => Kind::Report,
        _ => Kind::Other,
    }
}
