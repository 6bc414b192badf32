//! Evidence: what each item of a declaration points to, and whether it says what the declaration says it says.

pub mod anchors;
pub mod document;
pub mod fragment;
pub mod git;
pub mod kind;
pub mod mapped;
pub mod outcome;
pub mod own_output;
pub mod rendered;
pub mod repo_path;
pub mod repository;
pub mod worktree;

pub use outcome::{Outcome, Outcomes, Trouble, TroubleKind, Verdict};
