//! Renderers: pure functions from a report to text, one file each.

pub mod escape;
pub mod escaped_json;
pub mod fingerprint;
#[cfg(test)]
mod fixture;
pub mod format;
pub mod inert_markdown;
pub mod location;
pub mod report;

pub use format::Format;
pub use location::Location;
pub use report::{Baseline, DeclarationFile, Mode, Report};
