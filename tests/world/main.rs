//! The servers of the tests, started by hand: `cargo run --example world -- NAME`.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a panic is how it fails, and it says where it is"
)]

mod bench;
mod escapes;
#[allow(dead_code, reason = "shared with the tests")]
mod faults;
#[allow(dead_code, reason = "shared with the tests")]
mod github;
mod hub;
mod project;
mod secure;
#[allow(dead_code, reason = "shared with the tests")]
mod site;
#[allow(dead_code, reason = "shared with the tests")]
mod tls;

use std::time::Duration;

const USAGE: &str = "usage: world github --port PORT [--hub FILE] [--latency MS] | world project --api URL | world bench \
                     | world escapes | world tls --certificate FILE";

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        // The API on the port, the pages on the next one, with the token `sample-token` or that of the file.
        ["github", "--port", port, settings @ ..] => github(port.parse().expect("a port"), settings),
        // Prints its port, and ends when its input does.
        ["bench"] => bench::serve(),
        // Writes what the program makes of texts and outputs.
        ["escapes"] => escapes::run(),
        // Asks the API at an address for all that a run asks of its own repository.
        ["project", "--api", api] => project::ask(api),
        // The same as `bench`, over TLS.
        ["tls", "--certificate", file] => secure::serve(file.as_ref()),
        _ => panic!("{USAGE}"),
    }
}

/// Serves a hub, `--hub FILE` or the sample, whose answers take `--latency` milliseconds.
fn github(port: u16, settings: &[&str]) {
    let (mut hub, mut latency) = (None, Duration::ZERO);
    for setting in settings.chunks(2) {
        match setting {
            ["--hub", file] => hub = Some(hub::read(file)),
            ["--latency", milliseconds] => {
                latency = Duration::from_millis(milliseconds.parse().expect("milliseconds"));
            }
            _ => panic!("{USAGE}"),
        }
    }
    let double = github::Double::start_at(hub.unwrap_or_else(github::sample), port);
    double.set_latency(latency);
    double.wait();
}
