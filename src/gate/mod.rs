//! The gate: two declarations → what changed between them, and which of it is a step down.
//!
//! A lattice in which only upward moves are silent: whatever an answer, its evidence, a client, the taxonomy or the framework
//! version loses is said. What the format calls a regression needs an entry of `withdrawals` that the same change adds. The day
//! and the network play no part.

mod acknowledge;
mod answers;
mod base;
mod claims;
mod clients;
mod compare;
mod evidence;
mod levels;
mod merge;
mod model;
mod pair;
mod parts;
mod plans;
mod records;
mod side;
mod strength;
mod touched;
mod tracks;
mod version;

pub use base::Base;
pub use compare::compare;
pub use model::{
    AnswerChange, Cause, ClaimChange, ClientChange, ClientMove, Comparison, EvidenceChange, LevelChange,
    Move, Moved, Part, PartsChange, PlanChange, Record, Regression, RegressionKind, TrackChange, Weakness,
};
pub use touched::is_new;
