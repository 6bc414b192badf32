//! The REST API, without a token: 60 requests an hour for everybody behind one address, so each counts.
//!
//! What is asked first is what pages do not tell: the repository itself, the state of issues, whether a branch holds a commit.
//! When the budget is spent, the rest is left to pages.

mod commits;
mod files;
mod other;
mod threads;

use super::Run;
use super::client::Client;
use super::confirm::{self, Left};
use super::job::{Job, Repository, by_repository, give_up};
use super::reply::Reply;
use super::route::route;
use crate::evidence::web::{Reason, Subject};
use crate::links::github::Target;
use futures_util::{StreamExt as _, stream};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::cell::RefCell;
use std::collections::BTreeMap;
use tokio::time::Instant;

/// Redirects of the API that are followed.
const HOPS: usize = 3;

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stop {
    /// The budget is spent, or the API cannot be had at all: pages may still tell.
    Spent,
    /// This.
    Reason(Reason),
}

/// What a question about a target brought.
enum Told {
    All(Subject),
    Left(Left),
}

/// The API, and the answers that several links share.
struct Api<'r> {
    run: &'r Run<'r>,
    client: &'r Client,
    /// Whether the default branch holds a commit, by route.
    compared: RefCell<BTreeMap<String, Option<bool>>>,
    /// Whether a branch or tag has a name, by repository and name.
    named: RefCell<BTreeMap<String, bool>>,
}

/// A repository as the API names it.
struct Place {
    repository: Repository,
    /// `/repos/o/r`, or `/repositories/7` behind a redirect.
    top: String,
    default_branch: String,
}

#[derive(Deserialize)]
struct RepositoryBody {
    full_name: String,
    #[serde(default)]
    archived: Option<bool>,
    // One that does not say whether it is private is taken for private.
    #[serde(default = "yes")]
    private: bool,
    #[serde(default)]
    default_branch: String,
}

fn yes() -> bool {
    true
}

/// Asks and answers while the budget lasts. Returns what is left.
pub(super) async fn ask<'a>(run: &Run<'_>, client: &Client, jobs: Vec<Job<'a>>) -> Vec<Job<'a>> {
    let api = Api { run, client, compared: RefCell::default(), named: RefCell::default() };
    let left = RefCell::new(Vec::new());
    let groups = by_repository(jobs).into_iter().map(|jobs| async {
        let rest = api.group(jobs).await;
        left.borrow_mut().extend(rest);
    });
    stream::iter(groups).for_each_concurrent(run.limits.per_host, |it| it).await;
    left.into_inner()
}

impl Api<'_> {
    /// All jobs of one repository. Returns those that the budget did not suffice for.
    async fn group<'a>(&self, mut jobs: Vec<Job<'a>>) -> Vec<Job<'a>> {
        let Some(first) = jobs.first() else { return jobs };
        let place = match self.repository(first).await {
            Ok(place) => place,
            Err(Stop::Spent) => return jobs,
            Err(Stop::Reason(reason)) => {
                give_up(&jobs, self.run.answer, reason);
                return Vec::new();
            }
        };
        // A file can be had as a page, too: those come last.
        jobs.sort_by_key(|job| matches!(job.target, Target::File { .. }));
        let mut left = Vec::new();
        for job in jobs {
            match self.job(&place, &job).await {
                Ok(Told::All(subject)) => job.seen(self.run.answer, &place.repository, subject),
                Ok(Told::Left(rest)) => confirm::ask(self.run, &job, &place.repository, rest).await,
                Err(Stop::Reason(reason)) => {
                    job.seen(self.run.answer, &place.repository, Subject::Untold(reason));
                }
                Err(Stop::Spent) if place.repository.is_private => {
                    job.seen(self.run.answer, &place.repository, Subject::Untold(Reason::RateLimited));
                }
                Err(Stop::Spent) => left.push(job),
            }
        }
        left
    }

    async fn repository(&self, job: &Job<'_>) -> Result<Place, Stop> {
        let mut top = route(["repos", &job.repository.owner, &job.repository.name]);
        let reply = self.get(&mut top).await?;
        let body: RepositoryBody = match reply.status {
            200 => parsed(&reply)?,
            404 => return Err(Stop::Reason(Reason::NotVisible)),
            status => return Err(Stop::Reason(Reason::Status(status))),
        };
        let name = body.full_name.parse().map_err(|_| Stop::Reason(Reason::Broken))?;
        let repository = Repository { name, archived: body.archived, is_private: body.private };
        if !self.run.sight.covers(&repository) {
            return Err(Stop::Reason(Reason::NotVisible));
        }
        Ok(Place { repository, top, default_branch: body.default_branch })
    }

    async fn job(&self, place: &Place, job: &Job<'_>) -> Result<Told, Stop> {
        match job.target {
            Target::Repository => Ok(Told::All(Subject::There)),
            Target::File { reference_and_path } => self.file(place, reference_and_path, job.depth).await,
            Target::Commit { sha } => self.commit(place, sha).await,
            Target::Thread { number } => self.thread(place, *number, job.depth).await,
            Target::Release { tag } => self.release(place, tag).await,
            Target::LatestRelease => self.latest_release(place).await,
            Target::Workflow { file } => self.workflow(place, file).await,
            Target::Advisory { id } => self.advisory(place, id).await,
            Target::SecurityPolicy => self.security_policy(place).await,
            // This API knows no discussions.
            Target::Discussion { .. } if place.repository.is_private => {
                Ok(Told::All(Subject::Untold(Reason::NotVisible)))
            }
            Target::Discussion { .. } => Ok(Told::Left(Left::Existence(None))),
        }
    }

    /// Asks, and follows redirects within this API: the route becomes the last one.
    async fn get(&self, route: &mut String) -> Result<Reply, Stop> {
        for _ in 0..=HOPS {
            let reply = self.once(route).await?;
            if !matches!(reply.status, 301 | 302 | 307 | 308) {
                return Ok(reply);
            }
            let next = reply.location.as_deref().and_then(|location| self.client.route_of(location));
            let Some(next) = next else { return Err(Stop::Reason(Reason::RedirectRefused)) };
            *route = next;
        }
        Err(Stop::Reason(Reason::Redirects))
    }

    async fn once(&self, route: &str) -> Result<Reply, Stop> {
        if !self.client.has_budget() {
            return Err(Stop::Spent);
        }
        if Instant::now() >= self.run.until {
            return Err(Stop::Reason(Reason::OutOfTime));
        }
        let reply = match self.client.get(route).await {
            Ok(reply) => reply,
            Err(reason) => {
                // No API, no budget: nothing more is tried.
                self.client.give_up();
                self.client.step(format!("the API of GitHub cannot be had: {reason}"));
                return Err(Stop::Spent);
            }
        };
        match reply.status {
            _ if reply.is_limited() => {
                self.client.give_up();
                Err(Stop::Spent)
            }
            401 => {
                self.client.tell_bad_token();
                self.client.give_up();
                Err(Stop::Spent)
            }
            500.. => {
                self.client.give_up();
                Err(Stop::Spent)
            }
            _ => Ok(reply),
        }
    }
}

fn parsed<T: DeserializeOwned>(reply: &Reply) -> Result<T, Stop> {
    serde_json::from_slice(&reply.body).map_err(|_| Stop::Reason(Reason::Broken))
}
