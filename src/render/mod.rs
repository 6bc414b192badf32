//! Renderers: pure functions from a report to text, one file each.

pub mod format;
pub mod location;
pub mod report;

pub use format::Format;
pub use location::Location;
pub use report::{Baseline, DeclarationFile, Mode, Report};
