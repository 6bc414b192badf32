//! Findings: one type for everything that is said of a declaration, and how much it weighs.

pub mod finding;
pub mod fix;
pub mod per_host;
pub mod place;
pub mod rule;
pub mod settle;
pub mod severity;

pub use finding::Finding;
pub use fix::{Edit, Fix, Spelling};
pub use per_host::{OfHost, per_host};
pub use place::Place;
pub use rule::{Class, Rule};
pub use settle::{Settings, settle};
pub use severity::{FailOn, Scope, Severity};
