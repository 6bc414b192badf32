//! The servers of the tests, started by hand: `cargo run --example world -- NAME`.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a panic is how it fails, and it says where it is"
)]

mod bench;
#[allow(dead_code, reason = "shared with the tests")]
mod faults;
#[allow(dead_code, reason = "shared with the tests")]
mod github;
mod project;
mod secure;
#[allow(dead_code, reason = "shared with the tests")]
mod site;
#[allow(dead_code, reason = "shared with the tests")]
mod tls;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        // The API on the port, the pages on the next one, with the token `sample-token`.
        ["github", "--port", port] => {
            github::Double::start_at(github::sample(), port.parse().expect("a port")).wait();
        }
        // Prints its port, and ends when its input does.
        ["bench"] => bench::serve(),
        // Asks the API at an address for all that a run asks of its own repository.
        ["project", "--api", api] => project::ask(api),
        // The same as `bench`, over TLS.
        ["tls", "--certificate", file] => secure::serve(file.as_ref()),
        _ => panic!(
            "usage: world github --port PORT | world project --api URL | world bench | world tls --certificate FILE"
        ),
    }
}
