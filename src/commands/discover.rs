//! Where the declaration is: the standard places of a repository, or the path that was given.

use crate::declaration::PLACES;
use crate::evidence::repo_path::RepoPath;
use crate::evidence::repository::{FileError, Repository};
use crate::evidence::worktree::WorkTree;
use crate::findings::Finding;
use crate::read::MAX_BYTES;
use crate::rules::read::{declaration_ambiguous, declaration_missing, declaration_not_a_file, yaml_limit};
use crate::text::span::Span;
use std::path::{Path, PathBuf};

/// A declaration file that was found.
#[derive(Clone, Debug)]
pub struct Found {
    /// The path as reports name it.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A declaration that cannot be had: the finding that says why, and the path that it is about.
#[derive(Debug)]
pub struct Unavailable {
    /// The path as reports name it.
    pub path: String,
    /// Why.
    pub finding: Box<Finding>,
}

/// The top of the repository around a directory: the nearest one that holds `.git`, else the directory itself.
#[must_use]
pub fn top_of_repository(start: &Path) -> PathBuf {
    let start = std::path::absolute(start).unwrap_or_else(|_| start.to_owned());
    let top = start.ancestors().find(|directory| directory.join(".git").symlink_metadata().is_ok());
    top.unwrap_or(&start).to_owned()
}

/// The declaration at one of the standard places.
///
/// # Errors
/// [`Unavailable`] where there is none, more than one, or it is no regular file.
pub fn standard(repository: &dyn Repository) -> Result<Found, Unavailable> {
    let read = PLACES.map(|place| (place, repository.read(place)));
    let there: Vec<String> = read
        .iter()
        .filter(|(_, result)| !matches!(result, Err(FileError::Absent)))
        .map(|(place, _)| (*place).to_owned())
        .collect();
    match there.len() {
        0 => {
            let finding = declaration_missing::finding(&PLACES.map(str::to_owned));
            Err(Unavailable { path: PLACES[0].to_owned(), finding: Box::new(finding) })
        }
        1 => {
            let found = read.into_iter().find(|(_, result)| !matches!(result, Err(FileError::Absent)));
            let (place, result) = found.unwrap_or((PLACES[0], Err(FileError::Absent)));
            usable(place.to_owned(), result)
        }
        _ => Err(Unavailable {
            path: PLACES[0].to_owned(),
            finding: Box::new(declaration_ambiguous::finding(&there)),
        }),
    }
}

/// The declaration at a path that was given, relative to the current directory.
///
/// # Errors
/// [`Unavailable`] where there is none, or it is no regular file.
pub fn given(path: &Path, root: &Path) -> Result<Found, Unavailable> {
    let name = name_in_reports(path, root);
    // Inside the repository no link is followed, on the way neither.
    if RepoPath::parse(&name).is_ok()
        && std::path::absolute(path)
            .is_ok_and(|path| std::path::absolute(root).is_ok_and(|root| path.starts_with(root)))
        && let Ok(tree) = WorkTree::open(root)
    {
        return usable(name.clone(), tree.read(&name));
    }
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let opened = absolute.parent().zip(absolute.file_name().and_then(|file| file.to_str()));
    let result = match opened {
        Some((parent, file)) => match WorkTree::open(parent) {
            Ok(directory) => directory.read(file),
            Err(_) => Err(FileError::Absent),
        },
        None => Err(FileError::NotAFile),
    };
    usable(name, result)
}

/// The path relative to the top of the repository where it is inside, with `/`; else as it was given.
pub(super) fn name_in_reports(path: &Path, root: &Path) -> String {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let root = std::path::absolute(root).unwrap_or_else(|_| root.to_owned());
    let shown = absolute.strip_prefix(&root).unwrap_or(path);
    shown
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect::<Vec<_>>()
        .join("/")
        .replace("//", "/")
}

fn usable(path: String, result: Result<Vec<u8>, FileError>) -> Result<Found, Unavailable> {
    let too_large =
        || yaml_limit::finding(Span::new(0, 0), format!("the file is larger than {} KiB", MAX_BYTES / 1024));
    let finding = match result {
        // Before anything is hashed or decoded: a refusal must cost nothing.
        Ok(bytes) if bytes.len() > MAX_BYTES => too_large(),
        Ok(bytes) if is_lfs_pointer(&bytes) => {
            declaration_not_a_file::finding(&path, "it is a Git LFS pointer")
        }
        Ok(bytes) => return Ok(Found { path, bytes }),
        Err(FileError::Absent) => declaration_missing::finding(std::slice::from_ref(&path)),
        Err(FileError::TooLarge(_)) => too_large(),
        Err(error) => declaration_not_a_file::finding(&path, &error.to_string()),
    };
    Err(Unavailable { path, finding: Box::new(finding) })
}

pub(super) fn is_lfs_pointer(bytes: &[u8]) -> bool {
    bytes.starts_with(b"version https://git-lfs.github.com/spec/")
}
