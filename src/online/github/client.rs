//! Requests to the API, and to nothing else: octocrab on one client of its own, that follows no redirect.

use super::access::{Access, Token};
use super::reply::{Reply, read, reason};
use crate::evidence::web::Reason;
use crate::links::ip::is_loopback;
use crate::online::limits::Limits;
use crate::online::start::StartError;
use crate::online::tls::{Trust, client_config};
use crate::online::watch::{Event, Tell};
use octocrab::Octocrab;
use reqwest::header::{ACCEPT, HeaderValue};
use reqwest::{redirect, retry};
use serde_json::Value;
use std::cell::Cell;
use std::future::Future;
use std::time::Duration;
use url::Url;

/// Until a request that failed is made once more.
const BEFORE_RETRY: Duration = Duration::from_millis(250);
/// How long a connection may rest: nobody sees a server close it while no request is under way, and a write must not be lost in it.
const REST: Duration = Duration::from_secs(10);

/// How a request changes something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::online) enum Method {
    /// It makes something.
    Post,
    /// It changes something.
    Patch,
}

/// What a request may be that brought no answer, or one that a server makes when it fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::online) enum Repeat {
    /// Made once more: twice is as good as once.
    Harmless,
    /// Not made again: it may have done what it was for. Only one that was refused as one too many is.
    Never,
}

/// The HTTP clients. They are made once, before the token is looked at.
#[derive(Debug)]
pub(in crate::online) struct Connection {
    /// Through a proxy, where the environment names one.
    usual: reqwest::Client,
    /// Never through a proxy.
    direct: reqwest::Client,
}

impl Connection {
    pub(in crate::online) fn new(limits: &Limits) -> Result<Self, StartError> {
        // Where the system trusts nobody, whoever asks for pages says so.
        let (tls, _) = client_config(&Trust::System)?;
        let builder = || {
            reqwest::Client::builder()
                .referer(false)
                .redirect(redirect::Policy::none())
                .retry(retry::never())
                .tls_backend_preconfigured(tls.clone())
                .pool_idle_timeout(REST)
                .connect_timeout(limits.connect)
                .timeout(limits.request)
        };
        let build = |builder: reqwest::ClientBuilder| {
            builder.build().map_err(|error| StartError::Client(error.to_string()))
        };
        // HTTPS_PROXY and NO_PROXY are honoured here, other than for pages: the API is one host that somebody named.
        Ok(Self { usual: build(builder())?, direct: build(builder().no_proxy())? })
    }

    /// The client for an address. Without encryption a proxy would read the token, which is sent so to loopback alone.
    fn to(&self, url: &Url) -> reqwest::Client {
        if url.scheme() == "https" { self.usual.clone() } else { self.direct.clone() }
    }
}

/// The API.
pub(in crate::online) struct Client {
    rest: Octocrab,
    base: Url,
    /// The GraphQL API, where the token may go to it: an octocrab of its own, since on a GitHub Enterprise Server it is not
    /// below the REST one, and the route.
    graphql: Option<(Octocrab, String)>,
    has_token: bool,
    tell: Tell,
    longest_wait: Duration,
    waited: Cell<Duration>,
    /// Requests that are left, as far as was said.
    remaining: Cell<Option<u64>>,
    /// Requests whose answer is not there yet.
    under_way: Cell<u64>,
}

impl Client {
    /// The API by an access; `None` where its address is of no use. Must be called on a runtime.
    pub(in crate::online) fn new(
        access: &Access,
        connection: &Connection,
        limits: &Limits,
        tell: &Tell,
    ) -> Option<Self> {
        let token = access.token.as_ref().and_then(|token| usable(token, &access.rest, tell));
        Self::with(token, access, connection, limits, tell)
    }

    /// The API without the token, once that turned out to be none.
    pub(in crate::online) fn without_token(
        access: &Access,
        connection: &Connection,
        limits: &Limits,
        tell: &Tell,
    ) -> Option<Self> {
        Self::with(None, access, connection, limits, tell)
    }

    fn with(
        token: Option<&Token>,
        access: &Access,
        connection: &Connection,
        limits: &Limits,
        tell: &Tell,
    ) -> Option<Self> {
        let is_one_place = access.graphql.origin() == access.rest.origin();
        if token.is_some() && !is_one_place {
            tell.step("the token is not sent to the GraphQL API: it is at another place than the REST API");
        }
        let build = |base: &Url, token: Option<&Token>| {
            let connection = connection.to(base);
            let base = base.as_str().trim_end_matches('/');
            let mut builder = Octocrab::builder()
                .add_header(ACCEPT, "application/vnd.github+json".to_owned())
                .base_uri(base)
                .and_then(|builder| builder.upload_uri(base))
                .ok()?;
            if let Some(token) = token {
                builder = builder.personal_token(token.secret().to_owned());
            }
            builder.build_with_reqwest(connection).ok()
        };
        let mut top = access.graphql.clone();
        top.set_path("");
        top.set_query(None);
        let graphql = match token {
            Some(token) if is_one_place => {
                build(&top, Some(token)).map(|octocrab| (octocrab, access.graphql.path().to_owned()))
            }
            _ => None,
        };
        Some(Self {
            rest: build(&access.rest, token)?,
            base: access.rest.clone(),
            graphql,
            has_token: token.is_some(),
            tell: tell.clone(),
            longest_wait: limits.retry_after,
            waited: Cell::new(Duration::ZERO),
            remaining: Cell::new(None),
            under_way: Cell::new(0),
        })
    }

