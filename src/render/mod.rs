//! Renderers: pure functions from a report to text, one file each.

mod cells;
pub mod human;
#[cfg(test)]
mod human_fixture;
mod inert;
pub mod report;
pub mod scorecard;
pub mod style;

pub use report::{DeclarationFile, Mode, Report};
pub use style::Style;
