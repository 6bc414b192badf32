//! The work tree of a repository, read from one directory handle downwards: no link is followed, and nothing outside can be
//! reached however the tree changes meanwhile.

mod names;
mod walk;

use self::names::Listings;
use self::walk::Files;
use super::git::Git;
use super::repo_path::RepoPath;
use super::repository::{CommitError, FileError, MAX_FILE_BYTES, MAX_FILE_MIB, Repository};
use cap_fs_ext::{DirExt, FollowSymlinks, OpenOptionsFollowExt, OpenOptionsSyncExt};
use cap_std::ambient_authority;
use cap_std::fs::{Dir, OpenOptions};
use std::cell::OnceCell;
use std::io::{self, Read};
use std::path::Path;

/// The largest `.gitmodules` that is read, in bytes.
const MAX_MODULES_BYTES: usize = 1024 * 1024;

/// A work tree, and the git repository that it belongs to.
#[derive(Debug)]
pub struct WorkTree {
    top: Dir,
    git: Git,
    files: OnceCell<Files>,
    listings: Listings,
    submodules: OnceCell<Vec<String>>,
}

impl WorkTree {
    /// Opens the top of a work tree.
    ///
    /// # Errors
    /// What the operating system says where it is no directory that can be read.
    pub fn open(root: &Path) -> io::Result<Self> {
        let top = Dir::open_ambient_dir(root, ambient_authority())?;
        // git compares `safe.directory` with the real path; on Windows it does not know the `\\?\` that this would add.
        let root = if cfg!(windows) { std::path::absolute(root)? } else { root.canonicalize()? };
        Ok(Self {
            top,
            git: Git::new(root),
            files: OnceCell::new(),
            listings: Listings::new(),
            submodules: OnceCell::new(),
        })
    }

    /// The directory that holds the last name of a path, with every directory on the way seen to be one of this tree.
    fn parent(&self, names: &[&str]) -> Result<Dir, FileError> {
        let mut dir = self.top.try_clone().map_err(system)?;
        for (index, name) in names[..names.len() - 1].iter().enumerate() {
            let so_far = || names[..=index].join("/");
            let metadata = match dir.symlink_metadata(name) {
                Ok(metadata) => metadata,
                Err(error) => return Err(self.absent(&error, &dir, names, index)),
            };
            if metadata.is_symlink() {
                return Err(FileError::Link(so_far()));
            }
            if !metadata.is_dir() {
                return Err(FileError::Absent);
            }
            self.exact_name(&dir, names, index)?;
            dir = dir.open_dir_nofollow(name).map_err(system)?;
            if is_repository(&dir) {
                return Err(FileError::Submodule(so_far()));
            }
        }
        Ok(dir)
    }

    fn read_plain(&self, path: &RepoPath) -> Result<Vec<u8>, FileError> {
        let names: Vec<&str> = path.components().collect();
        let last = names.len() - 1;
        let dir = self.parent(&names)?;
        let metadata = match dir.symlink_metadata(names[last]) {
            Ok(metadata) => metadata,
            Err(error) => return Err(self.absent(&error, &dir, &names, last)),
        };
        if metadata.is_symlink() {
            return Err(FileError::Link(path.as_str().to_owned()));
        }
        if metadata.is_dir() {
            let inside = dir.open_dir_nofollow(names[last]).map_err(system)?;
            let is_other = is_repository(&inside);
            return Err(if is_other {
                FileError::Submodule(path.as_str().to_owned())
            } else {
                FileError::NotAFile
            });
        }
        self.exact_name(&dir, &names, last)?;
        read_regular(&dir, names[last], MAX_FILE_BYTES)
    }

    /// The submodule that a path leads into although nothing is checked out there: what `.gitmodules` says.
    fn empty_submodule(&self, path: &str) -> Option<String> {
        let modules = self.submodules.get_or_init(|| self.read_submodules());
        // The path itself, or one of the directories on the way to it.
        let ends = path.match_indices('/').map(|(end, _)| end).chain([path.len()]);
        let found = ends
            .map(|end| &path[..end])
            .find(|start| modules.binary_search_by(|module| module.as_str().cmp(start)).is_ok());
        found.map(str::to_owned)
    }

