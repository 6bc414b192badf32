//! The GitHub Action, as far as it is a matter of values: what the runner says ([`runner`], [`event`]), which commit
//! a change is held against ([`base`]), and the texts that go back to the runner and to GitHub.

pub mod base;
pub mod check_run;
pub mod event;
pub mod mute;
pub mod outputs;
pub mod publication;
pub mod runner;
pub mod summary;

pub use base::{BaseError, CheckedOut, Plan};
pub use event::{Event, EventError};
pub use runner::Runner;
