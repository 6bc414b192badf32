//! One request about the repository: renames followed, failures told apart.

use super::error::{ApiError, Permission};
use super::told::{is_limited, told};
use super::{About, Repository};
use crate::evidence::web::Reason;
use crate::online::github::client::{Method, Repeat};
use crate::online::github::reply::Reply;
use crate::online::github::route::route;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// What is asked, in words that follow "could not", and what it needs.
#[derive(Clone, Debug)]
pub(super) struct Ask {
    pub what: String,
    pub needs: Permission,
}

/// What is sent along.
#[derive(Clone, Copy, Debug)]
enum Sent<'a> {
    Nothing,
    Body(Method, &'a Value, Repeat),
}

impl Ask {
    pub(super) fn no_commit(&self, told: String) -> ApiError {
        ApiError::NoCommit { asked: self.what.clone(), told }
    }

    pub(super) fn unreachable(&self, reason: Reason) -> ApiError {
        ApiError::Unreachable { asked: self.what.clone(), reason }
    }

    pub(super) fn not_a_file(&self, what: impl Into<String>) -> ApiError {
        ApiError::NotAFile { asked: self.what.clone(), what: what.into() }
    }

    /// The body of an answer.
    pub(super) fn parsed<T: DeserializeOwned>(&self, reply: &Reply) -> Result<T, ApiError> {
        serde_json::from_slice(&reply.body).map_err(|_| self.unreachable(Reason::Broken))
    }
}

impl Repository {
    /// Asks for something below the repository.
    pub(super) async fn get(&self, ask: &Ask, tail: &str) -> Result<Reply, ApiError> {
        self.request(ask, tail, Sent::Nothing).await
    }

    /// Makes something below the repository.
    pub(super) async fn post(
        &self,
        ask: &Ask,
        tail: &str,
        body: &Value,
        repeat: Repeat,
    ) -> Result<Reply, ApiError> {
        self.request(ask, tail, Sent::Body(Method::Post, body, repeat)).await
    }

    /// Changes something below the repository.
    pub(super) async fn patch(
        &self,
        ask: &Ask,
        tail: &str,
        body: &Value,
        repeat: Repeat,
    ) -> Result<Reply, ApiError> {
        self.request(ask, tail, Sent::Body(Method::Patch, body, repeat)).await
    }

    /// The repository itself. Asked for once.
    pub(super) async fn about(&self, ask: &Ask) -> Result<About, ApiError> {
        if let Some(about) = self.about.borrow().clone() {
            return Ok(about);
        }
        let reply = self.get(ask, "").await?;
        if reply.status != 200 {
            return Err(self.refused(ask, &reply));
        }
        let about: About = ask.parsed(&reply)?;
        *self.about.borrow_mut() = Some(about.clone());
        Ok(about)
    }

    /// One request. What says neither yes nor no is an error; other answers are for whoever asked to judge.
    async fn request(&self, ask: &Ask, tail: &str, sent: Sent<'_>) -> Result<Reply, ApiError> {
        let mut path = format!("{}{tail}", self.top.borrow());
        let mut reply = self.once(ask, &path, sent).await?;
        if is_redirect(&reply) {
            // A repository that was renamed or transferred. A redirected write has done nothing yet.
            let next = reply.location.as_deref().and_then(|location| self.client.route_of(location));
            path = next.ok_or_else(|| ask.unreachable(Reason::RedirectRefused))?;
            if let Some(top) = path.strip_suffix(tail).filter(|top| !top.contains('?')) {
                top.clone_into(&mut self.top.borrow_mut());
            }
            reply = self.once(ask, &path, sent).await?;
            if is_redirect(&reply) {
                return Err(ask.unreachable(Reason::Redirects));
            }
        }
        Ok(reply)
    }

    async fn once(&self, ask: &Ask, path: &str, sent: Sent<'_>) -> Result<Reply, ApiError> {
        let answer = match sent {
            Sent::Nothing => self.client.get(path).await,
            Sent::Body(method, body, repeat) => self.client.send(method, path, body, repeat).await,
        };
        self.judged(ask, answer)
    }

    /// An answer, unless it says neither yes nor no.
    pub(super) fn judged(&self, ask: &Ask, answer: Result<Reply, Reason>) -> Result<Reply, ApiError> {
        let reply = answer.map_err(|reason| ask.unreachable(reason))?;
        let asked = || ask.what.clone();
        let told = || told(&reply, self.token.as_ref());
        match reply.status {
            _ if is_limited(&reply) => Err(ApiError::Limited { asked: asked(), told: told() }),
            401 => Err(ApiError::BadToken { asked: asked(), told: told() }),
            500.. => Err(ask.unreachable(Reason::Status(reply.status))),
            _ => Ok(reply),
        }
    }

    /// The error that an answer is which is not what was asked for.
    pub(super) fn refused(&self, ask: &Ask, reply: &Reply) -> ApiError {
        let (asked, needs, told) = (ask.what.clone(), ask.needs, self.told(reply));
        match reply.status {
            403 if needs.is_write() => ApiError::ReadOnly { asked, needs, told },
            403 | 404 => ApiError::NotVisible { asked, needs, told },
            status => ApiError::Refused { asked, status, told },
        }
    }

    /// What an answer says, as one harmless line.
    pub(super) fn told(&self, reply: &Reply) -> String {
        told(reply, self.token.as_ref())
    }
}

fn is_redirect(reply: &Reply) -> bool {
    matches!(reply.status, 301 | 302 | 307 | 308)
}

/// Where a repository is, as a route.
pub(super) fn top(name: &crate::links::github::RepositoryName) -> String {
    route(["repos", &name.owner, &name.name])
}
