//! What evidence rules need of a repository. The work tree and git objects are behind this trait, so that the rules know
//! neither.

use thiserror::Error;

/// The most bytes of one file that are read.
pub const MAX_FILE_BYTES: usize = 16 * 1024 * 1024;

/// [`MAX_FILE_BYTES`] for people.
pub const MAX_FILE_MIB: usize = MAX_FILE_BYTES / (1024 * 1024);

/// A repository that evidence is read from.
pub trait Repository {
    /// The bytes of a file of the work tree, following no link.
    ///
    /// # Errors
    /// [`FileError`] says what stands in the way.
    fn read(&self, path: &str) -> Result<Vec<u8>, FileError>;

    /// The bytes of a file at a commit, from git objects.
    ///
    /// # Errors
    /// [`CommitError`] says what stands in the way.
    fn read_at(&self, commit: &str, path: &str) -> Result<Vec<u8>, CommitError>;

    /// The addresses of the repositories that this one is a clone of, as git has them.
    fn remotes(&self) -> Vec<String> {
        Vec::new()
    }

    /// Files that a missing one may have become: the same name elsewhere first, then others of its kind. Bounded.
    fn candidates(&self, path: &str) -> Vec<String>;
}

/// Why a file of the work tree cannot be read.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum FileError {
    /// A path that is never looked up, see [`super::repo_path::RepoPath`].
    #[error("{0}")]
    Refused(String),
    /// Nothing of that name.
    #[error("no such file")]
    Absent,
    /// The tree has the name in other case only.
    #[error("the tree has `{0}`, which differs in case")]
    OtherCase(String),
    /// A symbolic link stands on the path.
    #[error("`{0}` is a symbolic link")]
    Link(String),
    /// The path leads into a submodule.
    #[error("`{0}` is a submodule: another repository")]
    Submodule(String),
    /// A directory or a device.
    #[error("not a regular file")]
    NotAFile,
    /// More bytes than this tool reads.
    #[error("larger than {0} MiB")]
    TooLarge(usize),
    /// The operating system says no.
    #[error("cannot be read: {0}")]
    System(String),
}

/// Why a file at a commit cannot be read.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum CommitError {
    /// No repository, no git, or an error of git's.
    #[error("{0}")]
    Unavailable(String),
    /// This clone does not have the commit.
    #[error("this clone does not have the commit")]
    UnknownCommit,
    /// No branch or tag holds the commit: it may come from a fork.
    #[error("no branch or tag of this clone holds the commit")]
    Dangling,
    /// The commit has no such file.
    #[error("no such file at that commit")]
    Absent,
    /// A link, a directory or a submodule at that commit.
    #[error("not a regular file at that commit")]
    NotAFile,
    /// More bytes than this tool reads.
    #[error("larger than {0} MiB")]
    TooLarge(usize),
}
