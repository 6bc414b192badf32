//! The world outside: the one room that speaks to the network. [`Online`] answers the questions of
//! [`crate::evidence::web`] with pages ([`page`]) and with what GitHub says ([`github`]). [`repository`] is what the GitHub Action
//! asks of, and writes to, the repository that it runs for.
//!
//! One thread makes the requests (`run`), another waits for Ctrl-C (`interrupt`); answers are judged on the thread that
//! asked while the network goes on.

pub mod cache;
pub mod github;
mod interrupt;
pub mod limits;
mod memo;
mod message;
pub mod page;
pub mod repository;
mod run;
pub mod start;
pub mod tls;
pub mod watch;

use crate::evidence::web::{Answer, Depth, Reason, Want, Wants, Web};
use crate::links::Policy;
use cache::Cache;
use github::Access;
use interrupt::Interrupt;
use limits::Limits;
use memo::Memo;
use message::Message;
pub use start::StartError;
use std::cell::{Cell, RefCell};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Instant;
use watch::{Event, Watch};

/// What a run of questions is bound to.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Which addresses may be asked for.
    pub policy: Policy,
    /// How GitHub is reached.
    pub github: Access,
    /// Where answers of earlier runs are kept, if anywhere.
    pub cache: Option<Cache>,
    /// Times and sizes.
    pub limits: Limits,
}

/// The network. One of it is a run: its time begins with the first question and is not given twice.
#[derive(Debug)]
pub struct Online<'a> {
    settings: Settings,
    watch: &'a dyn Watch,
    interrupt: Interrupt,
    deadline: Cell<Option<Instant>>,
    memo: RefCell<Memo>,
}

impl<'a> Online<'a> {
    /// The network, watched by somebody.
    #[must_use]
    pub fn new(settings: Settings, watch: &'a dyn Watch) -> Self {
        Self {
            settings,
            watch,
            interrupt: Interrupt::default(),
            deadline: Cell::new(None),
            memo: RefCell::default(),
        }
    }

    /// Whether somebody stopped the run.
    #[must_use]
    pub fn was_interrupted(&self) -> bool {
        self.interrupt.has_come()
    }

    fn deadline(&self) -> Instant {
        let deadline = self.deadline.get().unwrap_or_else(|| Instant::now() + self.settings.limits.run);
        self.deadline.set(Some(deadline));
        deadline
    }

    /// Takes answers in until all are there, the time is over, or nobody sends any more: then the reason why the others did
    /// not come.
    fn take_in(&self, messages: &Receiver<Message>, asked: &mut Asked<'_>) -> Reason {
        let deadline = self.deadline();
        while !asked.open.is_empty() {
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Reason::OutOfTime;
            }
            match messages.recv_timeout(left) {
                Ok(Message::Event(event)) => self.watch.tell(&event),
                // Its place is free when it is judged: until then it counts as waiting.
                Ok(Message::Answer { want, answer, place }) => {
                    asked.answer(&want, answer);
                    drop(place);
                }
                Ok(Message::Interrupted) => return Reason::Interrupted,
                Err(RecvTimeoutError::Timeout) => return Reason::OutOfTime,
                Ok(Message::Over) | Err(RecvTimeoutError::Disconnected) => {
                    let fault =
                        "the part that makes the requests has failed, which is a fault of this program";
                    self.watch.tell(&Event::Warning(fault.to_owned()));
                    return Reason::Broken;
                }
            }
        }
        Reason::Broken
    }
}

impl Web for Online<'_> {
    fn ask(&self, wants: &Wants, each: &mut dyn FnMut(&Want, Answer)) {
        if wants.is_empty() {
            return;
        }
        self.watch.tell(&Event::Begun { wants: wants.len() });
        let mut asked = Asked { open: wants.clone(), watch: self.watch, memo: &self.memo, each };
        asked.recall();
        let mut reason = Reason::Interrupted;
        if !asked.open.is_empty() && !self.was_interrupted() {
            reason = match run::start(&self.settings, &asked.open, &self.interrupt, self.watch.follows()) {
                Ok(running) => self.take_in(&running.messages, &mut asked),
                Err(error) => {
                    self.watch.tell(&Event::Warning(error.to_string()));
                    Reason::NoConnection
                }
            };
        }
        asked.close(reason);
        self.watch.tell(&Event::Over);
    }
}

/// What was asked and is not answered yet.
struct Asked<'a> {
    open: Wants,
    watch: &'a dyn Watch,
    memo: &'a RefCell<Memo>,
    each: &'a mut dyn FnMut(&Want, Answer),
}

impl Asked<'_> {
    /// Answers what an earlier question of this run has answered already.
    fn recall(&mut self) {
        let known: Vec<(Want, Answer)> = {
            let memo = self.memo.borrow();
            self.open
                .iter()
                .filter_map(|(want, depth)| Some((want.clone(), memo.recall(want, *depth)?)))
                .collect()
        };
        for (want, answer) in known {
            self.hand_over(&want, answer);
        }
    }

    /// An answer came. A second one for the same question is not handed over.
    fn answer(&mut self, want: &Want, answer: Answer) {
        if let Some(depth) = self.open.get(want).copied() {
            self.memo.borrow_mut().keep(want, depth, &answer);
            self.hand_over(want, answer);
        }
    }

    fn hand_over(&mut self, want: &Want, answer: Answer) {
        self.open.remove(want);
        self.watch.tell(&Event::Answered);
        (self.each)(want, answer);
    }

    /// Answers everything that is left.
    fn close(mut self, reason: Reason) {
        let left: Vec<Want> = self.open.keys().cloned().collect();
        for want in left {
            self.hand_over(&want, Answer::Unreachable(reason));
        }
    }
}

/// A question and how deep it goes.
type Question = (Want, Depth);
