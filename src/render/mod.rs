//! Renderers: pure functions from a report to text, one file each.

pub mod report;

pub use report::{DeclarationFile, Mode, Report};
