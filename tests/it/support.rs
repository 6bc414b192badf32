//! One builder for every run of the binary: a tree of its own, and no variable of the machine that it runs on.

use assert_cmd::Command;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;
use tempfile::TempDir;

/// The day on which every test runs.
pub const TODAY: &str = "2026-11-22";

/// The smallest declaration without findings, one line a key: tests and rule examples replace what they are about.
pub const BASE: &[(&str, &str)] = &[
    ("version", "version: 1\n"),
    ("principles", "principles: v0.1\n"),
    ("reviewed", "reviewed: 2026-08-21\n"),
    ("contact", "contact: mailto:security@epi.example\n"),
    (
        "registry",
        "registry: {name: Example Index, url: \"https://epi.example/\", user-accounts: true, packages: [accepts-built]}\n",
    ),
    ("claims", "claims: {authentication: 0, authorization: 0, general: 0, cli: 0}\n"),
    ("answers", "answers: {}\n"),
];

/// A fragment made a whole declaration: every top-level key that it leaves out is taken from [`BASE`].
pub fn whole(fragment: &str) -> String {
    let has = |key: &str| fragment.split(['\n', '\r']).any(|line| line.starts_with(&format!("{key}:")));
    let mut text = fragment.to_owned();
    for (key, line) in BASE {
        if !has(key) {
            text.push_str(line);
        }
    }
    text
}

/// A tree in a temporary directory.
pub struct Tree {
    directory: TempDir,
}

impl Tree {
    /// A tree that holds nothing but `.git`, so that it is a repository's top.
    pub fn new() -> Self {
        let directory = tempfile::tempdir().unwrap();
        fs::create_dir(directory.path().join(".git")).unwrap();
        Self { directory }
    }

    /// A tree whose declaration this is.
    pub fn with(declaration: impl AsRef<[u8]>) -> Self {
        Self::new().file(".package-repo-security.yml", declaration)
    }

    /// With one more file.
    pub fn file(self, path: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
        self
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.directory.path().join(path)
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    /// The binary, to be run at the top of this tree on [`TODAY`].
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = binary(self.directory.path());
        command.args(arguments);
        command
    }

    /// `check` on [`TODAY`], offline unless it says `--online`.
    pub fn check(&self, arguments: &[&str]) -> Run {
        let mut command = self.command(&["check", "--today", TODAY]);
        let says = |flag| arguments.contains(&flag);
        if !says("--online") && !says("--offline") {
            command.arg("--offline");
        }
        command.args(arguments);
        Run::of(command)
    }

    /// `check --online` on [`TODAY`] against servers on loopback: these `HOST:PORT`s are opened, this file of certificates
    /// is trusted and no other, nothing is kept. Nothing says where GitHub is or that there is a token.
    pub fn online(&self, opened: &[String], certificates: Option<&Path>, arguments: &[&str]) -> Command {
        let mut command = self.command(&["check", "--today", TODAY, "--online", "--no-cache"]);
        for host in opened {
            command.args(["--allow-private", host]);
        }
        if let Some(file) = certificates {
            command.env("SSL_CERT_FILE", file);
        }
        command.args(arguments);
        command
    }

    /// The JSON report of `check`.
    pub fn json(&self, arguments: &[&str]) -> (serde_json::Value, i32) {
        let run = self.check(&[&["--output", "json"], arguments].concat());
        (report_of(&run), run.code)
    }
}

/// The binary in a directory, with an environment that says nothing.
pub fn binary(directory: &Path) -> Command {
    let mut command = Command::cargo_bin("package-repo-security").unwrap();
    command.current_dir(directory).env_clear().env("LC_ALL", "C.UTF-8");
    // git is found by `commit` pins only.
    if let Some(path) = std::env::var_os("PATH") {
        command.env("PATH", path);
    }
    command
}

/// How a run ended.
#[derive(Debug)]
pub struct Run {
    pub stdout: String,
    pub stderr: String,
    pub code: i32,
}

impl Run {
    pub fn of(mut command: Command) -> Self {
        let Output { status, stdout, stderr } = command.output().unwrap();
        Self {
            stdout: String::from_utf8(stdout).unwrap(),
            stderr: String::from_utf8(stderr).unwrap(),
            code: status.code().unwrap_or(-1),
        }
    }
}

/// The JSON report that a run prints.
pub fn report_of(run: &Run) -> serde_json::Value {
    serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{error}: {run:?}"))
}

/// The rule ids of a JSON report's findings, in order.
pub fn rules_of(report: &serde_json::Value) -> Vec<&str> {
    report["findings"].as_array().unwrap().iter().map(|finding| finding["rule"].as_str().unwrap()).collect()
}
