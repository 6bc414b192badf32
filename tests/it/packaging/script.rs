//! Scripts of this project, run in a directory of their own.

use crate::support::Run;
use assert_cmd::Command;
use std::path::Path;

/// A script, with `PATH` and nothing else in its environment.
pub fn script(path: &Path, directory: &Path) -> Command {
    let mut command = Command::new("bash");
    command.arg(path).current_dir(directory).env_clear().env("PATH", std::env::var_os("PATH").unwrap());
    command
}

/// That it ended well, and what it printed.
pub fn good(command: Command) -> String {
    let run = Run::of(command);
    assert_eq!(run.code, 0, "{run:?}");
    run.stdout
}

/// That it refused, said this, and what to do.
pub fn refused(command: Command, wanted: &str) {
    let run = Run::of(command);
    assert_ne!(run.code, 0, "{run:?}");
    assert!(run.stderr.contains(wanted), "{wanted}: {run:?}");
    assert!(run.stderr.contains("help: "), "{run:?}");
}
