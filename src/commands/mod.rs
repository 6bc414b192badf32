//! Commands: the rooms below, put together.

pub mod discover;
pub mod examine;
pub mod exit;
