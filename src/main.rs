//! The program: everything is in the library.

use package_repo_security::cli;
use package_repo_security::commands::exit::Exit;
use package_repo_security::text::sanitize;
use std::io::Write;
use std::panic;
use std::process::ExitCode;

fn main() -> ExitCode {
    // A defect of ours must not be taken for a verdict, and must not print hostile text as it is.
    panic::set_hook(Box::new(|defect| {
        let message = format!("error: internal error, please report it: {defect}");
        let message = sanitize::lines(&message);
        let _ = writeln!(std::io::stderr().lock(), "{}", sanitize::inert(&message));
    }));
    panic::catch_unwind(|| cli::run(std::env::args_os())).unwrap_or(Exit::Unfinished).into()
}