    /// In order. A `.gitmodules` that is too large is none.
    fn read_submodules(&self) -> Vec<String> {
        let modules = read_regular(&self.top, ".gitmodules", MAX_MODULES_BYTES).unwrap_or_default();
        let modules = String::from_utf8_lossy(&modules);
        let paths =
            modules.lines().filter_map(|line| line.trim().strip_prefix("path")?.trim().strip_prefix('='));
        let mut paths: Vec<String> =
            paths.map(|path| path.trim().to_owned()).filter(|path| !path.is_empty()).collect();
        paths.sort();
        paths
    }

    /// Why a name is not there: the tree may have it in other case.
    fn absent(&self, error: &io::Error, dir: &Dir, names: &[&str], index: usize) -> FileError {
        if !matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) {
            return system_ref(error);
        }
        self.other_case(dir, names, index)
    }

    fn other_case(&self, dir: &Dir, names: &[&str], index: usize) -> FileError {
        let path: String = names[..index].iter().flat_map(|name| [*name, "/"]).collect();
        match self.listings.ignoring_case(dir, &path, &names[index..]) {
            Some(rest) => FileError::OtherCase(format!("{path}{}", rest.join("/"))),
            None => FileError::Absent,
        }
    }

    /// On systems that do not tell case apart, a name that was found may be written otherwise in the tree.
    fn exact_name(&self, dir: &Dir, names: &[&str], index: usize) -> Result<(), FileError> {
        if cfg!(any(windows, target_os = "macos")) && !names::has_exactly(dir, names[index]) {
            return Err(self.other_case(dir, names, index));
        }
        Ok(())
    }
}

impl Repository for WorkTree {
    fn read(&self, path: &str) -> Result<Vec<u8>, FileError> {
        let path = RepoPath::parse(path).map_err(|error| FileError::Refused(error.to_string()))?;
        let read = self.read_plain(&path);
        if matches!(read, Err(FileError::Absent | FileError::NotAFile))
            && let Some(module) = self.empty_submodule(path.as_str())
        {
            return Err(FileError::Submodule(module));
        }
        read
    }

    fn read_at(&self, commit: &str, path: &str) -> Result<Vec<u8>, CommitError> {
        // A path that is refused names nothing in any commit.
        let path = RepoPath::parse(path).map_err(|_| CommitError::Absent)?;
        self.git.read_at(commit, path.as_str())
    }

    fn remotes(&self) -> Vec<String> {
        self.git.remotes()
    }

    fn candidates(&self, path: &str) -> Vec<String> {
        let files = self.files.get_or_init(|| walk::files(&self.top));
        files.candidates(path)
    }
}

/// Reads a regular file, opened so that neither a link nor a pipe put there meanwhile is waited for.
fn read_regular(dir: &Dir, name: &str, most: usize) -> Result<Vec<u8>, FileError> {
    let mut options = OpenOptions::new();
    options.read(true).follow(FollowSymlinks::No).nonblock(true);
    // What is no file (a socket, a device) is not opened at all: opening a device may do something.
    if !dir.symlink_metadata(name).map_err(system)?.is_file() {
        return Err(FileError::NotAFile);
    }
    let file = dir.open_with(name, &options).map_err(system)?;
    let metadata = file.metadata().map_err(system)?;
    if !metadata.is_file() {
        return Err(FileError::NotAFile);
    }
    let mut bytes = Vec::new();
    file.take(most as u64 + 1).read_to_end(&mut bytes).map_err(system)?;
    if bytes.len() > most { Err(FileError::TooLarge(MAX_FILE_MIB)) } else { Ok(bytes) }
}

/// Whether a directory is the top of a repository of its own: a submodule, or a clone inside the clone.
fn is_repository(dir: &Dir) -> bool {
    dir.symlink_metadata(".git").is_ok()
}

#[allow(clippy::needless_pass_by_value, reason = "the shape that map_err wants")]
fn system(error: io::Error) -> FileError {
    system_ref(&error)
}

fn system_ref(error: &io::Error) -> FileError {
    FileError::System(error.to_string())
}

#[cfg(test)]
mod tests;
