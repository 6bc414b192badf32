//! The thread that serves a site.

use super::{Reply, Speaks, State};
use http_body_util::{BodyExt as _, Full};
use hyper::body::{Bytes, Incoming};
use hyper::service::service_fn;
use hyper::{Request, Response, Version};
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto;
use std::convert::Infallible;
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::oneshot;
use tokio_rustls::TlsAcceptor;

/// A request that came.
#[derive(Clone, Debug)]
pub struct Asked {
    /// `GET`.
    pub method: String,
    /// The host without port, as `Host` or `:authority` names it.
    pub host: String,
    /// The port of the site.
    pub port: u16,
    /// The path as it was sent.
    pub path: String,
    /// The query, if there is one.
    pub query: Option<String>,
    /// Every header, its name in lower case, in the order in which they came.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Bytes,
    /// Whether it came over HTTP/2.
    pub is_http2: bool,
}

impl Asked {
    /// The value of a header, by its name in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    async fn of(request: Request<Incoming>, port: u16) -> Self {
        let (head, body) = request.into_parts();
        let text = |value: &hyper::http::HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
        let headers: Vec<_> =
            head.headers.iter().map(|(name, value)| (name.as_str().to_owned(), text(value))).collect();
        let named = head.uri.authority().map(|authority| authority.host().to_owned());
        let host = named.unwrap_or_else(|| {
            let host = headers.iter().find(|(name, _)| name == "host").map_or("", |(_, value)| value);
            without_port(host).to_owned()
        });
        Self {
            method: head.method.to_string(),
            host,
            port,
            path: head.uri.path().to_owned(),
            query: head.uri.query().map(str::to_owned),
            headers,
            body: body.collect().await.map(http_body_util::Collected::to_bytes).unwrap_or_default(),
            is_http2: head.version == Version::HTTP_2,
        }
    }
}

fn without_port(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    }
}

pub(super) fn run(listeners: Vec<TcpListener>, state: &Arc<State>, stopped: oneshot::Receiver<()>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        for listener in listeners {
            listener.set_nonblocking(true).unwrap();
            let listener = tokio::net::TcpListener::from_std(listener).unwrap();
            tokio::spawn(accept(listener, Arc::clone(state)));
        }
        // An error means that the site was forgotten, which is an end as well.
        let _ = stopped.await;
    });
}

async fn accept(listener: tokio::net::TcpListener, state: Arc<State>) {
    let port = listener.local_addr().unwrap().port();
    while let Ok((stream, _)) = listener.accept().await {
        state.connections.fetch_add(1, Ordering::SeqCst);
        let _ = stream.set_nodelay(true);
        let state = Arc::clone(&state);
        tokio::spawn(async move {
            match state.builder.tls.clone() {
                None => connection(stream, port, state).await,
                Some(config) => {
                    if let Ok(stream) = TlsAcceptor::from(config).accept(stream).await {
                        connection(stream, port, state).await;
                    }
                }
            }
        });
    }
}

async fn connection(
    stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static,
    port: u16,
    state: Arc<State>,
) {
    let speaks = state.builder.speaks;
    let service = service_fn(move |request| {
        let state = Arc::clone(&state);
        async move { Ok::<_, Infallible>(answer(request, port, &state).await) }
    });
    let builder = auto::Builder::new(TokioExecutor::new());
    let builder = match speaks {
        Speaks::Both => builder,
        Speaks::Http1 => builder.http1_only(),
        Speaks::Http2 => builder.http2_only(),
    };
    // How a client ends its connection is its own affair.
    let _ = builder.serve_connection(TokioIo::new(stream), service).await;
}

async fn answer(request: Request<Incoming>, port: u16, state: &State) -> Response<Full<Bytes>> {
    let asked = Asked::of(request, port).await;
    state.asked.lock().unwrap().push(asked.clone());
    let reply = reply(&asked, state).unless_known(&asked);
    tokio::time::sleep(state.builder.latency + reply.delay).await;
    let mut response = Response::builder().status(reply.status);
    for (name, value) in &reply.headers {
        response = response.header(name, value);
    }
    response.body(Full::new(reply.body)).unwrap()
}

fn reply(asked: &Asked, state: &State) -> Reply {
    let at = |path: String| state.builder.routes.get(&(asked.host.clone(), path));
    let with_query = asked.query.as_ref().and_then(|query| at(format!("{}?{query}", asked.path)));
    let handler = with_query.or_else(|| at(asked.path.clone()));
    match handler.or_else(|| state.builder.hosts.get(&asked.host)) {
        Some(handler) => handler(asked),
        None => Reply::not_found(),
    }
}