    /// Whether questions can be asked by the hundred.
    pub(in crate::online) fn speaks_graphql(&self) -> bool {
        self.graphql.is_some()
    }

    /// Whether a token goes along.
    pub(in crate::online) fn has_token(&self) -> bool {
        self.has_token
    }

    /// Says that the token is none.
    pub(in crate::online) fn tell_bad_token(&self) {
        let text = "GitHub does not accept the token (401): what can be seen without one is looked at. Check GITHUB_TOKEN";
        self.tell.tell(Event::Warning(text.to_owned()));
    }

    /// Whether one more request may be made.
    pub(in crate::online) fn has_budget(&self) -> bool {
        self.remaining.get().is_none_or(|left| left > self.under_way.get())
    }

    /// No more requests.
    pub(in crate::online) fn give_up(&self) {
        self.remaining.set(Some(0));
    }

    /// Says one step.
    pub(in crate::online) fn step(&self, text: impl Into<String>) {
        self.tell.step(text);
    }

    /// Where a redirect leads, as a route of this API; `None` for anything else, which no request goes to.
    pub(in crate::online) fn route_of(&self, location: &str) -> Option<String> {
        let to = self.base.join(location).ok()?;
        if to.origin() != self.base.origin() || !to.username().is_empty() || to.password().is_some() {
            return None;
        }
        let path = to.path().strip_prefix(self.base.path().trim_end_matches('/'))?;
        let query = to.query().map(|query| format!("?{query}")).unwrap_or_default();
        path.starts_with('/').then(|| format!("{path}{query}"))
    }

    /// Asks the REST API. The route is made by [`super::route::route`].
    pub(in crate::online) async fn get(&self, route: &str) -> Result<Reply, Reason> {
        self.patiently(Repeat::Harmless, || async {
            let response = self.rest._get(route).await.map_err(|error| reason(&error))?;
            read(reqwest::Response::from(response.map(reqwest::Body::wrap))).await
        })
        .await
    }

    /// Sends something to the REST API. The route is made by [`super::route::route`].
    pub(in crate::online) async fn send(
        &self,
        method: Method,
        route: &str,
        body: &Value,
        repeat: Repeat,
    ) -> Result<Reply, Reason> {
        self.patiently(repeat, || async {
            let response = match method {
                Method::Post => self.rest._post(route, Some(body)).await,
                Method::Patch => self.rest._patch(route, Some(body)).await,
            };
            read(reqwest::Response::from(response.map_err(|error| reason(&error))?.map(reqwest::Body::wrap)))
                .await
        })
        .await
    }

    /// Asks the GraphQL API.
    pub(in crate::online) async fn query(&self, body: &Value) -> Result<Reply, Reason> {
        let Some((octocrab, route)) = &self.graphql else { return Err(Reason::NoConnection) };
        self.patiently(Repeat::Harmless, || async {
            let response =
                octocrab._post(route.as_str(), Some(body)).await.map_err(|error| reason(&error))?;
            read(reqwest::Response::from(response.map(reqwest::Body::wrap))).await
        })
        .await
    }

    /// One request, made once more where the first failed in passing and it may be, and after a wait that the API asks for if that is short.
    async fn patiently<F: Future<Output = Result<Reply, Reason>>>(
        &self,
        repeat: Repeat,
        request: impl Fn() -> F,
    ) -> Result<Reply, Reason> {
        let mut is_first = true;
        loop {
            let host = self.base.host_str().unwrap_or_default();
            self.under_way.update(|count| count + 1);
            self.tell.tell(Event::Asking { host: host.to_owned() });
            let reply = request().await;
            self.tell.tell(Event::Heard { host: host.to_owned() });
            self.under_way.update(|count| count - 1);
            match &reply {
                Ok(reply) => self.step(format!("GitHub's API: {}", reply.status)),
                Err(reason) => self.step(format!("GitHub's API: {reason}")),
            }
            if let Some(left) = reply.as_ref().ok().and_then(|reply| reply.remaining) {
                // Answers may overtake each other: the least that was said counts.
                self.remaining.set(Some(self.remaining.get().map_or(left, |known| known.min(left))));
            }
            let pause = match &reply {
                Ok(reply) if reply.is_limited() => self.affordable(reply.wait),
                _ if repeat == Repeat::Never => None,
                Ok(reply) if reply.status >= 500 => Some(BEFORE_RETRY),
                Err(Reason::TimedOut | Reason::Broken) => Some(BEFORE_RETRY),
                _ => None,
            };
            let Some(pause) = pause.filter(|_| is_first) else { return reply };
            is_first = false;
            tokio::time::sleep(pause).await;
        }
    }

    /// A wait, if it and all before it are short enough.
    fn affordable(&self, wait: Option<Duration>) -> Option<Duration> {
        let wait = wait?;
        let all = self.waited.get().checked_add(wait)?;
        (all <= self.longest_wait).then(|| {
            self.waited.set(all);
            self.step(format!("GitHub asks to wait {} s", wait.as_secs()));
            wait
        })
    }
}

/// A token that can be sent: as a header, and encrypted.
fn usable<'t>(token: &'t Token, rest: &Url, tell: &Tell) -> Option<&'t Token> {
    let complaint = if HeaderValue::from_str(token.secret()).is_err() {
        "the token holds characters that no header can hold: GitHub is asked without it. Check GITHUB_TOKEN"
    } else if rest.scheme() != "https" && !is_loopback(rest) {
        "the token is not sent over http: GitHub is asked without it. Check GITHUB_API_URL"
    } else {
        return Some(token);
    };
    tell.tell(Event::Warning(complaint.to_owned()));
    None
}
