//! What passes from the thread that makes requests to the one that asked.

use super::watch::Event;
use crate::evidence::web::{Answer, Want};
use tokio::sync::OwnedSemaphorePermit;

/// What the thread that asked is told.
#[derive(Debug)]
pub(super) enum Message {
    /// Something happened.
    Event(Event),
    /// A question is answered.
    Answer {
        /// The question.
        want: Want,
        /// The answer.
        answer: Answer,
        /// The place that it takes while it waits to be judged.
        place: Option<OwnedSemaphorePermit>,
    },
    /// Somebody stopped the run.
    Interrupted,
    /// No more answers come.
    Over,
}
