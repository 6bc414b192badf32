//! Commands: the rooms below, put together. What each of them makes is a pure function where that can be.

pub mod action;
pub mod badge;
pub mod baseline;
pub mod check;
pub mod diff;
pub mod discover;
pub mod examine;
pub mod exit;
pub mod explain;
pub mod generate;
pub mod init;
mod meant;
pub mod mend;
pub mod output;
mod readme;
pub mod report;
