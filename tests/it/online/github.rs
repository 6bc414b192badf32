//! GitHub, and its token: against a double of its API and pages.

mod api;
mod commits;
mod faults;
mod files;
mod sight;
pub mod support;
mod threads;
mod token;
mod unsigned;
