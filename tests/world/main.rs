//! The servers of the tests, started by hand: `cargo run --example world -- NAME`.

#![allow(clippy::unwrap_used, reason = "a panic is how it fails")]

#[allow(dead_code, reason = "shared with the tests")]
mod faults;
#[allow(dead_code, reason = "shared with the tests")]
mod github;
#[allow(dead_code, reason = "shared with the tests")]
mod site;
#[allow(dead_code, reason = "shared with the tests")]
mod tls;

fn main() {}
