//! Command line.

pub mod args;
