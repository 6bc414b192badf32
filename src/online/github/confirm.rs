//! What the API leaves open and a page can tell, without a token.

use super::Run;
use super::job::{Job, Repository, below};
use crate::evidence::web::{
    Answer, Depth, Fetched, NoContent, Reason, RemoteFile, Subject, Thread, ThreadKind,
};
use crate::links::github::{RepositoryName, Target};
use url::Url;

/// A question that is left to a page.
#[derive(Debug)]
pub(super) enum Left {
    /// The API knows none, and the page may be there all the same: an issue that moved or became a discussion, a workflow that
    /// ran once, an advisory. With what to say where the page cannot be had.
    Existence(Option<Subject>),
    /// The bytes of a file that is there.
    Content(RemoteFile),
}

/// Asks the page and answers.
pub(super) async fn ask(run: &Run<'_>, job: &Job<'_>, repository: &Repository, left: Left) {
    let subject = match left {
        Left::Existence(otherwise) => existence(run, job, repository, otherwise).await,
        Left::Content(file) => Subject::File(content(run, repository, file).await),
    };
    job.seen(run.answer, repository, subject);
}

async fn existence(
    run: &Run<'_>,
    job: &Job<'_>,
    repository: &Repository,
    otherwise: Option<Subject>,
) -> Subject {
    let Some(url) = page_of(run.server, repository, job.target) else { return Subject::Absent };
    match run.pages.fetch(&url, Depth::Existence).await {
        Answer::Page(page) => found(job, &url, &page),
        Answer::Gone(_) => Subject::Absent,
        Answer::Unreachable(reason) => otherwise.unwrap_or(Subject::Untold(reason)),
        Answer::GitHub(_) => Subject::Untold(Reason::Broken),
    }
}

/// What it means that a page of a thing is there.
pub(super) fn found(job: &Job<'_>, asked: &Url, page: &Fetched) -> Subject {
    let is_thread = matches!(job.target, Target::Thread { .. } | Target::Discussion { .. });
    let is_moved = is_thread && identity(asked).is_some() && identity(asked) != identity(&page.url);
    if is_moved && job.depth == Depth::Existence {
        let kind = match page.url.path_segments().and_then(|mut segments| segments.nth(2)) {
            Some("discussions") => ThreadKind::Discussion,
            Some("pull") => ThreadKind::PullRequest,
            _ => ThreadKind::Issue,
        };
        return Subject::Thread(Thread {
            kind,
            state: None,
            text: String::new(),
            comments: Vec::new(),
            is_complete: false,
            moved_to: Some(page.url.clone()),
        });
    }
    match job.target {
        // A release page that is not the one asked for is the list of them.
        Target::LatestRelease if page.url.path().ends_with("/releases") => Subject::Absent,
        _ => Subject::There,
    }
}

/// Owner, repository, kind and number of a thread's address. A pull request is an issue, too.
fn identity(url: &Url) -> Option<(String, String, &'static str, String)> {
    let mut segments = url.path_segments()?;
    let (owner, name, kind, number) =
        (segments.next()?, segments.next()?, segments.next()?, segments.next()?);
    let kind = match kind {
        "issues" | "pull" => "issues",
        "discussions" => "discussions",
        _ => return None,
    };
    Some((owner.to_ascii_lowercase(), name.to_ascii_lowercase(), kind, number.to_owned()))
}

/// The bytes of a file, as a browser without a login gets them.
pub(super) async fn content(run: &Run<'_>, repository: &Repository, mut file: RemoteFile) -> RemoteFile {
    let reference = file.commit.as_deref().unwrap_or(&file.reference);
    file.content = match raw_of(run.server, repository, reference, &file.path) {
        Some(url) => match run.pages.fetch(&url, Depth::Bytes).await {
            Answer::Page(page) if page.is_cut => Err(NoContent::TooLarge),
            Answer::Page(page) => Ok(page.body),
            Answer::Gone(gone) => Err(NoContent::Unreachable(Reason::Status(gone.status))),
            Answer::Unreachable(reason) => Err(NoContent::Unreachable(reason)),
            Answer::GitHub(_) => Err(NoContent::Unreachable(Reason::Broken)),
        },
        None => Err(NoContent::Unreachable(Reason::Broken)),
    };
    file
}

/// Where a file lies for everybody.
pub(super) fn raw_of(server: &Url, repository: &Repository, reference: &str, path: &str) -> Option<Url> {
    let head = [repository.name.owner.as_str(), &repository.name.name, "raw"];
    below(server, head.into_iter().chain(reference.split('/')).chain(path.split('/')))
}

/// The page of a thing; `None` where no address can be made of its words.
pub(super) fn page_of(server: &Url, repository: &Repository, target: &Target) -> Option<Url> {
    let number;
    let rest: Vec<&str> = match target {
        Target::Repository => Vec::new(),
        Target::File { reference_and_path } => {
            ["tree"].into_iter().chain(reference_and_path.split('/')).collect()
        }
        Target::Commit { sha } => vec!["commit", sha],
        Target::Thread { number: n } => {
            number = n.to_string();
            vec!["issues", &number]
        }
        Target::Discussion { number: n } => {
            number = n.to_string();
            vec!["discussions", &number]
        }
        Target::Release { tag } => ["releases", "tag"].into_iter().chain(tag.split('/')).collect(),
        Target::LatestRelease => vec!["releases", "latest"],
        Target::Workflow { file } => vec!["actions", "workflows", file],
        Target::Advisory { id } => vec!["security", "advisories", id],
        Target::SecurityPolicy => vec!["security", "policy"],
    };
    if rest.iter().any(|segment| matches!(*segment, "." | "..")) {
        return None;
    }
    let head = [repository.name.owner.as_str(), &repository.name.name];
    below(server, head.into_iter().chain(rest))
}

/// The repository that an address of the server leads to.
pub(super) fn repository_at(url: &Url) -> Option<RepositoryName> {
    let mut segments = url.path_segments()?;
    RepositoryName::new(segments.next()?, segments.next()?)
}
