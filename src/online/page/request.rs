//! One address, asked until there is an answer or no sense in asking again.

use super::Inner;
use super::failure::{Failure, failure};
use super::hosts::Host;
use super::retry::{RETRIES, after, is_passing, wait};
use super::shown::shown;
use crate::evidence::web::{Depth, Reason};
use crate::links::ip::is_public;
use crate::links::{Address, Refusal};
use crate::online::cache::Validators;
use crate::online::watch::Event;
use jiff::Timestamp;
use reqwest::Response;
use reqwest::header::{
    CONTENT_ENCODING, CONTENT_TYPE, ETAG, HeaderMap, HeaderName, HeaderValue, IF_MODIFIED_SINCE,
    IF_NONE_MATCH, LAST_MODIFIED, LOCATION, RETRY_AFTER, TRANSFER_ENCODING,
};
use std::time::Duration;
use url::Url;

/// The bytes of a page nobody reads that are taken in so that its connection can serve the next one.
const LEFTOVER: usize = 16 * 1024;

/// What is asked for.
#[derive(Clone, Copy)]
pub(super) struct Asking<'a> {
    /// The address.
    pub url: &'a Url,
    /// How much of it is needed.
    pub depth: Depth,
    /// What an earlier answer came with: an unchanged page is not sent again.
    pub validators: Option<&'a Validators>,
}

/// An answer, as far as it was read.
#[derive(Debug)]
pub(super) struct Reply {
    pub status: u16,
    pub content_type: Option<String>,
    pub body: Vec<u8>,
    pub is_cut: bool,
    pub validators: Validators,
    /// Where a redirect leads; `Err` where that is no text.
    location: Option<Result<String, Reason>>,
    retry_after: Option<Duration>,
}

impl Reply {
    /// Where it leads, if it is a redirect.
    pub(super) fn redirect(&self) -> Option<Result<&str, Reason>> {
        let is_redirect = matches!(self.status, 301 | 302 | 303 | 307 | 308);
        let location = self.location.as_ref().filter(|_| is_redirect)?;
        Some(location.as_deref().map_err(|reason| *reason))
    }

    /// Whether the page has moved for good.
    pub(super) fn is_permanent_redirect(&self) -> bool {
        matches!(self.status, 301 | 308)
    }
}

/// What comes after one request.
enum Next {
    Done(Result<Reply, Reason>),
    Again(Duration),
}

impl Inner {
    /// Asks for one address; redirects are answers.
    pub(super) async fn ask(&self, asking: Asking<'_>) -> Result<Reply, Reason> {
        let host = self.hosts.of(asking.url);
        let mut retry = 0;
        loop {
            let outcome = self.in_turn(&host, asking).await?;
            match self.judge(&host, asking.url, outcome, retry) {
                Next::Done(result) => return result,
                Next::Again(wait) => tokio::time::sleep(wait).await,
            }
            retry += 1;
        }
    }

    /// Waits for its turn and makes one request. The places of a host come first: who waits for a slow host must not hold one
    /// of the places of all.
    async fn in_turn(&self, host: &Host, asking: Asking<'_>) -> Result<Result<Reply, Failure>, Reason> {
        let url = asking.url;
        let port = url.port_or_known_default();
        let name = url.host_str().unwrap_or_default();
        let _slot = host.slots.acquire().await.map_err(|_| Reason::Interrupted)?;
        host.may_be_asked().await;
        if let Some(reason) = host.given_up(port) {
            return Err(reason);
        }
        let _place = self.requests.acquire().await.map_err(|_| Reason::Interrupted)?;
        // Only passed through: it stops new requests while answers pile up.
        drop(self.waiting.acquire().await.map_err(|_| Reason::Interrupted)?);
        self.tell.tell(Event::Asking { host: name.to_owned() });
        let request = Box::pin(self.request(asking));
        let outcome = tokio::time::timeout(self.limits.request, request).await;
        self.tell.tell(Event::Heard { host: name.to_owned() });
        Ok(outcome.unwrap_or(Err(Failure::after_connect(Reason::TimedOut))))
    }

    /// What to do with an outcome.
    fn judge(&self, host: &Host, url: &Url, outcome: Result<Reply, Failure>, retry: u32) -> Next {
        let may_retry = retry < RETRIES;
        let reply = match outcome {
            Ok(reply) => reply,
            Err(failure) => {
                self.tell.step(format!("{}: {}", shown(url), failure.reason));
                if failure.is_connect {
                    host.no_connection(url.port_or_known_default(), failure.reason);
                } else if failure.reason == Reason::TimedOut {
                    host.kept_silent();
                } else if failure.reason == Reason::Broken && may_retry {
                    return Next::Again(wait(retry));
                }
                return Next::Done(Err(failure.reason));
            }
        };
        self.tell.step(format!("{}: {}", shown(url), reply.status));
        host.spoke();
        if !is_passing(reply.status) {
            if (200..300).contains(&reply.status) {
                host.answered();
            }
            return Next::Done(Ok(reply));
        }
        let asked_wait = reply.retry_after.filter(|_| matches!(reply.status, 429 | 503));
        let is_short = asked_wait.is_none_or(|wait| wait <= self.limits.retry_after);
        if reply.status == 429 {
            host.limited(!is_short);
        }
        if may_retry && is_short {
            if let Some(wait) = asked_wait {
                host.pause(wait);
                return Next::Again(Duration::ZERO);
            }
            return Next::Again(wait(retry));
        }
        if reply.status == 429 {
            return Next::Done(Err(Reason::RateLimited));
        }
        Next::Done(Err(Reason::Status(reply.status)))
    }

