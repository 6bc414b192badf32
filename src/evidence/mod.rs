//! Evidence: what each item of a declaration points to, and whether it says what the declaration says it says.

pub mod address;
pub mod ip;
pub mod outcome;
pub mod repository;

pub use outcome::{Outcome, Outcomes, Trouble, TroubleKind, Verdict};
