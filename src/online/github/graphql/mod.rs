//! A hundred links a request.
//!
//! For any number of links over any number of repositories there are at most one request for each hundred of them and one
//! more, which compares the commits that the default branch does not hold with other branches and with tags. Only faults of
//! the server make more: a request that fails twice is divided.

mod errors;
mod fields;
mod query;
mod read;
mod standing;
mod thread;

use super::Run;
use super::client::Client;
use super::confirm::{self, Left};
use super::job::{Job, Repository, by_repository, give_up};
use crate::evidence::web::{Depth, NoContent, Reason, Subject};
use errors::{Found, GraphQlAnswer, text};
use futures_util::{StreamExt as _, stream};
use query::Query;
use read::{Reading, Told};
use serde_json::Value;
use standing::Undecided;
use std::collections::BTreeMap;
use tokio::time::Instant;

/// Links a request.
const BATCH: usize = 100;
/// Requests that may fail before the rest is given up.
const MOST_FAILURES: usize = 12;

/// A page that is left to ask.
type Rest<'a> = (Job<'a>, Repository, Left);

/// Why no more is asked.
enum Stop {
    /// The token is none.
    BadToken,
    /// Nothing will come of it.
    Reason(Reason),
}

/// Asks and answers. Returns what is left for those who ask without a token: everything that was not answered, where the
/// token turned out to be none.
pub(super) async fn ask<'a>(run: &Run<'_>, client: &Client, jobs: Vec<Job<'a>>) -> Vec<Job<'a>> {
    // Repository by repository, so that each is in as few requests as can be.
    let jobs: Vec<Job<'a>> = by_repository(jobs).into_iter().flatten().collect();
    let mut open: Vec<Vec<Job<'a>>> = jobs.chunks(BATCH).rev().map(<[Job<'a>]>::to_vec).collect();
    let (mut pages, mut undecided): (Vec<Rest<'a>>, Vec<Undecided<'a>>) = (Vec::new(), Vec::new());
    let mut unasked = Vec::new();
    let mut failures = 0;
    while let Some(batch) = open.pop() {
        let failed = match request(run, client, &batch).await {
            Ok(answer) => {
                read(run, &batch, &answer, &mut pages, &mut undecided);
                continue;
            }
            Err(Stop::BadToken) => {
                client.tell_bad_token();
                open.push(batch);
                open.reverse();
                unasked = open.drain(..).flatten().collect();
                break;
            }
            Err(Stop::Reason(reason)) => reason,
        };
        failures += 1;
        let is_divisible = matches!(failed, Reason::TimedOut | Reason::Broken | Reason::Status(500..=599));
        let has_time = Instant::now() + run.limits.request < run.until;
        if is_divisible && failures < MOST_FAILURES && has_time && batch.len() > 1 {
            client.step(format!(
                "GitHub answered no {} links at once: {failed}; half of them are asked for",
                batch.len()
            ));
            let (first, second) = batch.split_at(batch.len() / 2);
            open.push(second.to_vec());
            open.push(first.to_vec());
            continue;
        }
        give_up(&batch, run.answer, failed);
        if !is_divisible || failures >= MOST_FAILURES {
            open.drain(..).for_each(|batch| give_up(&batch, run.answer, failed));
        }
    }
    pages.extend(standing::settle(run, client, undecided).await);
    let asking = pages.into_iter().map(|(job, repository, left)| async move {
        confirm::ask(run, &job, &repository, left).await;
    });
    stream::iter(asking).for_each_concurrent(run.limits.requests, |it| it).await;
    unasked
}

/// One request.
async fn request(run: &Run<'_>, client: &Client, batch: &[Job<'_>]) -> Result<GraphQlAnswer, Stop> {
    if Instant::now() >= run.until {
        return Err(Stop::Reason(Reason::OutOfTime));
    }
    send(client, &build(batch)).await
}

async fn send(client: &Client, body: &Value) -> Result<GraphQlAnswer, Stop> {
    let reply = client.query(body).await.map_err(Stop::Reason)?;
    if reply.status == 401 {
        return Err(Stop::BadToken);
    }
    if reply.is_limited() {
        return Err(Stop::Reason(Reason::RateLimited));
    }
    if reply.status != 200 {
        return Err(Stop::Reason(Reason::Status(reply.status)));
    }
    let answer: GraphQlAnswer =
        serde_json::from_slice(&reply.body).map_err(|_| Stop::Reason(Reason::Broken))?;
    if answer.has_data() {
        return Ok(answer);
    }
    Err(Stop::Reason(if answer.is_limited() { Reason::RateLimited } else { Reason::Broken }))
}

