//! The one comment of ours on a pull request.
//!
//! Anybody may write a comment that begins with our marker, and may quote ours. So it is ours only where GitHub says that the
//! one who asks wrote it, and the marker is the very beginning; no other is ever written.

use super::Repository;
use super::error::ApiError;
use super::request::Ask;
use super::told::harmless;
use crate::evidence::web::Reason;
use crate::online::github::client::Repeat;
use crate::online::github::route::route;
use serde::Deserialize;
use serde_json::json;

/// Pages of comments that are looked through, and comments a page.
const PAGES: usize = 10;
const PAGE: usize = 100;

const QUERY: &str = "query($owner: String!, $name: String!, $number: Int!, $first: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      comments(first: $first, after: $after) {
        nodes { fullDatabaseId viewerDidAuthor body }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}";

/// What became of the comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// There was none of ours: it is there now.
    Created,
    /// Ours said something else: it says this now.
    Updated,
    /// Ours says this already.
    Unchanged,
}

#[derive(Deserialize)]
struct Answer {
    data: Option<Data>,
    #[serde(default)]
    errors: Vec<Fault>,
}

#[derive(Deserialize)]
struct Fault {
    #[serde(default, rename = "type")]
    kind: Option<String>,
    #[serde(default)]
    message: String,
}

#[derive(Deserialize)]
struct Data {
    repository: Option<Pulls>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Pulls {
    pull_request: Option<Pull>,
}

#[derive(Deserialize)]
struct Pull {
    comments: Comments,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Comments {
    nodes: Vec<Option<Comment>>,
    page_info: PageInfo,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Comment {
    full_database_id: Option<String>,
    viewer_did_author: bool,
    body: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct PageInfo {
    has_next_page: bool,
    end_cursor: Option<String>,
}

impl Repository {
    pub(super) async fn send_comment(
        &self,
        ask: &Ask,
        pull_request: u64,
        marker: &str,
        body: &str,
    ) -> Result<Written, ApiError> {
        let sent = json!({ "body": body });
        let (reply, expected, written) = match self.own_comment(ask, pull_request, marker).await? {
            Some((_, old)) if old == body => return Ok(Written::Unchanged),
            Some((id, _)) => {
                let tail = route(["issues", "comments", &id.to_string()]);
                (self.patch(ask, &tail, &sent, Repeat::Harmless).await?, 200, Written::Updated)
            }
            None => {
                let tail = route(["issues", &pull_request.to_string(), "comments"]);
                (self.post(ask, &tail, &sent, Repeat::Never).await?, 201, Written::Created)
            }
        };
        if reply.status == expected { Ok(written) } else { Err(self.refused(ask, &reply)) }
    }

    /// Number and text of our comment. Where there are several, the first is it.
    async fn own_comment(
        &self,
        ask: &Ask,
        pull_request: u64,
        marker: &str,
    ) -> Result<Option<(u64, String)>, ApiError> {
        let mut after: Option<String> = None;
        for _ in 0..PAGES {
            let comments = self.page_of_comments(ask, pull_request, after.as_deref()).await?;
            let own = comments
                .nodes
                .into_iter()
                .flatten()
                .find(|comment| comment.viewer_did_author && comment.body.starts_with(marker));
            if let Some(comment) = own {
                let id = comment.full_database_id.and_then(|id| id.parse().ok());
                return id.map(|id| Some((id, comment.body))).ok_or_else(|| ask.unreachable(Reason::Broken));
            }
            after = match comments.page_info {
                PageInfo { has_next_page: false, .. } => return Ok(None),
                PageInfo { end_cursor: None, .. } => return Err(ask.unreachable(Reason::Broken)),
                PageInfo { end_cursor, .. } => end_cursor,
            };
        }
        Err(ApiError::TooManyComments { asked: ask.what.clone(), seen: PAGES * PAGE })
    }

    async fn page_of_comments(
        &self,
        ask: &Ask,
        pull_request: u64,
        after: Option<&str>,
    ) -> Result<Comments, ApiError> {
        if !self.client.speaks_graphql() {
            let why = "the GraphQL API is at another place than the REST API, and the token is not sent there. Check \
                       GITHUB_GRAPHQL_URL";
            return Err(ApiError::Unasked { asked: ask.what.clone(), why });
        }
        let variables = json!({
            "owner": self.name.owner, "name": self.name.name, "number": pull_request, "first": PAGE, "after": after,
        });
        let answer = self.client.query(&json!({ "query": QUERY, "variables": variables })).await;
        let reply = self.judged(ask, answer)?;
        if reply.status != 200 {
            return Err(self.refused(ask, &reply));
        }
        let Answer { data, errors } = ask.parsed(&reply)?;
        let pull = data.and_then(|data| data.repository).and_then(|repository| repository.pull_request);
        match (pull, errors.first()) {
            (Some(pull), None) => Ok(pull.comments),
            (None, None) => Err(ask.unreachable(Reason::Broken)),
            (_, Some(fault)) => Err(self.fault(ask, fault)),
        }
    }

    fn fault(&self, ask: &Ask, fault: &Fault) -> ApiError {
        let (asked, needs) = (ask.what.clone(), ask.needs);
        let told = harmless(&fault.message, self.token.as_ref());
        match fault.kind.as_deref() {
            Some("RATE_LIMITED") => ApiError::Limited { asked, told },
            Some("FORBIDDEN") => ApiError::ReadOnly { asked, needs, told },
            Some("NOT_FOUND") => ApiError::NotVisible { asked, needs, told },
            _ => ApiError::Refused { asked, status: 200, told },
        }
    }
}
