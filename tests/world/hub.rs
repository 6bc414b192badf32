//! A hub of GitHub's double out of a file: repositories that a script thought of, each with its history.
//!
//! `{"token": …, "repositories": [{"name": "o/r", "default-branch": …, "branches": {NAME: COMMIT}, "pull-requests": [NUMBER],
//! "commits": {COMMIT: {"parents": [COMMIT], "files": {PATH: TEXT}}}}]}`

use crate::github::{Commit, File, Hub, Repository, Thread};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HubFile {
    token: String,
    repositories: Vec<RepositoryFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RepositoryFile {
    name: String,
    default_branch: String,
    branches: BTreeMap<String, String>,
    pull_requests: Vec<u64>,
    commits: BTreeMap<String, CommitFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CommitFile {
    parents: Vec<String>,
    files: BTreeMap<String, String>,
}

/// Reads it.
pub fn read(file: &str) -> Hub {
    let text = std::fs::read_to_string(file).expect("a file");
    let read: HubFile = serde_json::from_str(&text).expect("a hub");
    Hub::new(&read.token, read.repositories.into_iter().map(repository).collect())
}

fn repository(read: RepositoryFile) -> Repository {
    let mut it = Repository::new(&read.name, &[]);
    it.commits = read.commits.into_iter().map(|(name, commit)| (name, self::commit(commit))).collect();
    it.default_branch = read.default_branch;
    it.branches = read.branches.into_iter().collect();
    for number in read.pull_requests {
        let thread = Thread { is_pull_request: true, state: "open", ..Thread::default() };
        it.threads.insert(number, thread);
    }
    it
}

fn commit(read: CommitFile) -> Commit {
    let files = read.files.into_iter().map(|(path, text)| (path, File::Bytes(text.into_bytes())));
    Commit { parents: read.parents, files: files.collect() }
}
