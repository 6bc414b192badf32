//! The repository that a run is for: what the GitHub Action asks of it, and writes to it.
//!
//! All requests go to the one API that [`Access`] names, and so does the token. Each call waits for its answer; the time of all
//! of them together is [`Limits::run`]. What is read is asked for once more where a request failed in passing; what is
//! written is not, unless twice is as good as once.

mod check_run;
mod comment;
mod commits;
mod error;
mod file;
mod publish;
mod request;
mod told;

pub use check_run::{Annotation, AnnotationLevel, CheckRun, Conclusion};
pub use comment::Written;
pub use error::{ApiError, Permission};
pub use publish::Published;

use super::github::client::{Client, Connection};
use super::github::{Access, Token};
use super::limits::Limits;
use super::start::StartError;
use super::watch::Tell;
use crate::evidence::web::Reason;
use crate::links::github::RepositoryName;
use crate::text::passage::shorten;
use crate::text::sanitize;
use request::Ask;
use serde::Deserialize;
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::fmt;
use std::time::{Duration, Instant};
use tokio::runtime::{Builder, Runtime};

/// The repository that a run is for.
pub struct Repository {
    name: RepositoryName,
    token: Option<Token>,
    client: Client,
    runtime: Option<Runtime>,
    tell: Tell,
    /// The time that all calls together have left.
    left: Cell<Duration>,
    /// `/repos/o/r`, or `/repositories/7` once that turned out to be its place.
    top: RefCell<String>,
    /// What it says of itself, once it was asked.
    about: RefCell<Option<About>>,
    /// Commits that are there, as the API told.
    seen: RefCell<BTreeSet<String>>,
}

/// What a repository says of itself.
#[derive(Clone, Debug, Deserialize)]
struct About {
    default_branch: String,
}

impl Repository {
    /// The repository of a name, by an access. Nothing is asked yet.
    ///
    /// # Errors
    /// [`StartError`] where the system gives no timer or sockets, or the address of the API is of no use.
    pub fn open(
        access: Access,
        name: RepositoryName,
        limits: Limits,
        tell: Tell,
    ) -> Result<Self, StartError> {
        let runtime =
            Builder::new_current_thread().enable_io().enable_time().build().map_err(StartError::Thread)?;
        let connection = Connection::new(&limits)?;
        let client = {
            let _entered = runtime.enter();
            Client::new(&access, &connection, &limits, &tell)
        };
        let client = client.ok_or_else(|| {
            StartError::Client(format!("{} is no address of an API", sanitize::line(access.rest.as_str())))
        })?;
        Ok(Self {
            top: RefCell::new(request::top(&name)),
            name,
            token: access.token,
            client,
            runtime: Some(runtime),
            tell,
            left: Cell::new(limits.run),
            about: RefCell::default(),
            seen: RefCell::default(),
        })
    }

    /// The full hashes of the parents of a commit, which is named by its own.
    ///
    /// # Errors
    /// [`ApiError::NoCommit`] where there is no such commit, and whatever else kept it from being asked.
    pub fn parents(&self, commit: &str) -> Result<Vec<String>, ApiError> {
        let ask =
            self.ask(Permission::ReadContents, format_args!("read the parents of commit {}", shown(commit)));
        self.wait(&ask, self.ask_parents(&ask, commit))
    }

    /// The full hash of the commit that a name leads to: a branch, a tag, a hash.
    ///
    /// # Errors
    /// [`ApiError::NoCommit`] where it leads to none, and whatever else kept it from being asked.
    pub fn commit(&self, name: &str) -> Result<String, ApiError> {
        let ask = self.ask(Permission::ReadContents, format!("look up commit {}", shown(name)));
        self.wait(&ask, self.ask_commit(&ask, name))
    }

    /// The full hash of the newest commit that two have in their history.
    ///
    /// # Errors
    /// [`ApiError::NoCommit`] where there is none, or one of the two is none, and whatever else kept it from being asked.
    pub fn merge_base(&self, base: &str, head: &str) -> Result<String, ApiError> {
        let what = format!("find where {} and {} part", shown(base), shown(head));
        let ask = self.ask(Permission::ReadContents, what);
        self.wait(&ask, self.ask_merge_base(&ask, base, head))
    }

