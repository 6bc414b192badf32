//! The servers of the tests, started by hand: `cargo run --example world -- NAME`.

fn main() {}
