//! The declaration: its grammar as data, what in a tree does not fit the grammar, and the typed form of what does.

pub mod conform;
mod decode;
pub mod grammar;
pub mod item;
pub mod model;
pub mod placeholders;
pub mod words;

pub use conform::{Mismatch, Problem, conform};
pub use decode::decode;
pub use item::{Check, Item, Locator};
pub use model::{Answer, Client, Declaration, Ignore, Plan, Registry, Status, Withdrawal};
