//! The HTTP clients: without credentials, cookies, proxies, redirects and decompression of their own.

use super::resolver::{Guarded, Names};
use crate::online::limits::Limits;
use crate::online::start::StartError;
use reqwest::header::{ACCEPT, ACCEPT_ENCODING, HeaderMap, HeaderValue};
use reqwest::{Client, redirect, retry};
use rustls::ClientConfig;
use std::sync::Arc;
use std::time::Duration;

/// Who asks, so that an operator knows what came by.
const USER_AGENT: &str = concat!(
    env!("CARGO_PKG_NAME"),
    "/",
    env!("CARGO_PKG_VERSION"),
    " (checks links that package registries cite as evidence)"
);

/// Sites made for browsers answer 404 to those who do not say that they read HTML.
const ACCEPTED: &str =
    "text/html,application/xhtml+xml,application/json;q=0.9,text/plain;q=0.9,application/xml;q=0.9,*/*;q=0.8";

/// Headers of one answer.
const MOST_HEADERS: usize = 100;
/// Bytes of all headers of one answer over HTTP/2.
const HEADER_BYTES: u32 = 64 * 1024;
/// How long a connection is kept for the next page.
const IDLE: Duration = Duration::from_secs(20);

/// One client for the public internet, and one for the hosts that somebody opened: so no connection that was made for one of
/// them serves the other.
#[derive(Clone, Debug)]
pub(super) struct Clients {
    pub public: Client,
    pub opened: Client,
}

impl Clients {
    pub(super) fn new(names: &Names, tls: &ClientConfig, limits: &Limits) -> Result<Self, StartError> {
        let client = |opened| {
            client(Guarded { names: names.clone(), opened }, tls.clone(), limits)
                .map_err(|error| StartError::Client(error.to_string()))
        };
        Ok(Self { public: client(false)?, opened: client(true)? })
    }
}

fn client(resolver: Guarded, tls: ClientConfig, limits: &Limits) -> reqwest::Result<Client> {
    let mut headers = HeaderMap::new();
    headers.insert(ACCEPT, HeaderValue::from_static(ACCEPTED));
    headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("identity"));
    Client::builder()
        .user_agent(USER_AGENT)
        .default_headers(headers)
        .referer(false)
        .redirect(redirect::Policy::none())
        .retry(retry::never())
        // A proxy would resolve the names itself, behind the back of the resolver here.
        .no_proxy()
        .dns_resolver(Arc::new(resolver))
        .tls_backend_preconfigured(tls)
        .connect_timeout(limits.connect)
        .tcp_nodelay(true)
        .pool_idle_timeout(IDLE)
        .pool_max_idle_per_host(limits.per_host)
        .http1_max_headers(MOST_HEADERS)
        .http2_max_header_list_size(HEADER_BYTES)
        .build()
}
