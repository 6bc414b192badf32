//! Servers that break in every way a server can: by path, over plain TCP, so that what no HTTP library would send can be
//! sent. A server runs on a thread of its own and ends when it is dropped.

mod ways;

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use tokio::net::TcpStream;
use tokio::sync::oneshot;

/// A page that is there.
pub const GOOD: &str = "<!doctype html><title>Good</title><h1 id=\"good\">A good page</h1>";

/// A server that breaks.
pub struct Faults {
    address: SocketAddr,
    log: Arc<Log>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

/// What came to it.
#[derive(Default)]
struct Log {
    connections: AtomicUsize,
    /// How often each path was asked for.
    asked: Mutex<BTreeMap<String, usize>>,
    now: AtomicUsize,
    most: AtomicUsize,
}

impl Faults {
    /// One on 127.0.0.1.
    pub fn start() -> Self {
        Self::start_on(Ipv4Addr::LOCALHOST.into(), 0)
    }

    /// One on an address of loopback; port 0 takes any.
    pub fn start_on(address: IpAddr, port: u16) -> Self {
        Self::try_on(address, port).unwrap()
    }

    /// One on an address of loopback, if the system gives the port.
    pub fn try_on(address: IpAddr, port: u16) -> std::io::Result<Self> {
        assert!(address.is_loopback(), "only loopback");
        let listener = TcpListener::bind((address, port))?;
        let address = listener.local_addr()?;
        let log = Arc::new(Log::default());
        let (stop, stopped) = oneshot::channel();
        let served = Arc::clone(&log);
        let thread = std::thread::spawn(move || run(listener, &served, stopped));
        Ok(Self { address, log, stop: Some(stop), thread: Some(thread) })
    }

    /// The port.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// Where it is.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The address of a path, over plain HTTP.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// The value of `--allow-private` that opens it.
    pub fn opening(&self) -> String {
        self.address.to_string()
    }

    /// How many connections were made.
    pub fn connections(&self) -> usize {
        self.log.connections.load(Ordering::SeqCst)
    }

    /// How often a path was asked for.
    pub fn hits(&self, path: &str) -> usize {
        self.log.asked.lock().unwrap().get(path).copied().unwrap_or(0)
    }

    /// How many requests were answered at once, at most.
    pub fn most_at_once(&self) -> usize {
        self.log.most.load(Ordering::SeqCst)
    }
}

impl Drop for Faults {
    fn drop(&mut self) {
        // An error means that the thread has ended already.
        let _ = self.stop.take().map(|stop| stop.send(()));
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Log {
    /// A path was asked for: the how many-th time, from 1.
    fn note(&self, path: &str) -> usize {
        let mut asked = self.asked.lock().unwrap();
        let count = asked.entry(path.to_owned()).or_default();
        *count += 1;
        *count
    }
}

fn run(listener: TcpListener, log: &Arc<Log>, stopped: oneshot::Receiver<()>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        listener.set_nonblocking(true).unwrap();
        let listener = tokio::net::TcpListener::from_std(listener).unwrap();
        tokio::spawn(accept(listener, Arc::clone(log)));
        // An error means that the server was forgotten, which is an end as well.
        let _ = stopped.await;
    });
}

async fn accept(listener: tokio::net::TcpListener, log: Arc<Log>) {
    while let Ok((stream, _)) = listener.accept().await {
        log.connections.fetch_add(1, Ordering::SeqCst);
        let _ = stream.set_nodelay(true);
        tokio::spawn(connection(stream, Arc::clone(&log)));
    }
}

/// One connection, as long as both sides keep it. How a client ends it is its own affair.
async fn connection(mut stream: TcpStream, log: Arc<Log>) {
    while let Some(path) = ways::asked(&mut stream).await {
        let count = log.note(&path);
        let now = log.now.fetch_add(1, Ordering::SeqCst) + 1;
        log.most.fetch_max(now, Ordering::SeqCst);
        let goes_on = ways::answer(&mut stream, &path, count).await;
        log.now.fetch_sub(1, Ordering::SeqCst);
        if goes_on.is_none() {
            return;
        }
    }
}
