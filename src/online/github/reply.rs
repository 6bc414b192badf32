//! An answer of the API, and why there is none.

use crate::evidence::web::Reason;
use crate::online::page::failure::failure;
use reqwest::header::{HeaderMap, HeaderValue};
use std::error::Error;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The largest answer that is read, in bytes: a hundred files of half a megabyte each fit.
const MOST_BYTES: usize = 64 * 1024 * 1024;

/// An answer of the API.
#[derive(Debug)]
pub(in crate::online) struct Reply {
    pub status: u16,
    /// The `Location` header.
    pub location: Option<String>,
    /// How long it asks to wait, where it asks.
    pub wait: Option<Duration>,
    /// Requests that are left, where it says.
    pub remaining: Option<u64>,
    pub body: Vec<u8>,
}

impl Reply {
    /// Whether it says that it was asked too often.
    pub(in crate::online) fn is_limited(&self) -> bool {
        self.status == 429 || (self.status == 403 && (self.wait.is_some() || self.remaining == Some(0)))
    }
}

/// Reads an answer, as far as one is worth reading.
pub(super) async fn read(mut response: reqwest::Response) -> Result<Reply, Reason> {
    let headers = response.headers();
    let text = |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
    let mut reply = Reply {
        status: response.status().as_u16(),
        location: text("location").map(ToOwned::to_owned),
        wait: wait(headers),
        remaining: text("x-ratelimit-remaining").and_then(|text| text.parse().ok()),
        body: Vec::new(),
    };
    while let Some(chunk) = response.chunk().await.map_err(|error| reason(&error))? {
        if reply.body.len() + chunk.len() > MOST_BYTES {
            return Err(Reason::Broken);
        }
        reply.body.extend_from_slice(&chunk);
    }
    Ok(reply)
}

/// `Retry-After` in seconds, else until `x-ratelimit-reset` where nothing is left.
fn wait(headers: &HeaderMap) -> Option<Duration> {
    let number = |name| headers.get(name)?.to_str().ok()?.trim().parse::<u64>().ok();
    if let Some(seconds) = number("retry-after") {
        return Some(Duration::from_secs(seconds));
    }
    if number("x-ratelimit-remaining") != Some(0) {
        return None;
    }
    let now = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
    Some(Duration::from_secs(number("x-ratelimit-reset")?.saturating_sub(now) + 1))
}

/// What an error means, by the first of its causes that the HTTP client made. Its own words are dropped: they may quote.
pub(super) fn reason(error: &(dyn Error + 'static)) -> Reason {
    let mut next = Some(error);
    while let Some(error) = next {
        if let Some(error) = error.downcast_ref::<reqwest::Error>() {
            return failure(error).reason;
        }
        next = error.source();
    }
    Reason::Broken
}
