//! Levels: what the answers amount to, by the formulas of the format and nothing else.

pub mod answers;
pub mod applies;
mod levels;
pub mod model;
mod standing;

pub use model::{Assessment, Blocker, ClientStanding, Count, RequirementStanding, Standing, TrackStanding};
pub use standing::{Suspects, assess};
