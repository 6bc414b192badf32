//! Issues and pull requests, by REST.

use super::super::confirm::Left;
use super::{Api, Place, RepositoryBody, Stop, Told, parsed};
use crate::evidence::web::{Depth, Reason, Subject, Thread, ThreadKind, ThreadState};
use crate::online::github::job::Repository;
use serde::Deserialize;
use url::Url;

/// Comments that one request brings.
const PAGE: usize = 100;

#[derive(Deserialize)]
struct IssueBody {
    id: u64,
    title: String,
    #[serde(default)]
    body: Option<String>,
    state: String,
    #[serde(default)]
    state_reason: Option<String>,
    #[serde(default)]
    pull_request: Option<PullBody>,
    #[serde(default)]
    comments: usize,
    html_url: String,
}

#[derive(Deserialize)]
struct PullBody {
    #[serde(default)]
    merged_at: Option<String>,
}

#[derive(Deserialize)]
struct CommentBody {
    html_url: String,
    #[serde(default)]
    body: Option<String>,
}

impl Api<'_> {
    pub(super) async fn thread(&self, place: &Place, number: u64, depth: Depth) -> Result<Told, Stop> {
        let asked = format!("{}/issues/{number}", place.top);
        let mut route = asked.clone();
        let reply = self.get(&mut route).await?;
        let issue: IssueBody = match reply.status {
            200 => parsed(&reply)?,
            // Deleted: the repository can be seen, and it is not there.
            410 => return Ok(Told::All(Subject::Absent)),
            404 if place.repository.is_private => return Ok(Told::All(Subject::Absent)),
            // It may be a discussion by now.
            404 => return Ok(Told::Left(Left::Existence(Some(Subject::Absent)))),
            status => return Err(Stop::Reason(Reason::Status(status))),
        };
        let is_moved = route != asked;
        if is_moved && self.client.has_token() && !self.is_told(&route).await? {
            return Ok(Told::All(Subject::Absent));
        }
        let (kind, state) = standing(&issue);
        let mut comments = Vec::new();
        let mut is_complete = false;
        if depth != Depth::Existence {
            let body = issue.body.clone().unwrap_or_default();
            if kind == ThreadKind::Issue {
                comments.push((format!("issue-{}", issue.id), body));
            }
            is_complete =
                issue.comments == 0 || self.comments(&format!("{route}/comments"), &mut comments).await?;
            if kind == ThreadKind::PullRequest {
                for list in ["comments", "reviews"] {
                    let route = format!("{}/{list}", route.replace("/issues/", "/pulls/"));
                    is_complete &= self.comments(&route, &mut comments).await?;
                }
            }
        }
        let text = format!("{}\n\n{}", issue.title, issue.body.unwrap_or_default());
        let moved_to = if is_moved { Url::parse(&issue.html_url).ok() } else { None };
        Ok(Told::All(Subject::Thread(Thread { kind, state, text, comments, is_complete, moved_to })))
    }

    /// Whether it may be told what is in the repository that an issue moved to.
    async fn is_told(&self, route: &str) -> Result<bool, Stop> {
        let Some((top, _)) = route.split_once("/issues/") else { return Ok(false) };
        let reply = self.get(&mut top.to_owned()).await?;
        if reply.status != 200 {
            return Ok(false);
        }
        let body: RepositoryBody = parsed(&reply)?;
        Ok(body.full_name.parse().is_ok_and(|name| {
            self.run.sight.covers(&Repository { name, archived: body.archived, is_private: body.private })
        }))
    }

    /// The first comments of a list. Whether they are all.
    async fn comments(&self, list: &str, comments: &mut Vec<(String, String)>) -> Result<bool, Stop> {
        let reply = match self.get(&mut format!("{list}?per_page={PAGE}")).await {
            Ok(reply) if reply.status == 200 => reply,
            // The issue itself is known by now: that is worth more than nothing.
            Ok(_) | Err(Stop::Spent) => return Ok(false),
            Err(stop) => return Err(stop),
        };
        let all: Vec<CommentBody> = parsed(&reply)?;
        let count = all.len();
        comments.extend(all.into_iter().filter_map(|comment| {
            let (_, anchor) = comment.html_url.rsplit_once('#')?;
            Some((anchor.to_owned(), comment.body.unwrap_or_default()))
        }));
        Ok(count < PAGE)
    }
}

fn standing(issue: &IssueBody) -> (ThreadKind, Option<ThreadState>) {
    let kind = if issue.pull_request.is_some() { ThreadKind::PullRequest } else { ThreadKind::Issue };
    let is_merged = issue.pull_request.as_ref().is_some_and(|pull| pull.merged_at.is_some());
    let state = match (issue.state.as_str(), issue.state_reason.as_deref()) {
        _ if is_merged => Some(ThreadState::Merged),
        ("open", _) => Some(ThreadState::Open),
        ("closed", Some("not_planned" | "duplicate")) if kind == ThreadKind::Issue => {
            Some(ThreadState::NotPlanned)
        }
        ("closed", _) => Some(ThreadState::Closed),
        _ => None,
    };
    (kind, state)
}
