//! The thread that makes the requests: one task a page, all on one thread, since they do nothing but wait.

use super::github::GitHub;
use super::interrupt::{Interrupt, Listening};
use super::message::Message;
use super::page::{Expected, Pages};
use super::watch::{Event, Tell};
use super::{Question, Settings, StartError};
use crate::evidence::web::{Depth, Want, Wants};
use futures_util::future::select;
use std::collections::BTreeMap;
use std::pin::pin;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use tokio::runtime::Builder;
use tokio::sync::oneshot;
use tokio::task::{JoinSet, LocalSet};
use url::Url;

/// Threads that look up names, since the system does that one name a thread.
const LOOKUPS: usize = 64;
/// Pages that begin together.
const FIRST_STEPS: usize = 64;

/// Says that no more answers come, however the thread ends.
struct Farewell(Sender<Message>);

impl Drop for Farewell {
    fn drop(&mut self) {
        // Who asked may have gone by now.
        let _ = self.0.send(Message::Over);
    }
}

/// Requests under way. Dropping it ends them.
#[derive(Debug)]
pub(super) struct Running {
    /// What comes of them.
    pub messages: Receiver<Message>,
    _listening: Listening,
    _end: oneshot::Sender<()>,
}

/// Starts to ask.
///
/// # Errors
/// [`StartError`] where the system does not let it.
pub(super) fn start(
    settings: &Settings,
    wants: &Wants,
    interrupt: &Interrupt,
    is_followed: bool,
) -> Result<Running, StartError> {
    let (tell, messages) = channel();
    let (end, ended) = oneshot::channel();
    let runtime = Builder::new_current_thread()
        .enable_io()
        .enable_time()
        .max_blocking_threads(LOOKUPS)
        .build()
        .map_err(StartError::Thread)?;
    let listening = interrupt.listen(tell.clone());
    let events = tell.clone();
    let events = Tell::new(move |event| {
        if is_followed || matches!(event, Event::Warning(_)) {
            // Who asked may have gone by now.
            let _ = events.send(Message::Event(event));
        }
    });
    let pages = Pages::new(settings.policy.clone(), settings.cache.clone(), settings.limits, events.clone())?;
    let wants_github = wants.keys().any(|want| matches!(want, Want::GitHub { .. }));
    let github =
        wants_github.then(|| GitHub::new(settings.github.clone(), settings.limits, events)).transpose()?;
    let questions: Vec<Question> = wants.iter().map(|(want, depth)| (want.clone(), *depth)).collect();
    let farewell = Farewell(tell.clone());
    let work = move || {
        let _farewell = farewell;
        let tasks = LocalSet::new();
        tasks.block_on(&runtime, async {
            let mut all = spawn(questions, github, &pages, &tell).await;
            finish(&mut all, ended).await;
        });
        drop(tasks);
        // A name that is still being looked up would hold the program for as long as the system takes.
        runtime.shutdown_background();
    };
    thread::Builder::new().name("network".to_owned()).spawn(work).map_err(StartError::Thread)?;
    Ok(Running { messages, _listening: listening, _end: end })
}

async fn spawn(
    questions: Vec<Question>,
    github: Option<GitHub>,
    pages: &Pages,
    tell: &Sender<Message>,
) -> JoinSet<()> {
    let mut all = JoinSet::new();
    let (mut asked_of_github, mut asked_of_pages) = (Vec::new(), Vec::new());
    for (want, depth) in questions {
        match &want {
            Want::Page(url) => asked_of_pages.push((url.clone(), want, depth)),
            Want::GitHub { .. } => asked_of_github.push((want, depth)),
        }
    }
    if let Some(github) = github {
        // One task, since one request serves a hundred of them.
        let (pages, tell) = (pages.clone(), tell.clone());
        all.spawn_local(async move {
            let answer = |want, answer| drop(tell.send(Message::Answer { want, answer, place: None }));
            github.ask(&asked_of_github, &pages, &answer).await;
        });
    }
    let expected: Vec<Expected> = asked_of_pages.iter().map(|(url, ..)| pages.expect(url)).collect();
    let asked_of_pages = in_turn(asked_of_pages.into_iter().zip(expected));
    for (index, ((url, want, depth), expected)) in asked_of_pages.into_iter().enumerate() {
        if index > 0 && index % FIRST_STEPS == 0 {
            // The first of them are on their way before the others have taken their first step.
            tokio::task::yield_now().await;
        }
        all.spawn_local(page(want, url, depth, expected, pages.clone(), tell.clone()));
    }
    all
}

type Page = (Url, Want, Depth);

/// The first page of each host, then the second of each: all hosts are at work from the beginning.
fn in_turn(asked: impl Iterator<Item = (Page, Expected)>) -> Vec<(Page, Expected)> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut ranked: Vec<(usize, (Page, Expected))> = asked
        .map(|page| {
            let rank = counts.entry(page.0.0.authority().to_owned()).or_default();
            *rank += 1;
            (*rank, page)
        })
        .collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, page)| page).collect()
}

async fn page(want: Want, url: Url, depth: Depth, expected: Expected, pages: Pages, tell: Sender<Message>) {
    let answer = pages.fetch_expected(&url, depth, expected).await;
    let place = pages.waiting().acquire_owned().await.ok();
    // Who asked may have gone by now.
    let _ = tell.send(Message::Answer { want, answer, place });
}

/// Waits until all is done or nobody wants it any more. A task that panicked has answered nothing: its question is closed when
/// all the others are through.
async fn finish(all: &mut JoinSet<()>, ended: oneshot::Receiver<()>) {
    let done = pin!(async { while all.join_next().await.is_some() {} });
    select(done, ended).await;
}
