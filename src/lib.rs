//! Checks how a package registry says it meets the *Principles for Package Repository Security*.
//!
//! Data flows one way, and the modules stand in that order: [`read`] turns bytes into a tree, [`declaration`] holds it against
//! the grammar and types it, [`evidence`] looks at what it points to, [`assessment`] computes levels, [`rules`] say what is
//! wrong, [`findings`] settle how much it weighs, [`render`], [`badge`] and [`report`] show it, [`action`] is what GitHub's runner
//! says and is told. [`text`] and [`principles`] are the
//! ground they stand on, [`commands`] put them together. Nothing below `commands` knows the clock, the environment or the
//! network: those come in as values.

pub mod action;
pub mod assessment;
pub mod badge;
pub mod cli;
pub mod commands;
pub mod declaration;
pub mod evidence;
pub mod findings;
pub mod gate;
pub mod links;
pub mod online;
pub mod principles;
pub mod read;
pub mod render;
pub mod report;
pub mod rules;
pub mod schema;
pub mod text;
