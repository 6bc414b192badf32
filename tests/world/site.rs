//! Sites: pages by host and path, over HTTP/1.1 and HTTP/2, with or without TLS, on one port of `127.0.0.1` and `::1`.
//!
//! A site runs on a thread of its own and ends when it is dropped. What it does not know is answered 404.

mod reply;
mod serve;

pub use reply::Reply;
pub use serve::Asked;

use super::tls::{H2, HTTP1, Identity};
use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, TcpListener};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;
use tokio::sync::oneshot;
use tokio_rustls::rustls::ServerConfig;

type Handler = Arc<dyn Fn(&Asked) -> Reply + Send + Sync>;

/// Which versions of HTTP a site speaks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Speaks {
    /// Both; over TLS the client chooses by ALPN.
    Both,
    /// HTTP/1.1 only.
    Http1,
    /// HTTP/2 only.
    Http2,
}

/// A site that is being set up.
pub struct Builder {
    routes: BTreeMap<(String, String), Handler>,
    hosts: BTreeMap<String, Handler>,
    latency: Duration,
    speaks: Speaks,
    tls: Option<Arc<ServerConfig>>,
    addresses: Vec<IpAddr>,
}

impl Builder {
    /// With an answer for one path of one host (without port). A query belongs to the path; a path without one answers
    /// every query.
    pub fn page(self, host: &str, path: &str, reply: Reply) -> Self {
        self.route(host, path, move |_| reply.clone())
    }

    /// With answers that are worked out, for one path of one host.
    pub fn route(
        mut self,
        host: &str,
        path: &str,
        handler: impl Fn(&Asked) -> Reply + Send + Sync + 'static,
    ) -> Self {
        let before = self.routes.insert((host.to_owned(), path.to_owned()), Arc::new(handler));
        assert!(before.is_none(), "{host}{path} stands twice");
        self
    }

    /// With answers for every path of a host that has no route.
    pub fn host(mut self, host: &str, handler: impl Fn(&Asked) -> Reply + Send + Sync + 'static) -> Self {
        self.hosts.insert(host.to_owned(), Arc::new(handler));
        self
    }

    /// Each answer is held back this long, besides what its reply says.
    pub fn latency(mut self, latency: Duration) -> Self {
        self.latency = latency;
        self
    }

    /// Only these versions of HTTP.
    pub fn speaks(mut self, speaks: Speaks) -> Self {
        self.speaks = speaks;
        self
    }

    /// Over TLS, with this certificate. Say [`Builder::speaks`] first.
    pub fn tls(mut self, identity: &Identity) -> Self {
        let protocols: &[&[u8]] = match self.speaks {
            Speaks::Both => &[H2, HTTP1],
            Speaks::Http1 => &[HTTP1],
            Speaks::Http2 => &[H2],
        };
        self.tls = Some(identity.server(protocols));
        self
    }

    /// On these addresses of loopback instead of `127.0.0.1` and `::1`.
    pub fn on(mut self, addresses: impl IntoIterator<Item = IpAddr>) -> Self {
        self.addresses = addresses.into_iter().collect();
        assert!(self.addresses.iter().all(IpAddr::is_loopback), "only loopback");
        self
    }

    /// Starts it.
    pub fn start(self) -> Site {
        self.start_on(0)
    }

    /// Starts it on a port that is given; 0 takes any.
    pub fn start_on(self, port: u16) -> Site {
        let (listeners, port) = listen(&self.addresses, port);
        let scheme = if self.tls.is_some() { "https" } else { "http" };
        let state = Arc::new(State {
            builder: self,
            asked: Mutex::new(Vec::new()),
            connections: AtomicUsize::new(0),
        });
        let (stop, stopped) = oneshot::channel();
        let served = Arc::clone(&state);
        let thread = std::thread::spawn(move || serve::run(listeners, &served, stopped));
        Site { state, port, scheme, stop: Some(stop), thread: Some(thread) }
    }
}

struct State {
    builder: Builder,
    asked: Mutex<Vec<Asked>>,
    connections: AtomicUsize,
}

/// A site that runs.
pub struct Site {
    state: Arc<State>,
    port: u16,
    scheme: &'static str,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Site {
    /// A site to be set up.
    pub fn builder() -> Builder {
        Builder {
            routes: BTreeMap::new(),
            hosts: BTreeMap::new(),
            latency: Duration::ZERO,
            speaks: Speaks::Both,
            tls: None,
            addresses: vec![Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into()],
        }
    }

    /// The port.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The address of something on it. `path` begins with `/`, and may have a query and a fragment.
    pub fn url(&self, host: &str, path: &str) -> String {
        format!("{}://{host}:{}{path}", self.scheme, self.port)
    }

    /// The value of `--allow-private` that opens a host of it.
    pub fn opening(&self, host: &str) -> String {
        format!("{host}:{}", self.port)
    }

    /// Every request so far, in the order in which they came.
    pub fn asked(&self) -> Vec<Asked> {
        self.state.asked.lock().unwrap().clone()
    }

    /// How often a path (without query) of a host was asked for.
    pub fn hits(&self, host: &str, path: &str) -> usize {
        let asked = self.state.asked.lock().unwrap();
        asked.iter().filter(|asked| asked.host == host && asked.path == path).count()
    }

    /// How many connections were made, those included on which TLS failed.
    pub fn connections(&self) -> usize {
        self.state.connections.load(Ordering::SeqCst)
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        // An error means that the thread has ended already.
        let _ = self.stop.take().map(|stop| stop.send(()));
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// One port on all addresses. Another one is tried where somebody else has it on one of them.
fn listen(addresses: &[IpAddr], port: u16) -> (Vec<TcpListener>, u16) {
    let attempt = || {
        let first = TcpListener::bind((addresses[0], port))?;
        let port = first.local_addr()?.port();
        let mut listeners = vec![first];
        for address in &addresses[1..] {
            listeners.push(TcpListener::bind((*address, port))?);
        }
        Ok::<_, std::io::Error>((listeners, port))
    };
    let attempts = if port == 0 { 20 } else { 1 };
    let mut last = None;
    for _ in 0..attempts {
        match attempt() {
            Ok(done) => return done,
            Err(error) => last = Some(error),
        }
    }
    panic!("no port on all of {addresses:?}: {last:?}")
}
