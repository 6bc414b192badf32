//! Evidence: what each item of a declaration points to, and whether it says what the declaration says it says.
//!
//! [`gather()`] goes through the items; a [`document`] is one file parsed once, [`rendered`] what a reader of it sees,
//! [`anchors`] what a fragment can name in it, [`checks`] what must hold there. The tree and git are behind
//! [`repository::Repository`]; [`worktree::WorkTree`] is the real one.

pub mod anchors;
mod budget;
pub mod checks;
mod citation;
pub mod document;
pub mod fragment;
pub mod gather;
pub mod git;
mod judge;
pub mod kind;
mod locate;
pub mod mapped;
mod missing;
pub mod outcome;
pub mod own_output;
pub mod remote;
pub mod rendered;
pub mod repo_path;
pub mod repository;
mod text_directive;
pub mod web;
pub mod worktree;

pub use gather::{Gathered, Sources, gather};
pub use outcome::{Outcome, Outcomes, Trouble, TroubleKind, Verdict};
pub use remote::Terms;
