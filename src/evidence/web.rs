//! What evidence rules need of the world outside: questions, and answers as values. The network is behind the trait [`Web`],
//! so that the rules know none.

use crate::links::github::{RepositoryName, Target};
use crate::links::{HostPort, Refusal};
use std::collections::BTreeMap;
use std::fmt;
use url::Url;

/// Something to ask for. Items that cite the same thing share one question.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Want {
    /// A page, by its address without fragment.
    Page(Url),
    /// Something on a GitHub server.
    GitHub {
        /// The server.
        server: HostPort,
        /// The repository.
        repository: RepositoryName,
        /// What in it.
        target: Target,
    },
}

/// How much of it is needed; a deeper question answers the shallower ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Depth {
    /// Whether it is there.
    Existence,
    /// Its text, and what fragments can name.
    Text,
    /// Its very bytes.
    Bytes,
}

/// What is wanted, and how deep.
pub type Wants = BTreeMap<Want, Depth>;

/// The world outside.
pub trait Web {
    /// Asks for everything that is wanted and hands over each answer as it comes, in any order, each want exactly once.
    fn ask(&self, wants: &Wants, each: &mut dyn FnMut(&Want, Answer));
}

/// What came of a question.
#[derive(Clone, Debug)]
pub enum Answer {
    /// A page was answered with success.
    Page(Box<Fetched>),
    /// The host says that there is no such page (404 or 410), and it answers others.
    Gone(Gone),
    /// What GitHub says of it.
    GitHub(Box<Seen>),
    /// It could not be looked at.
    Unreachable(Reason),
}

/// A page that is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gone {
    /// 404 or 410.
    pub status: u16,
    /// The page that is not there, where a redirect leads to it.
    pub behind: Option<Url>,
}

/// A page.
#[derive(Clone, Debug)]
pub struct Fetched {
    /// Where the answer came from, behind all redirects.
    pub url: Url,
    /// Where permanent redirects alone lead, if anywhere.
    pub moved_to: Option<Url>,
    /// The `Content-Type` header.
    pub content_type: Option<String>,
    /// The bytes, as far as they were read.
    pub body: Vec<u8>,
    /// Whether there was more than was read.
    pub is_cut: bool,
}

/// What GitHub says of something in a repository that can be seen.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The name that the repository has now: another one where it was renamed or transferred.
    pub repository: RepositoryName,
    /// Whether it is archived; `None` where that was not told.
    pub archived: Option<bool>,
    /// What was found of the target.
    pub subject: Subject,
}

/// What was found of a target.
#[derive(Clone, Debug)]
pub enum Subject {
    /// It is there, and there is no more to say.
    There,
    /// There is no such thing in the repository.
    Absent,
    /// A file.
    File(RemoteFile),
    /// A directory.
    Directory,
    /// A commit.
    Commit(Standing),
    /// An issue, a pull request, a discussion.
    Thread(Thread),
    /// A release.
    Release(Release),
    /// Whether it is there could not be told, and why.
    Untold(Reason),
}

/// A file of a repository, at a branch, tag or commit.
#[derive(Clone, Debug)]
pub struct RemoteFile {
    /// The branch, tag or commit that the link names.
    pub reference: String,
    /// The path in the repository.
    pub path: String,
    /// The commit that the branch or tag leads to now, where it was asked for and told.
    pub commit: Option<String>,
    /// Whether a branch or tag holds the commit, where the link names one.
    pub standing: Standing,
    /// The bytes, where they were asked for and could be had.
    pub content: Result<Vec<u8>, NoContent>,
}

/// Why there are no bytes of a file that is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoContent {
    /// Nobody asked.
    NotAsked,
    /// It is binary, and text was asked for.
    Binary,
    /// It is too large.
    TooLarge,
    /// It could not be had.
    Unreachable(Reason),
}

/// Whether a branch or tag of the repository holds a commit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// One does, or the link names a branch or tag and no commit.
    Held,
    /// None does: it may come from a fork.
    Dangling,
    /// It could not be told.
    Untold,
}

/// An issue, a pull request or a discussion.
#[derive(Clone, Debug)]
pub struct Thread {
    /// What it is.
    pub kind: ThreadKind,
    /// Its state, where it was told.
    pub state: Option<ThreadState>,
    /// Title and text, in Markdown.
    pub text: String,
    /// Comments that were asked for, by their anchor: `issuecomment-7` and the Markdown.
    pub comments: Vec<(String, String)>,
    /// Whether these are all comments that it has.
    pub is_complete: bool,
    /// Where it is now, if it was transferred.
    pub moved_to: Option<Url>,
}

/// What kind of thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThreadKind {
    /// An issue.
    Issue,
    /// A pull request.
    PullRequest,
    /// A discussion.
    Discussion,
}

/// How a thread stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThreadState {
    /// Open.
    Open,
    /// Closed: an issue done, a discussion ended, or a pull request that was not merged.
    Closed,
    /// An issue closed as not planned, or as a duplicate.
    NotPlanned,
    /// A pull request that was merged.
    Merged,
}

/// A release.
#[derive(Clone, Debug)]
pub struct Release {
    /// Name and notes, in Markdown.
    pub text: String,
    /// Whether it is not published yet.
    pub draft: bool,
}

/// Why something could not be looked at: coarse, since a log is public.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// The address is refused by policy.
    Refused(Refusal),
    /// A redirect leads where no request goes: a private network, another port, an unencrypted page.
    RedirectRefused,
    /// Too many redirects, or a circle of them.
    Redirects,
    /// It leads to a page where people log in.
    LoginWall,
    /// No address for the host name.
    NameNotResolved,
    /// No connection.
    NoConnection,
    /// The certificate is not valid, or no TLS could be agreed on.
    Tls,
    /// No answer in time.
    TimedOut,
    /// The answer broke off, or is no HTTP.
    Broken,
    /// It was sent compressed, which nobody asked for: it is not unpacked.
    Encoded,
    /// A status that says neither yes nor no.
    Status(u16),
    /// The host says 404 to everything.
    AnswersNothing,
    /// Asked too often.
    RateLimited,
    /// Only GitHub's API tells it, and that could not be asked.
    NeedsApi,
    /// The repository cannot be seen: there is none, or it is private.
    NotVisible,
    /// The time of the whole run was over.
    OutOfTime,
    /// Somebody stopped the run.
    Interrupted,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(refusal) => write!(f, "not asked: {refusal}"),
            Self::RedirectRefused => f.write_str("it redirects to where no request is sent"),
            Self::Redirects => f.write_str("it redirects too often"),
            Self::LoginWall => f.write_str("it asks to log in"),
            Self::NameNotResolved => f.write_str("its name could not be resolved"),
            Self::NoConnection => f.write_str("no connection"),
            Self::Tls => f.write_str("no valid TLS"),
            Self::TimedOut => f.write_str("no answer in time"),
            Self::Broken => f.write_str("the answer broke off"),
            Self::Encoded => f.write_str("the answer is compressed, although that was not asked for"),
            Self::Status(status) => write!(f, "it answered {status}"),
            Self::AnswersNothing => f.write_str("the host answers 404 to everything"),
            Self::RateLimited => f.write_str("it was asked too often"),
            Self::NeedsApi => f.write_str("only GitHub's API tells it, and that could not be asked"),
            Self::NotVisible => f.write_str("the repository cannot be seen: there is none, or it is private"),
            Self::OutOfTime => f.write_str("the time of the run was over"),
            Self::Interrupted => f.write_str("the run was stopped"),
        }
    }
}
