//! What somebody who waits is shown: a bar at a terminal, every step with `-v`, and warnings always.

use crate::online::cache::Used;
use crate::online::watch::{Event, Watch};
use crate::text::sanitize;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::cell::RefCell;
use std::io::{self, IsTerminal, Write};
use std::time::Duration;

/// How the bar is laid out: it shrinks to a narrow terminal and stays on one line.
const LAYOUT: &str = "{bar:24} {pos}/{len} {wide_msg}";
/// Without letters beyond ASCII.
const MARKS: &str = "=> ";
/// How often at most the bar is drawn by itself, a second; what matters is drawn at once.
const HERTZ: u8 = 20;

/// Somebody at the command line.
#[derive(Debug)]
pub(super) struct Progress {
    shows_bar: bool,
    tells_steps: bool,
    target: fn() -> ProgressDrawTarget,
    bar: RefCell<Option<ProgressBar>>,
    waiting: RefCell<Waiting>,
}

impl Progress {
    /// A bar stands only where a person looks at it: at a terminal that can move its cursor, and not on a build machine, whose
    /// log keeps every line.
    pub(super) fn new(quiet: bool, verbose: bool, get: impl Fn(&str) -> Option<String>) -> Self {
        let is_set = |name| get(name).is_some_and(|value| !value.is_empty());
        let builds = is_set("CI") || is_set("GITHUB_ACTIONS");
        let moves = get("TERM").is_none_or(|terminal| terminal != "dumb");
        let shows_bar = io::stderr().is_terminal() && moves && !builds && !quiet;
        Self::with(shows_bar, verbose, || ProgressDrawTarget::stderr_with_hz(HERTZ))
    }

    fn with(shows_bar: bool, tells_steps: bool, target: fn() -> ProgressDrawTarget) -> Self {
        Self { shows_bar, tells_steps, target, bar: RefCell::default(), waiting: RefCell::default() }
    }

    fn begin(&self, wants: usize) {
        if !self.shows_bar {
            return;
        }
        let bar = ProgressBar::with_draw_target(Some(wants as u64), (self.target)());
        if let Ok(style) = ProgressStyle::with_template(LAYOUT) {
            bar.set_style(style.progress_chars(MARKS));
        }
        bar.set_message("addresses");
        bar.force_draw();
        *self.waiting.borrow_mut() = Waiting::default();
        *self.bar.borrow_mut() = Some(bar);
    }

    /// Shows how far it is. No clock moves the bar: what it says is drawn when it changes.
    fn show(&self, more: u64) {
        if let Some(bar) = &*self.bar.borrow() {
            let message = match self.waiting.borrow().longest() {
                Some(host) => format!("addresses, waiting for {}", sanitize::line(host)),
                None => "addresses".to_owned(),
            };
            if more > 0 || message != bar.message() {
                bar.set_message(message);
                bar.inc(more);
                bar.force_draw();
            }
        }
    }

    /// Says a line above the bar.
    fn say(&self, line: &str) {
        let line = sanitize::line(line);
        let line = sanitize::inert(&line);
        // Nobody is left to tell when this cannot be written.
        let write = || drop(writeln!(io::stderr(), "{line}"));
        match &*self.bar.borrow() {
            Some(bar) => bar.suspend(write),
            None => write(),
        }
    }

    fn end(&self) {
        if let Some(bar) = self.bar.take() {
            bar.finish_and_clear();
        }
    }
}

impl Watch for Progress {
    fn follows(&self) -> bool {
        self.shows_bar || self.tells_steps
    }

    fn tell(&self, event: &Event) {
        match event {
            Event::Begun { wants } => self.begin(*wants),
            Event::Asking { host } => {
                self.waiting.borrow_mut().began(host);
                self.show(0);
            }
            Event::Heard { host } => {
                self.waiting.borrow_mut().ended(host);
                self.show(0);
            }
            Event::Answered => self.show(1),
            Event::Step(step) if self.tells_steps => self.say(step),
            Event::Step(_) => {}
            Event::Warning(warning) => self.say(&format!("warning: {warning}")),
            Event::Over => self.end(),
        }
    }
}

/// A run that breaks off leaves no bar behind.
impl Drop for Progress {
    fn drop(&mut self) {
        self.end();
    }
}

/// Hosts with requests under way, the one that has kept us waiting for longest first.
#[derive(Debug, Default)]
struct Waiting(Vec<String>);

impl Waiting {
    fn began(&mut self, host: &str) {
        self.0.push(host.to_owned());
    }

    fn ended(&mut self, host: &str) {
        if let Some(at) = self.0.iter().position(|waiting| waiting == host) {
            self.0.remove(at);
        }
    }

    fn longest(&self) -> Option<&str> {
        self.0.first().map(String::as_str)
    }
}

/// What is said of the cache at the end, where it was used.
pub(super) fn cache_line(used: Used) -> Option<String> {
    let addresses =
        |count: usize| if count == 1 { "1 address".to_owned() } else { format!("{count} addresses") };
    let taken = (used.taken > 0).then(|| {
        let count = addresses(used.taken);
        let last = if used.taken == 1 { "" } else { ", the oldest" };
        format!("{count} answered from the cache{last} {} (`--no-cache` asks anew)", ago(used.oldest))
    });
    let confirmed =
        (used.confirmed > 0).then(|| format!("{} unchanged since an earlier run", addresses(used.confirmed)));
    let parts: Vec<String> = taken.into_iter().chain(confirmed).collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}

/// Answers that are taken without asking are younger than an hour.
fn ago(age: Duration) -> String {
    match age.as_secs() / 60 {
        0 => "less than a minute ago".to_owned(),
        1 => "a minute ago".to_owned(),
        minutes => format!("{minutes} minutes ago"),
    }
}

#[cfg(test)]
#[path = "progress_tests.rs"]
mod tests;