    async fn request(&self, asking: Asking<'_>) -> Result<Reply, Failure> {
        let url = asking.url;
        let is_opened =
            Address::parse(url.as_str()).is_ok_and(|address| self.policy.opens(&address.host_port()));
        let client = if is_opened { &self.clients.opened } else { &self.clients.public };
        let mut request = client.get(url.clone());
        for (name, value) in conditions(asking.validators) {
            request = request.header(name, value);
        }
        let response = request.send().await.map_err(|error| failure(&error))?;
        // The resolver has let only such addresses through; this is the second look.
        let is_allowed = is_opened || response.remote_addr().is_some_and(|peer| is_public(peer.ip()));
        if !is_allowed {
            return Err(Failure::after_connect(Reason::Refused(Refusal::PrivateAddress)));
        }
        reply(response, asking.depth, self.cap(asking.depth)).await
    }
}

/// The headers that ask for a page only where it has changed. What was kept may have been changed on the disk: what is no
/// header is not sent.
fn conditions(validators: Option<&Validators>) -> impl Iterator<Item = (HeaderName, HeaderValue)> {
    let value = |text: &Option<String>| HeaderValue::from_str(text.as_deref()?).ok();
    let etag = validators.and_then(|known| value(&known.etag)).map(|etag| (IF_NONE_MATCH, etag));
    let date = validators.and_then(|known| value(&known.last_modified)).map(|date| (IF_MODIFIED_SINCE, date));
    etag.into_iter().chain(date)
}

async fn reply(mut response: Response, depth: Depth, cap: usize) -> Result<Reply, Failure> {
    let status = response.status().as_u16();
    let headers = response.headers();
    let location = headers.get(LOCATION).map(|value| {
        std::str::from_utf8(value.as_bytes()).map(str::to_owned).map_err(|_| Reason::RedirectRefused)
    });
    let mut reply = Reply {
        status,
        content_type: text(headers, &CONTENT_TYPE),
        body: Vec::new(),
        is_cut: false,
        validators: Validators { etag: text(headers, &ETAG), last_modified: text(headers, &LAST_MODIFIED) },
        location,
        retry_after: text(headers, &RETRY_AFTER).and_then(|value| after(&value, Timestamp::now())),
    };
    if !response.status().is_success() {
        // Nobody reads it: all that it is good for is the connection.
        let _ = read(&mut response, LEFTOVER, &mut Vec::new()).await;
        return Ok(reply);
    }
    if is_encoded(headers) {
        if depth == Depth::Existence {
            // It is there, and nobody wants to read it.
            reply.is_cut = true;
            return Ok(reply);
        }
        return Err(Failure::after_connect(Reason::Encoded));
    }
    let expected = response.content_length().and_then(|length| usize::try_from(length).ok()).unwrap_or(0);
    reply.body.reserve(expected.min(cap));
    reply.is_cut = read(&mut response, cap, &mut reply.body).await?;
    Ok(reply)
}

/// Whether it was compressed, although that was not asked for. It is never unpacked: a kilobyte can become a gigabyte.
fn is_encoded(headers: &HeaderMap) -> bool {
    let is_other = |name: &HeaderName, plain: &[&str]| {
        headers.get_all(name).iter().any(|value| {
            let value = value.to_str().unwrap_or("?");
            value.split(',').any(|coding| {
                let coding = coding.trim();
                !coding.is_empty() && !plain.iter().any(|plain| coding.eq_ignore_ascii_case(plain))
            })
        })
    };
    is_other(&CONTENT_ENCODING, &["identity"]) || is_other(&TRANSFER_ENCODING, &["identity", "chunked"])
}

/// Reads up to a number of bytes and says whether there were more.
async fn read(response: &mut Response, cap: usize, into: &mut Vec<u8>) -> Result<bool, Failure> {
    while let Some(chunk) = response.chunk().await.map_err(|error| failure(&error))? {
        let room = cap - into.len();
        if chunk.len() > room {
            into.extend_from_slice(&chunk[..room]);
            return Ok(true);
        }
        into.extend_from_slice(&chunk);
    }
    Ok(false)
}

fn text(headers: &HeaderMap, name: &HeaderName) -> Option<String> {
    Some(String::from_utf8_lossy(headers.get(name)?.as_bytes()).into_owned())
}
