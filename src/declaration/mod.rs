//! The declaration: its grammar as data, what in a tree does not fit the grammar, and the typed form of what does.

pub mod conform;
mod decode;
pub mod describe;
pub mod grammar;
pub mod item;
pub mod mismatch;
pub mod model;
pub mod placeholders;
pub mod words;

pub use conform::conform;
pub use decode::decode;
pub use item::{Check, Item, Locator};
pub use mismatch::{Mismatch, Problem};
pub use model::{Answer, Client, Declaration, Ignore, Plan, Registry, Status, Withdrawal};

/// Where a declaration stands, in the order in which the places are looked at, relative to the top of the repository.
pub const PLACES: [&str; 2] = [".package-repo-security.yml", ".github/.package-repo-security.yml"];
