//! What somebody who waits is told: [`Watch`] on the thread that asked, [`Tell`] where the requests are made.

use std::fmt;
use std::fmt::Debug;
use std::sync::Arc;

/// Somebody who waits. Told on the thread that asked.
pub trait Watch: Debug {
    /// Something happened.
    fn tell(&self, event: &Event);

    /// Whether requests and steps are followed. Where nobody does, this thread is not woken for each of them: that costs
    /// more than the request.
    fn follows(&self) -> bool {
        true
    }
}

/// What happens in a run of questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// It begins, with this many questions.
    Begun {
        /// How many.
        wants: usize,
    },
    /// A request goes out.
    Asking {
        /// The host.
        host: String,
    },
    /// A request has ended, with an answer or without one.
    Heard {
        /// The host.
        host: String,
    },
    /// A question is answered.
    Answered,
    /// One step, for those who want to know all of them. No credentials are in it.
    Step(String),
    /// Something about this machine that spoils answers, and what to do about it: for everybody.
    Warning(String),
    /// It is over.
    Over,
}

/// Where to say what happens. Cheap to clone; saying something never waits and never fails.
#[derive(Clone)]
pub struct Tell(Arc<dyn Fn(Event) + Send + Sync>);

impl Tell {
    /// Says it to a function.
    pub fn new(listener: impl Fn(Event) + Send + Sync + 'static) -> Self {
        Self(Arc::new(listener))
    }

    /// Says it to nobody.
    #[must_use]
    pub fn nobody() -> Self {
        Self::new(|_| {})
    }

    /// Says that something happened.
    pub fn tell(&self, event: Event) {
        (self.0)(event);
    }

    /// Says that one step was made. No credentials may be in it.
    pub fn step(&self, text: impl Into<String>) {
        self.tell(Event::Step(text.into()));
    }
}

impl Debug for Tell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tell")
    }
}

/// Nobody.
#[derive(Clone, Copy, Debug)]
pub struct Nobody;

impl Watch for Nobody {
    fn follows(&self) -> bool {
        false
    }

    fn tell(&self, _event: &Event) {}
}
