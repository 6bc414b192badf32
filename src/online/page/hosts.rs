//! What is known of each host in this run: how many ask it, whether it can be reached, whether it answers anything.

use crate::evidence::web::Reason;
use crate::online::limits::Limits;
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::{Notify, OnceCell, Semaphore};
use tokio::time::Instant;
use url::Url;

/// So many answers in a row that say "too often": the host is left in peace.
const PATIENCE: u32 = 6;
/// So many requests in a row that a host lets run out of time: it is not asked again.
const SILENCES: u32 = 4;

/// All hosts.
#[derive(Debug)]
pub(super) struct Hosts {
    per_host: usize,
    known: Mutex<HashMap<String, Arc<Host>>>,
}

impl Hosts {
    pub(super) fn new(limits: &Limits) -> Self {
        Self { per_host: limits.per_host, known: Mutex::default() }
    }

    /// The host of an address. Other ports than those of the schemes are other hosts.
    pub(super) fn of(&self, url: &Url) -> Arc<Host> {
        let name = url.host_str().unwrap_or_default().trim_end_matches('.');
        let key = url.port().map_or_else(|| name.to_owned(), |port| format!("{name}:{port}"));
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.entry(key).or_insert_with(|| Arc::new(Host::new(self.per_host))).clone()
    }
}

/// One host.
#[derive(Debug)]
pub(super) struct Host {
    /// How many may ask it.
    pub slots: Arc<Semaphore>,
    /// Whether its first page is answered with success, once somebody wanted to know.
    pub answers_root: OnceCell<bool>,
    state: Mutex<State>,
    settled: Notify,
}

#[derive(Debug, Default)]
struct State {
    /// By port: why no connection comes about.
    dead: BTreeMap<u16, Reason>,
    /// Whether any answer ever came.
    has_spoken: bool,
    /// Whether a page was answered with success.
    has_answered: bool,
    /// Pages that are still being asked for.
    open: usize,
    /// When it may be asked again.
    not_before: Option<Instant>,
    /// Answers in a row that it was asked too often.
    limited: u32,
    /// Requests in a row that it let run out of time.
    silent: u32,
}

impl Host {
    fn new(per_host: usize) -> Self {
        Self {
            slots: Arc::new(Semaphore::new(per_host)),
            answers_root: OnceCell::new(),
            state: Mutex::default(),
            settled: Notify::new(),
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Why it is of no use to ask it.
    pub(super) fn given_up(&self, port: Option<u16>) -> Option<Reason> {
        let state = self.state();
        if state.limited >= PATIENCE {
            return Some(Reason::RateLimited);
        }
        if state.silent >= SILENCES {
            return Some(Reason::TimedOut);
        }
        state.dead.get(&port?).copied()
    }

    /// No connection came about. A host that has answered before is only too busy.
    pub(super) fn no_connection(&self, port: Option<u16>, reason: Reason) {
        let mut state = self.state();
        if let (Some(port), false) = (port, state.has_spoken) {
            state.dead.insert(port, reason);
        }
    }

    /// An answer came, of whatever kind.
    pub(super) fn spoke(&self) {
        let mut state = self.state();
        state.has_spoken = true;
        state.silent = 0;
    }

    /// A request ran out of time.
    pub(super) fn kept_silent(&self) {
        self.state().silent += 1;
    }

    /// A page was answered with success.
    pub(super) fn answered(&self) {
        {
            let mut state = self.state();
            state.has_answered = true;
            state.limited = 0;
        }
        self.settled.notify_waiters();
    }

    /// It says that it was asked too often; a long time counts twice.
    pub(super) fn limited(&self, for_long: bool) {
        self.state().limited += if for_long { 2 } else { 1 };
    }

    /// It is not to be asked for a while.
    pub(super) fn pause(&self, wait: Duration) {
        let until = Instant::now() + wait;
        let mut state = self.state();
        state.not_before = Some(state.not_before.map_or(until, |before| before.max(until)));
    }

    /// Waits until it may be asked.
    pub(super) async fn may_be_asked(&self) {
        loop {
            let not_before = self.state().not_before;
            match not_before {
                Some(time) if time > Instant::now() => tokio::time::sleep_until(time).await,
                _ => return,
            }
        }
    }

    /// One more page of it is being asked for, until the guard is dropped.
    pub(super) fn open(self: &Arc<Self>) -> Open {
        self.state().open += 1;
        Open(Arc::clone(self))
    }

    /// Whether it answered any page with success, when that is sure: at the first one, or when all are through.
    pub(super) async fn has_answered(&self) -> bool {
        loop {
            let mut changed = std::pin::pin!(self.settled.notified());
            changed.as_mut().enable();
            {
                let state = self.state();
                if state.has_answered || state.open == 0 {
                    return state.has_answered;
                }
            }
            changed.await;
        }
    }

    /// Whether it answered a page with success by now.
    pub(super) fn has_answered_yet(&self) -> bool {
        self.state().has_answered
    }
}

/// A page that is being asked for.
#[derive(Debug)]
pub(super) struct Open(Arc<Host>);

impl Drop for Open {
    fn drop(&mut self) {
        self.0.state().open -= 1;
        self.0.settled.notify_waiters();
    }
}
