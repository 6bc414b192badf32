//! The report: one model of what a check found, for people to read and to fund, and its renderings.
//!
//! [`Page`] is made of a [`crate::render::Report`] and knows nothing of how it is written. [`html`] and [`markdown`] write it,
//! [`gap_files`] writes its roadmap as files. All of them are pure.

pub mod answer;
mod build;
mod clip;
pub mod detail;
pub mod format;
pub mod gap_files;
pub mod href;
pub mod html;
pub mod mark;
pub mod markdown;
pub mod model;
pub mod progress;
pub mod roadmap;
pub mod same_registry;
#[cfg(test)]
mod tests;
pub mod wording;

pub use format::{Format, render};
pub use href::Href;
pub use mark::Mark;
pub use model::Page;
