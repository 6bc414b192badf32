//! What the project is delivered as: the Action in its two forms, the image, releases.

mod actions;
#[cfg(target_os = "linux")]
mod install;
#[cfg(target_os = "linux")]
mod release;
#[cfg(target_os = "linux")]
mod script;
mod workflows;

use std::path::{Path, PathBuf};

/// A file of this repository.
fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The text of a file of this repository, with the line ends of Unix.
fn text(path: &str) -> String {
    std::fs::read_to_string(here(path))
        .unwrap_or_else(|error| panic!("{path}: {error}"))
        .replace("\r\n", "\n")
}

/// A YAML file of this repository.
fn yaml(path: &str) -> serde_yaml::Value {
    serde_yaml::from_str(&text(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}
