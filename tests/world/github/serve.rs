//! The two listeners, what goes wrong on purpose, and the record of requests.

use super::broken::{Broken, Endless};
use super::{Hub, graphql, pages, rest};
use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use std::collections::VecDeque;
use std::convert::Infallible;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

/// Which of the two listeners.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Api,
    Pages,
}

/// What goes wrong with one request to the API, once.
#[derive(Clone, Debug)]
pub enum Fault {
    /// This status, these headers and this body.
    Answer(u16, Vec<(&'static str, String)>, String),
    /// The connection is closed without an answer.
    Reset,
    /// Nothing comes for a minute.
    Silence,
    /// A body that never ends.
    Endless,
    /// What was asked for is done, and the connection is closed without an answer.
    Lost,
    /// No fault: the next one is for a later request.
    None,
}

/// A request as it came.
#[derive(Clone, Debug)]
pub struct Recorded {
    pub side: Side,
    pub method: String,
    pub path: String,
    pub headers: Vec<(String, String)>,
    pub body: String,
    pub status: u16,
    pub answer: String,
}

impl Recorded {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}

/// What an endpoint answers.
pub struct Reply {
    pub status: u16,
    pub headers: Vec<(&'static str, String)>,
    pub body: Vec<u8>,
}

impl Reply {
    pub fn new(status: u16, content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        Self { status, headers: vec![("content-type", content_type.to_owned())], body: body.into() }
    }

    pub fn json(status: u16, value: &serde_json::Value) -> Self {
        Self::new(status, "application/json; charset=utf-8", value.to_string())
    }
}

/// What both listeners share.
struct State {
    hub: Hub,
    faults: VecDeque<Fault>,
    recorded: Vec<Recorded>,
    /// Requests without a token that are still answered.
    anonymous: u64,
    /// How long each answer takes.
    latency: Duration,
    /// Where this server is: API, and pages.
    places: (String, String),
}

/// The running servers; they stop when it is dropped.
pub struct Double {
    state: Arc<Mutex<State>>,
    /// `http://127.0.0.1:PORT`.
    pub api: String,
    /// `http://127.0.0.1:PORT`.
    pub pages: String,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Double {
    /// Starts on free ports.
    pub fn start(hub: Hub) -> Self {
        Self::start_at(hub, 0)
    }

    /// Starts the API on a port and the pages on the next one; 0 for free ones.
    pub fn start_at(hub: Hub, port: u16) -> Self {
        let listen = |port: u16| {
            let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, port)).unwrap();
            listener.set_nonblocking(true).unwrap();
            let address = listener.local_addr().unwrap();
            (listener, address)
        };
        let (api, api_at) = listen(port);
        let (pages, pages_at) = listen(if port == 0 { 0 } else { port + 1 });
        let place = |address: SocketAddr| format!("http://{address}");
        let state = Arc::new(Mutex::new(State {
            hub,
            faults: VecDeque::new(),
            recorded: Vec::new(),
            anonymous: 60,
            latency: Duration::ZERO,
            places: (place(api_at), place(pages_at)),
        }));
        let (stop, stopped) = oneshot::channel();
        let shared = state.clone();
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async move {
                let api = TcpListener::from_std(api).unwrap();
                let pages = TcpListener::from_std(pages).unwrap();
                tokio::spawn(accept(api, Side::Api, shared.clone()));
                tokio::spawn(accept(pages, Side::Pages, shared));
                let _ = stopped.await;
            });
        });
        Self { state, api: place(api_at), pages: place(pages_at), stop: Some(stop), thread: Some(thread) }
    }

    /// These faults, one for each of the next requests to the API.
    pub fn break_next(&self, faults: impl IntoIterator<Item = Fault>) {
        lock(&self.state).faults.extend(faults);
    }

    /// How many requests without a token are still answered.
    pub fn set_anonymous_budget(&self, requests: u64) {
        lock(&self.state).anonymous = requests;
    }

    /// How long each answer takes from now on.
    pub fn set_latency(&self, latency: Duration) {
        lock(&self.state).latency = latency;
    }

    /// What the server knows by now.
    pub fn hub(&self) -> Hub {
        lock(&self.state).hub.clone()
    }

    /// Changes what the server knows, as somebody else would.
    pub fn change(&self, change: impl FnOnce(&mut Hub)) {
        change(&mut lock(&self.state).hub);
    }

    /// Everything that was asked so far.
    pub fn recorded(&self) -> Vec<Recorded> {
        lock(&self.state).recorded.clone()
    }

    /// What was asked of the API so far.
    pub fn api_requests(&self) -> Vec<Recorded> {
        self.recorded().into_iter().filter(|it| it.side == Side::Api).collect()
    }

    /// What was asked of the pages so far.
    pub fn page_requests(&self) -> Vec<Recorded> {
        self.recorded().into_iter().filter(|it| it.side == Side::Pages).collect()
    }

    /// Waits for ever.
    pub fn wait(mut self) {
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Drop for Double {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn accept(listener: TcpListener, side: Side, state: Arc<Mutex<State>>) {
    while let Ok((stream, _)) = listener.accept().await {
        let state = state.clone();
        tokio::spawn(async move {
            let service = service_fn(move |request| answer(request, side, state.clone()));
            let _ = Builder::new(TokioExecutor::new()).serve_connection(TokioIo::new(stream), service).await;
        });
    }
}

type Body = http_body_util::combinators::BoxBody<Bytes, std::io::Error>;

async fn answer(
    request: Request<Incoming>,
    side: Side,
    state: Arc<Mutex<State>>,
) -> Result<Response<Body>, Broken> {
    let (head, body) = request.into_parts();
    let body = body.collect().await.map(http_body_util::Collected::to_bytes).unwrap_or_default();
    let path = head.uri.path_and_query().map(ToString::to_string).unwrap_or_default();
    let headers: Vec<(String, String)> = head
        .headers
        .iter()
        .map(|(name, value)| (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned()))
        .collect();
    let mut recorded = Recorded {
        side,
        method: head.method.to_string(),
        path,
        headers,
        body: String::from_utf8_lossy(&body).into_owned(),
        status: 0,
        answer: String::new(),
    };
    // What was recorded, for checks from outside. Asking for it is no request.
    if recorded.path == "/_recorded" {
        let text = serde_json::Value::Array(lock(&state).recorded.iter().map(as_json).collect());
        return Ok(finished(Reply::json(200, &text)));
    }
    let latency = lock(&state).latency;
    if !latency.is_zero() {
        tokio::time::sleep(latency).await;
    }
    let fault = if side == Side::Api { lock(&state).faults.pop_front() } else { None };
    let reply = match fault {
        Some(Fault::Reset) => Err(Broken::Reset),
        Some(Fault::Silence) => Err(Broken::Silence),
        Some(Fault::Endless) => Err(Broken::Endless),
        Some(Fault::Answer(status, headers, body)) => {
            let mut reply = Reply::new(status, "application/json", body);
            reply.headers.extend(headers);
            Ok(reply)
        }
        Some(Fault::Lost) => {
            respond(&recorded, &mut lock(&state));
            Err(Broken::Reset)
        }
        Some(Fault::None) | None => Ok(respond(&recorded, &mut lock(&state))),
    };
    if let Ok(reply) = &reply {
        recorded.status = reply.status;
        recorded.answer = String::from_utf8_lossy(&reply.body).into_owned();
    }
    lock(&state).recorded.push(recorded);
    match reply {
        Ok(reply) => Ok(finished(reply)),
        Err(Broken::Silence) => {
            tokio::time::sleep(Duration::from_mins(1)).await;
            Err(Broken::Silence)
        }
        Err(Broken::Endless) => Ok(Response::new(Endless.boxed())),
        Err(broken) => Err(broken),
    }
}

fn as_json(it: &Recorded) -> serde_json::Value {
    serde_json::json!({
        "side": format!("{:?}", it.side), "method": it.method, "path": it.path, "body": it.body,
        "headers": it.headers, "status": it.status, "answer": it.answer,
    })
}

fn respond(request: &Recorded, state: &mut State) -> Reply {
    let State { hub, anonymous, places: (api, pages), .. } = state;
    if request.side == Side::Pages {
        return pages::respond(hub, request, pages);
    }
    let path = request.path.strip_prefix("/api/v3").unwrap_or(&request.path);
    let token = request.header("authorization").and_then(|it| it.strip_prefix("Bearer "));
    let login = token.and_then(|token| hub.logins.get(token)).map_or("github-actions[bot]", String::as_str);
    hub.viewer = login.to_owned();
    let may_write = token.is_some_and(|token| !hub.readers.contains(token));
    let sees_private = match token {
        Some(token) if hub.tokens.iter().any(|known| known == token) => true,
        Some(_) => return rest::error(401, "Bad credentials"),
        None => false,
    };
    if request.header("user-agent").is_none() {
        return rest::error(403, "Request forbidden by administrative rules.");
    }
    if matches!(path, "/graphql" | "/api/graphql") {
        return if sees_private {
            graphql::respond(hub, &request.body, pages)
        } else {
            rest::error(401, "Requires authentication")
        };
    }
    if !sees_private && *anonymous == 0 {
        let mut reply = rest::error(403, "API rate limit exceeded for 127.0.0.1.");
        reply.headers.extend(limits(0));
        return reply;
    }
    if request.method != "GET" {
        return rest::write(hub, path, request, may_write, (api, pages));
    }
    let mut reply = rest::respond(hub, path, sees_private, (api, pages));
    if !sees_private {
        *anonymous -= 1;
        reply.headers.extend(limits(*anonymous));
    }
    reply
}

fn limits(remaining: u64) -> [(&'static str, String); 3] {
    let now =
        std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default().as_secs();
    [
        ("x-ratelimit-limit", "60".to_owned()),
        ("x-ratelimit-remaining", remaining.to_string()),
        ("x-ratelimit-reset", (now + 3000).to_string()),
    ]
}

fn finished(reply: Reply) -> Response<Body> {
    let mut response = Response::builder().status(reply.status);
    for (name, value) in reply.headers {
        response = response.header(name, value);
    }
    let body = Full::new(Bytes::from(reply.body)).map_err(|never: Infallible| match never {}).boxed();
    response.body(body).unwrap()
}
