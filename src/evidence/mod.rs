//! Evidence: what each item of a declaration points to, and whether it says what the declaration says it says.

pub mod git;
pub mod outcome;
pub mod repo_path;
pub mod repository;
pub mod worktree;

pub use outcome::{Outcome, Outcomes, Trouble, TroubleKind, Verdict};
