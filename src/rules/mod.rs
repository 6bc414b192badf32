//! Rules: one file each, with its id, what it asks, why, and an example; and one list of them all in [`registry`].

mod answers;
pub mod change;
mod claims;
pub mod context;
mod dates;
mod evidence;
pub mod links;
pub mod read;
pub mod registry;
mod shape;
pub mod upkeep;

pub use context::Context;
pub use registry::{RULES, all, by_id, run};
