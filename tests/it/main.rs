//! Everything that is proved from outside, through the binary. One test program, so that it links once.

#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]
#![allow(clippy::format_collect, clippy::format_push_string, reason = "no test is slow for it")]

mod support;

mod action;
mod badge;
mod catalogue;
mod commands;
mod example;
mod examples;
mod fix;
mod gate;
mod generated;
mod hostile;
mod online;
mod packaging;
mod properties;
mod refusals;
mod report;
mod rules;
mod twelve;
#[allow(dead_code, reason = "shared with the example that starts the servers by hand")]
#[path = "../world/mod.rs"]
mod world;
