//! What somebody who waits is told.

use std::fmt::Debug;

/// Somebody who waits. Told on the thread that asked.
pub trait Watch: Debug {
    /// Something happened.
    fn tell(&self, event: &Event<'_>);
}

/// What happens in a run of questions.
#[derive(Clone, Debug)]
pub enum Event<'a> {
    /// It begins, with this many questions.
    Begun {
        /// How many.
        wants: usize,
    },
    /// A request goes out.
    Asking {
        /// The host.
        host: &'a str,
    },
    /// A question is answered.
    Answered {
        /// The host.
        host: &'a str,
    },
    /// One step, for those who want to know all of them. No credentials are in it.
    Step(&'a str),
    /// It is over.
    Over,
}

/// Nobody.
#[derive(Clone, Copy, Debug)]
pub struct Nobody;

impl Watch for Nobody {
    fn tell(&self, _event: &Event<'_>) {}
}
