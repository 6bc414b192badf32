//! Renderers: pure functions from a report to text, one file each.

mod cells;
pub mod changes;
pub mod escape;
pub mod escaped_json;
pub mod fingerprint;
#[cfg(test)]
pub(crate) mod fixture;
pub mod format;
pub mod github;
pub mod gitlab;
#[cfg(test)]
mod hostile;
pub mod human;
#[cfg(test)]
mod human_fixture;
mod inert;
pub mod inert_markdown;
pub mod json;
pub mod jsonl;
pub mod junit;
pub mod location;
pub mod markdown;
pub mod report;
pub mod sarif;
pub mod scorecard;
pub mod short;
pub mod style;

pub use format::{Format, render};
pub use location::Location;
pub use report::{Baseline, DeclarationFile, Mode, Report};
pub use style::Style;