/// Names of comparisons with the default branch, by commit.
type Compared = BTreeMap<String, String>;

/// The repositories of a batch, each with its jobs by their number in the batch.
fn repositories<'b, 'a>(batch: &'b [Job<'a>]) -> Vec<(Vec<(usize, &'b Job<'a>)>, Compared)> {
    let mut groups: Vec<(Vec<(usize, &'b Job<'a>)>, Compared)> = Vec::new();
    for (index, job) in batch.iter().enumerate() {
        let is_same = |(_, other): &(usize, &Job<'_>)| other.repository == job.repository;
        match groups.last_mut() {
            Some((jobs, _)) if jobs.last().is_some_and(is_same) => jobs.push((index, job)),
            _ => groups.push((vec![(index, job)], Compared::new())),
        }
    }
    for (jobs, compared) in &mut groups {
        for hash in jobs.iter().flat_map(|(_, job)| fields::hashes(job.target)) {
            let next = format!("s{}", compared.len());
            compared.entry(hash).or_insert(next);
        }
    }
    groups
}

fn build(batch: &[Job<'_>]) -> Value {
    let mut query = Query::default();
    for (number, (jobs, compared)) in repositories(batch).iter().enumerate() {
        let Some((_, first)) = jobs.first() else { continue };
        let (owner, name) = (query.text(&first.repository.owner), query.text(&first.repository.name));
        query.push(&format!("r{number}: repository(owner: {owner}, name: {name}, followRenames: true) {{"));
        query.push("nameWithOwner isArchived isPrivate");
        if !compared.is_empty() {
            query.push("defaultBranchRef {");
            for (hash, alias) in compared {
                let hash = query.text(hash);
                query.push(&format!("{alias}: compare(headRef: {hash}) {{ status }}"));
            }
            query.push("}");
        }
        for (index, job) in jobs {
            fields::ask(&mut query, *index, job);
        }
        query.push("}");
        for (index, job) in jobs {
            fields::beside(&mut query, *index, job);
        }
    }
    query.finish()
}

fn read<'a>(
    run: &Run<'_>,
    batch: &[Job<'a>],
    answer: &GraphQlAnswer,
    pages: &mut Vec<Rest<'a>>,
    undecided: &mut Vec<Undecided<'a>>,
) {
    for (number, (jobs, compared)) in repositories(batch).iter().enumerate() {
        let alias = format!("r{number}");
        let repository = match answer.at(&[&alias]) {
            Found::Value(it) => visible(run, it).ok_or(Reason::NotVisible),
            // Somebody forbade it to this token: to the run it is not visible.
            Found::None | Found::Failed(Reason::Status(403)) => Err(Reason::NotVisible),
            Found::Failed(reason) => Err(reason),
        };
        let repository = match repository {
            Ok(repository) => repository,
            Err(reason) => {
                for (_, job) in jobs {
                    job.unreachable(run.answer, reason);
                }
                continue;
            }
        };
        let reading =
            Reading { answer, alias: &alias, repository: &repository, compared, limits: run.limits };
        for (index, job) in jobs {
            match reading.job(*index, job) {
                Told::All(subject) => job.seen(run.answer, &repository, subject),
                Told::Left(left) => pages.push((**job, repository.clone(), left)),
                Told::Undecided(subject, commit) => {
                    undecided.push(Undecided { job: **job, repository: repository.clone(), subject, commit });
                }
            }
        }
    }
}

/// What a repository says of itself, if it may be told.
fn visible(run: &Run<'_>, it: &Value) -> Option<Repository> {
    let repository = Repository {
        name: text(it, "nameWithOwner").parse().ok()?,
        archived: it.get("isArchived").and_then(Value::as_bool),
        is_private: it.get("isPrivate").and_then(Value::as_bool) != Some(false),
    };
    run.sight.covers(&repository).then_some(repository)
}

/// What is left of a file once its commit is judged.
fn rest_of(subject: Subject, job: Job<'_>, repository: &Repository) -> Told {
    match subject {
        Subject::File(file)
            if job.depth != Depth::Existence
                && !repository.is_private
                && matches!(file.content, Err(NoContent::NotAsked)) =>
        {
            Told::Left(Left::Content(file))
        }
        subject => Told::All(subject),
    }
}
