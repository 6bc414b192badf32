//! Pages over HTTP: asked for safely (only what the policy allows, at every redirect and at every address of a name), politely
//! (few at once, each once, slower where a host says so), and never for longer or for more than the limits say.

mod client;
mod earlier;
pub(super) mod failure;
mod hosts;
mod request;
mod resolver;
mod retry;
mod shown;
mod trail;
mod wall;

pub use resolver::{Looking, Lookup, System};

use super::cache::Cache;
use super::limits::Limits;
use super::start::StartError;
use super::tls::{Trust, client_config};
use super::watch::{Event, Tell};
use crate::evidence::web::{Answer, Depth, Gone, Reason};
use crate::links::Policy;
use client::Clients;
use earlier::Earlier;
use hosts::Hosts;
use resolver::Names;
use std::fmt;
use std::sync::Arc;
use tokio::sync::Semaphore;
use trail::Landed;
use url::Url;

/// The bytes that are read where only existence is asked.
const EXISTENCE_BODY: usize = 64 * 1024;

/// Pages over HTTP. One of it makes all requests of a run, so that hosts are asked politely; clones share everything.
#[derive(Clone)]
pub struct Pages {
    inner: Arc<Inner>,
}

struct Inner {
    policy: Policy,
    cache: Option<Cache>,
    limits: Limits,
    tell: Tell,
    clients: Clients,
    hosts: Hosts,
    /// Requests at once.
    requests: Semaphore,
    /// Answers that wait for whoever asked. No request is made while all places are taken.
    waiting: Arc<Semaphore>,
}

/// A page that will be asked for.
#[derive(Debug)]
pub(super) struct Expected(#[expect(dead_code, reason = "held for what its end does")] hosts::Open);

/// What pages are made of besides the policy: the defaults are what a run uses.
pub struct Parts {
    /// Where names are looked up.
    pub lookup: Arc<dyn Lookup>,
    /// Whose certificates are believed.
    pub trust: Trust,
}

impl Default for Parts {
    fn default() -> Self {
        Self { lookup: Arc::new(System), trust: Trust::System }
    }
}

impl Pages {
    /// Pages as far as a policy allows them.
    ///
    /// # Errors
    /// [`StartError`] where no HTTP client can be made.
    pub fn new(policy: Policy, cache: Option<Cache>, limits: Limits, tell: Tell) -> Result<Self, StartError> {
        Self::with(Parts::default(), policy, cache, limits, tell)
    }

    /// Pages with a resolver or with authorities of one's own.
    ///
    /// # Errors
    /// [`StartError`] where no HTTP client can be made.
    pub fn with(
        parts: Parts,
        policy: Policy,
        cache: Option<Cache>,
        limits: Limits,
        tell: Tell,
    ) -> Result<Self, StartError> {
        let (tls, warning) = client_config(&parts.trust)?;
        if let Some(warning) = warning {
            tell.tell(Event::Warning(warning.to_owned()));
        }
        let clients = Clients::new(&Names::new(parts.lookup), &tls, &limits)?;
        let inner = Inner {
            policy,
            cache,
            limits,
            tell,
            clients,
            hosts: Hosts::new(&limits),
            requests: Semaphore::new(limits.requests),
            waiting: Arc::new(Semaphore::new(limits.requests)),
        };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// Asks for a page: [`Answer::Page`], [`Answer::Gone`] or [`Answer::Unreachable`]. The fragment is not looked at.
    pub async fn fetch(&self, url: &Url, depth: Depth) -> Answer {
        self.fetch_expected(url, depth, self.expect(url)).await
    }

    /// Says that a page will be asked for: whether its host answers anything is not decided before it was.
    pub(super) fn expect(&self, url: &Url) -> Expected {
        Expected(self.inner.hosts.of(url).open())
    }

    /// [`Pages::fetch`] for a page that is expected.
    pub(super) async fn fetch_expected(&self, url: &Url, depth: Depth, expected: Expected) -> Answer {
        let mut url = url.clone();
        url.set_fragment(None);
        let earlier = match self.inner.earlier(&url, depth) {
            Earlier::Fresh(page) => return Answer::Page(page),
            Earlier::Stale(kept) => Some(kept),
            Earlier::None => None,
        };
        let landed = Box::pin(self.inner.follow(&url, depth, earlier.as_deref())).await;
        // Whoever waits to hear whether the host answers anything does not wait for this page any longer.
        drop(expected);
        match landed {
            Ok(Landed::Page { page, validators }) => {
                self.inner.keep(&url, depth, &page, &validators);
                Answer::Page(page)
            }
            Ok(Landed::Unchanged { moved_to }) => match earlier {
                Some(kept) => Answer::Page(self.inner.confirm(&url, depth, *kept, moved_to)),
                None => Answer::Unreachable(Reason::Status(304)),
            },
            Ok(Landed::Missing { status, at }) => self.missing(&url, status, at).await,
            Err(reason) => Answer::Unreachable(reason),
        }
    }

    /// Places for answers that wait: who takes one slows the requests down.
    pub(super) fn waiting(&self) -> Arc<Semaphore> {
        Arc::clone(&self.inner.waiting)
    }

    /// A page that is not there: said only of a host that answers other pages, since some say 404 to every program.
    async fn missing(&self, asked: &Url, status: u16, at: Url) -> Answer {
        let host = self.inner.hosts.of(&at);
        if host.has_answered_yet() || self.answers_root(&at).await || host.has_answered().await {
            return Answer::Gone(Gone { status, behind: (at != *asked).then_some(at) });
        }
        Answer::Unreachable(Reason::AnswersNothing)
    }

    async fn answers_root(&self, at: &Url) -> bool {
        let Ok(root) = at.join("/") else { return false };
        if root == *at {
            return false;
        }
        let host = self.inner.hosts.of(at);
        let ask = || async {
            let landed = Box::pin(self.inner.follow(&root, Depth::Existence, None)).await;
            matches!(landed, Ok(Landed::Page { .. }))
        };
        *host.answers_root.get_or_init(ask).await
    }
}

impl Inner {
    fn cap(&self, depth: Depth) -> usize {
        match depth {
            Depth::Existence => EXISTENCE_BODY.min(self.limits.body),
            Depth::Text | Depth::Bytes => self.limits.body,
        }
    }
}

impl fmt::Debug for Pages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages").field("policy", &self.inner.policy).finish_non_exhaustive()
    }
}

impl fmt::Debug for Parts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Parts").field("trust", &self.trust).finish_non_exhaustive()
    }
}
