//! GitHub as a browser without a login sees it: whether a page is there, and what a file holds.
//!
//! A page says little: not how an issue stands, and not whether a branch holds a commit. That is not told, then.

use super::Run;
use super::confirm::{found, page_of, raw_of, repository_at};
use super::job::{Job, Repository, below, by_repository, give_up};
use super::revision::{Split, is_expression, may_be_foreign, splits};
use crate::evidence::web::{Answer, Depth, NoContent, Reason, RemoteFile, Standing, Subject};
use crate::links::github::Target;
use futures_util::{StreamExt as _, stream};

/// Asks for the pages and answers.
pub(super) async fn ask(run: &Run<'_>, jobs: Vec<Job<'_>>) {
    let groups = by_repository(jobs).into_iter().map(|jobs| group(run, jobs));
    stream::iter(groups).for_each_concurrent(run.limits.requests, |it| it).await;
}

async fn group(run: &Run<'_>, jobs: Vec<Job<'_>>) {
    let Some(first) = jobs.first() else { return };
    let repository = match repository(run, first).await {
        Ok(repository) => repository,
        Err(reason) => return give_up(&jobs, run.answer, reason),
    };
    let asking = jobs.iter().map(|job| async {
        let subject = subject(run, &repository, job).await;
        job.seen(run.answer, &repository, subject);
    });
    stream::iter(asking).for_each_concurrent(run.limits.requests, |it| it).await;
}

/// The repository, by its page: what is not in one that nobody sees is not told to be absent.
async fn repository(run: &Run<'_>, job: &Job<'_>) -> Result<Repository, Reason> {
    let named = Repository { name: job.repository.clone(), archived: None, is_private: false };
    let url = page_of(run.server, &named, &Target::Repository).ok_or(Reason::NotVisible)?;
    match run.pages.fetch(&url, Depth::Existence).await {
        // A renamed one redirects to its new name.
        Answer::Page(page) if page.url.origin() == url.origin() => {
            let name = repository_at(&page.url).unwrap_or(named.name);
            Ok(Repository { name, archived: None, is_private: false })
        }
        // A server that answers 404 here and nothing else says no more than that.
        Answer::Gone(_) | Answer::Unreachable(Reason::AnswersNothing) => Err(Reason::NotVisible),
        Answer::Unreachable(reason) => Err(reason),
        Answer::Page(_) | Answer::GitHub(_) => Err(Reason::Broken),
    }
}

async fn subject(run: &Run<'_>, repository: &Repository, job: &Job<'_>) -> Subject {
    match job.target {
        Target::Repository => Subject::There,
        Target::File { reference_and_path } => file(run, repository, reference_and_path, job.depth).await,
        // The page of a policy is there whether there is a policy or not.
        Target::SecurityPolicy => Subject::Untold(Reason::NeedsApi),
        target => {
            let Some(url) = page_of(run.server, repository, target) else { return Subject::Absent };
            match run.pages.fetch(&url, Depth::Existence).await {
                Answer::Page(_) if matches!(target, Target::Commit { .. }) => {
                    Subject::Commit(Standing::Untold)
                }
                Answer::Page(page) => found(job, &url, &page),
                Answer::Gone(_) => Subject::Absent,
                Answer::Unreachable(reason) => Subject::Untold(reason),
                Answer::GitHub(_) => Subject::Untold(Reason::Broken),
            }
        }
    }
}

async fn file(run: &Run<'_>, repository: &Repository, reference_and_path: &str, depth: Depth) -> Subject {
    if is_expression(reference_and_path) {
        return Subject::Commit(Standing::Untold);
    }
    // A page looks the same whoever made the commit: only the words of the link are left to judge by.
    let standing = if may_be_foreign(reference_and_path) { Standing::Untold } else { Standing::Held };
    // A server divides the address itself: the first division serves for all of them.
    let Some(split) = splits(reference_and_path).into_iter().next() else { return Subject::Absent };
    let mut untold = None;
    if !split.path.is_empty() {
        let Some(url) = raw_of(run.server, repository, &split.reference, &split.path) else {
            return Subject::Absent;
        };
        match run.pages.fetch(&url, depth).await {
            Answer::Page(page) => return Subject::File(read(split, standing, depth, page.body, page.is_cut)),
            Answer::Gone(_) => {}
            Answer::Unreachable(reason) => untold = Some(reason),
            Answer::GitHub(_) => untold = Some(Reason::Broken),
        }
    }
    // A directory has a page and no bytes.
    let segments = ["tree"].into_iter().chain(reference_and_path.trim_end_matches('/').split('/'));
    let head = [repository.name.owner.as_str(), &repository.name.name];
    let Some(url) = below(run.server, head.into_iter().chain(segments)) else { return Subject::Absent };
    match (run.pages.fetch(&url, Depth::Existence).await, untold) {
        (_, Some(reason)) | (Answer::Unreachable(reason), None) => Subject::Untold(reason),
        (Answer::Page(_), None) if standing != Standing::Held => Subject::Commit(standing),
        (Answer::Page(_), None) => Subject::Directory,
        (Answer::Gone(_), None) => Subject::Absent,
        (Answer::GitHub(_), None) => Subject::Untold(Reason::Broken),
    }
}

fn read(split: Split, standing: Standing, depth: Depth, body: Vec<u8>, is_cut: bool) -> RemoteFile {
    let content = match depth {
        Depth::Existence => Err(NoContent::NotAsked),
        _ if is_cut => Err(NoContent::TooLarge),
        Depth::Text if body.contains(&0) => Err(NoContent::Binary),
        Depth::Text | Depth::Bytes => Ok(body),
    };
    RemoteFile { reference: split.reference, path: split.path, commit: None, standing, content }
}
