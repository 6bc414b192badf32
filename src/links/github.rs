//! Addresses on a GitHub server.

use super::address::HostPort;
use std::fmt;

/// A link to something on a GitHub server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GitHubLink {
    /// The server.
    pub server: HostPort,
    /// The repository.
    pub repository: RepositoryName,
    /// What in it.
    pub target: Target,
}

/// `owner/name`, both as GitHub allows them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RepositoryName {
    /// The user or organisation.
    pub owner: String,
    /// The repository.
    pub name: String,
}

impl fmt::Display for RepositoryName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.owner, self.name)
    }
}

/// What in a repository a link leads to. Texts are percent-decoded.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// The repository itself, or a tab of it that is there whenever the repository is.
    Repository,
    /// A file or directory: the branch, tag or commit and the path, not divided yet, since a branch can hold `/`.
    File {
        /// `main/docs/help.md`.
        reference_and_path: String,
    },
    /// A commit, by its hash or the beginning of it.
    Commit {
        /// Hexadecimal, 7 to 64 digits.
        sha: String,
    },
    /// An issue or a pull request: GitHub leads from one address to the other.
    Thread {
        /// The number.
        number: u64,
    },
    /// A discussion.
    Discussion {
        /// The number.
        number: u64,
    },
    /// A release by its tag, or the tag.
    Release {
        /// The tag.
        tag: String,
    },
    /// The newest release.
    LatestRelease,
    /// A workflow by the name of its file.
    Workflow {
        /// The name in `.github/workflows`.
        file: String,
    },
    /// An advisory, by its GHSA id, of the repository.
    Advisory {
        /// `GHSA-….`
        id: String,
    },
    /// The security policy.
    SecurityPolicy,
}
