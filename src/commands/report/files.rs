//! The files of the roadmap in their directory. What is not ours stays as it is, and no link is followed.

use crate::commands::output::{read_bounded, write_file};
use crate::evidence::own_output::REPORT_MARK;
use crate::principles::Catalogue;
use crate::report::gap_files::{GapFile, file_name};
use anyhow::{Context as _, bail};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// No file of ours is larger, in bytes.
const LARGEST: u64 = 1024 * 1024;

/// Writes the files, takes away those of gaps that are closed, and says how many there are. Nothing is written where a name is
/// taken.
///
/// # Errors
/// Where the directory or a file in it is a link, where a file is not one of ours, or something cannot be written.
pub(super) fn write(directory: &Path, files: &[GapFile], catalogue: &Catalogue) -> anyhow::Result<String> {
    prepare(directory)?;
    let wanted: Vec<(PathBuf, &GapFile)> =
        files.iter().map(|file| (directory.join(&file.name), file)).collect();
    for (path, _) in &wanted {
        if !is_free_or_ours(path)? {
            bail!(
                "`{}` is there and was not written by this program: give the roadmap a directory of its own, or move the file",
                path.display()
            );
        }
    }
    let mut closed = 0;
    for requirement in catalogue.requirements.iter() {
        let name = file_name(requirement);
        let path = directory.join(&name);
        if !files.iter().any(|file| file.name == name) && is_ours(&path) {
            fs::remove_file(&path).with_context(|| format!("cannot take away `{}`", path.display()))?;
            closed += 1;
        }
    }
    for (path, file) in &wanted {
        write_file(path, file.text.as_bytes())?;
    }
    // One of the files is the index.
    let gaps = files.len().saturating_sub(1);
    let closed =
        if closed == 0 { String::new() } else { format!("; took away {closed} of gaps that are closed") };
    Ok(format!("wrote an index and {gaps} gaps to {}{closed}", directory.display()))
}

/// The directory, made where it is missing. Of a relative path no part may be a link; an absolute one leads where the caller
/// wants, but for its last part.
fn prepare(directory: &Path) -> anyhow::Result<()> {
    let linked = |path: &Path| fs::symlink_metadata(path).is_ok_and(|it| it.is_symlink());
    let parts = directory.ancestors().filter(|part| !part.as_os_str().is_empty());
    let looked_at = if directory.is_absolute() { 1 } else { usize::MAX };
    if let Some(link) = parts.take(looked_at).filter(|part| linked(part)).last() {
        bail!("cannot write to `{}`: `{}` is a symbolic link", directory.display(), link.display());
    }
    fs::create_dir_all(directory)
        .with_context(|| format!("cannot make the directory `{}`", directory.display()))
}

fn is_free_or_ours(path: &Path) -> anyhow::Result<bool> {
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(true),
        Err(error) => Err(error).with_context(|| format!("cannot look at `{}`", path.display())),
        Ok(_) => Ok(is_ours(path)),
    }
}

/// Whether a regular file begins as the files of a roadmap do.
fn is_ours(path: &Path) -> bool {
    read_bounded(path, LARGEST).is_ok_and(|bytes| bytes.starts_with(REPORT_MARK.as_bytes()))
}