    /// The bytes of a file at a commit, which is named by its full hash; `None` where the commit has nothing at that path. One
    /// request, and one more for a commit that this repository has not told of yet and that seems to lack the file.
    ///
    /// # Errors
    /// [`ApiError::NotAFile`] for a directory, a symbolic link, a submodule, and a file of more than `most` bytes;
    /// [`ApiError::NoCommit`] where there is no such commit, and whatever else kept it from being asked.
    pub fn file(&self, commit: &str, path: &str, most: usize) -> Result<Option<Vec<u8>>, ApiError> {
        let what = format!("read {} at commit {}", shown(path), shown(commit));
        let ask = self.ask(Permission::ReadContents, what);
        self.wait(&ask, self.ask_file(&ask, commit, path, most))
    }

    /// Writes one check run with all its annotations, fifty a request.
    ///
    /// # Errors
    /// [`ApiError::NoToken`], [`ApiError::ReadOnly`], and whatever else kept it from being written. The check run may be
    /// there with some of its annotations.
    pub fn report_check_run(&self, run: &CheckRun) -> Result<(), ApiError> {
        let ask = self.ask(Permission::WriteChecks, format!("write the check run {}", shown(&run.name)));
        self.permit(&ask)?;
        self.wait(&ask, self.send_check_run(&ask, run))
    }

    /// Writes the one comment of ours on a pull request: the first that we wrote and that begins with the marker. It is
    /// written only where its bytes differ, and made where there is none.
    ///
    /// # Errors
    /// [`ApiError::NoToken`], [`ApiError::ReadOnly`], [`ApiError::TooManyComments`], and whatever else kept it from being written.
    pub fn write_comment(&self, pull_request: u64, marker: &str, body: &str) -> Result<Written, ApiError> {
        let what = format!("write the comment on pull request {pull_request}");
        let ask = self.ask(Permission::WritePullRequests, what);
        self.permit(&ask)?;
        self.wait(&ask, self.send_comment(&ask, pull_request, marker, body))
    }

    /// Writes files (path and text) to a branch in one commit, and keeps its other files. A branch that is not there is made,
    /// with no history. Where the branch holds the same bytes already, no commit is made.
    ///
    /// # Errors
    /// [`ApiError::NoToken`], [`ApiError::ReadOnly`], [`ApiError::DefaultBranch`], [`ApiError::LostRace`], and whatever else
    /// kept it from being written.
    pub fn publish(
        &self,
        branch: &str,
        files: &[(String, String)],
        message: &str,
    ) -> Result<Published, ApiError> {
        let ask = self.ask(Permission::WriteContents, format!("publish to branch {}", shown(branch)));
        self.permit(&ask)?;
        self.wait(&ask, self.send_files(&ask, branch, files, message))
    }

    fn ask(&self, needs: Permission, what: impl fmt::Display) -> Ask {
        Ask { what: format!("{what} of {}/{}", self.name.owner, self.name.name), needs }
    }

    /// Without a token nothing can be written: that is not asked.
    fn permit(&self, ask: &Ask) -> Result<(), ApiError> {
        if self.client.has_token() {
            return Ok(());
        }
        Err(ApiError::NoToken { asked: ask.what.clone(), needs: ask.needs })
    }

    fn wait<T>(&self, ask: &Ask, answer: impl Future<Output = Result<T, ApiError>>) -> Result<T, ApiError> {
        let out_of_time = || Err(ask.unreachable(Reason::OutOfTime));
        let left = self.left.get();
        let Some(runtime) = self.runtime.as_ref().filter(|_| !left.is_zero()) else { return out_of_time() };
        self.tell.step(format!("GitHub's API: {}", ask.what));
        let begun = Instant::now();
        let answer = runtime.block_on(async { tokio::time::timeout(left, answer).await });
        self.left.set(left.saturating_sub(begun.elapsed()));
        answer.unwrap_or_else(|_| out_of_time())
    }
}

impl Drop for Repository {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            // A name that is still being looked up would hold the program for as long as the system takes.
            runtime.shutdown_background();
        }
    }
}

impl fmt::Debug for Repository {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Repository({}/{})", self.name.owner, self.name.name)
    }
}

/// A name or path that somebody else chose, in a message.
fn shown(text: &str) -> String {
    shorten(&sanitize::line(text))
}
