//! What the repository could not be asked or told, and what to do about it.

use crate::evidence::web::Reason;
use std::fmt;
use thiserror::Error;

/// What a request needs, in the words of `permissions:` of a workflow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    /// Commits and files are read.
    ReadContents,
    /// A branch is written.
    WriteContents,
    /// A check run is written.
    WriteChecks,
    /// A comment on a pull request is written.
    WritePullRequests,
}

impl Permission {
    /// Whether it is one to change something.
    #[must_use]
    pub fn is_write(self) -> bool {
        self != Self::ReadContents
    }
}

impl fmt::Display for Permission {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::ReadContents => "contents: read",
            Self::WriteContents => "contents: write",
            Self::WriteChecks => "checks: write",
            Self::WritePullRequests => "pull-requests: write",
        })
    }
}

/// Why the repository did not answer, or did not do what it was asked.
///
/// `asked` is the request in words that follow "could not"; `told` is GitHub's status and message as one harmless line of
/// bounded length.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum ApiError {
    /// The repository can be seen, and has no such commit.
    #[error(
        "could not {asked}: the repository has no such commit ({told}). A force-push may have dropped it, or it is one of \
         another repository; run the job again on the newest commit"
    )]
    NoCommit {
        /// The request.
        asked: String,
        /// The answer.
        told: String,
    },
    /// It is not there, or the token does not see it.
    #[error(
        "could not {asked}: it is not there, or cannot be seen ({told}). Check the name of the repository, and that the job \
         has a token with `{needs}`"
    )]
    NotVisible {
        /// The request.
        asked: String,
        /// What the token needs.
        needs: Permission,
        /// The answer.
        told: String,
    },
    /// The token may read and not write.
    #[error(
        "could not {asked}: the token may not ({told}). Add `{needs}` to `permissions` of the job. The token of a pull \
         request from a fork is read-only, whatever `permissions` says"
    )]
    ReadOnly {
        /// The request.
        asked: String,
        /// What the token needs.
        needs: Permission,
        /// The answer.
        told: String,
    },
    /// There is no token that could be sent: nothing was asked.
    #[error("could not {asked}: that needs a token with `{needs}`, and there is none. Set GITHUB_TOKEN")]
    NoToken {
        /// The request.
        asked: String,
        /// What the token needs.
        needs: Permission,
    },
    /// The token is none.
    #[error("could not {asked}: GitHub does not accept the token ({told}). Check GITHUB_TOKEN")]
    BadToken {
        /// The request.
        asked: String,
        /// The answer.
        told: String,
    },
    /// It was asked too often.
    #[error(
        "could not {asked}: GitHub was asked too often ({told}). Run the job again later; with a token more may be asked"
    )]
    Limited {
        /// The request.
        asked: String,
        /// The answer.
        told: String,
    },
    /// No answer that could be used.
    #[error("could not {asked}: {reason}. Run the job again; check GITHUB_API_URL if that does not help")]
    Unreachable {
        /// The request.
        asked: String,
        /// Why.
        reason: Reason,
    },
    /// What is at the path is no file that can be read.
    #[error("could not {asked}: it is {what}. Only a file of text is read there")]
    NotAFile {
        /// The request.
        asked: String,
        /// What it is.
        what: String,
    },
    /// Nothing is published to the default branch.
    #[error(
        "could not {asked}: it is the default branch, and a report is no part of what was reviewed there. Name another branch"
    )]
    DefaultBranch {
        /// The request.
        asked: String,
    },
    /// Somebody else wrote to the branch each time.
    #[error(
        "could not {asked}: somebody else wrote to it between reading and writing, {times} times ({told}). Let only one job \
         publish at a time, with `concurrency` in the workflow"
    )]
    LostRace {
        /// The request.
        asked: String,
        /// How often it was tried.
        times: usize,
        /// The last answer.
        told: String,
    },
    /// More comments than are looked through.
    #[error(
        "could not {asked}: none of its first {seen} comments is ours, and it has more. No comment is added, since one may be \
         there already"
    )]
    TooManyComments {
        /// The request.
        asked: String,
        /// How many were looked at.
        seen: usize,
    },
    /// It cannot be asked for: nothing was sent.
    #[error("could not {asked}: {why}")]
    Unasked {
        /// The request.
        asked: String,
        /// Why.
        why: &'static str,
    },
    /// Another refusal.
    #[error(
        "could not {asked}: GitHub refuses ({told}). A rule of the repository or of its owner may forbid it"
    )]
    Refused {
        /// The request.
        asked: String,
        /// The HTTP status.
        status: u16,
        /// The answer.
        told: String,
    },
}
