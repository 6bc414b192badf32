//! The Action, through the binary: variables and payloads of a runner in, commands, outputs and summary out.

mod bases;
mod bypasses;
mod escapes;
mod hostile;
mod inputs;
mod requests;
mod snapshots;
mod told;
mod unavailable;

use crate::support::{Run, TODAY, Tree, whole};
use crate::world::github::{Double, File, Hub, Repository, Thread};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The token of the tests: it must be seen nowhere but at the API.
const TOKEN: &str = "ghp_MARKERmarkerMARKERmarker0123456789";
/// The repository of most payloads.
const HELLO: &str = "Codertocat/Hello-World";
/// The base of the payloads' pull request, when the event was sent.
const STALE: &str = "f95f852bd8fca8fcc58a9a2d6c842781e32a215e";
/// The head of the payloads' pull request.
const HEAD: &str = "ec26c3e57ca3a959ca5aad62de7213c562f8c821";
/// The merge commit that GitHub made of it.
const MERGE: &str = "c4295bd74fb0f4fda03689c3df3f2803b658fd85";
/// What the base has become since.
const NEWER: &str = "0d1a26e67d8f5eaf1f6ba5c57fc3c7d91ac0fd1c";

const STANDARD: &str = ".package-repo-security.yml";

/// A payload as GitHub sent it: one of the examples that octokit keeps.
fn payload(name: &str) -> Value {
    let file = format!("{}/tests/fixtures/events/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap()
}

/// A declaration with one answer met.
fn met() -> String {
    whole("answers: {mfa: {status: met, evidence: docs/help.md}}\n")
}

/// A declaration that promises nothing.
fn unmet() -> String {
    whole("answers: {mfa: unmet}\n")
}

/// A repository with the commits of a pull request: the head was made from what the base was, and is merged into what it is.
fn with_pull_request(name: &str, base: &[(&str, &str)], head: &[(&str, &str)]) -> Repository {
    let first = Repository::new(name, &[("README.md", "# Hello\n")]);
    let root = first.first();
    first
        .with_commit(STALE, &[root], &[])
        .with_commit(NEWER, &[STALE.to_owned()], base)
        .with_commit(HEAD, &[STALE.to_owned()], head)
        .with_commit(MERGE, &[NEWER.to_owned(), HEAD.to_owned()], head)
        .with_branch("master", NEWER)
        .with_thread(2, Thread { is_pull_request: true, state: "open", ..Thread::default() })
}

/// A step of a job.
struct Job {
    tree: Tree,
    /// The commit that is checked out.
    commit: String,
    variables: BTreeMap<String, String>,
}

/// How a step ended.
#[derive(Debug)]
struct Ended {
    run: Run,
    outputs: BTreeMap<String, String>,
    summary: String,
}

impl Job {
    /// A step that an event started, with this commit checked out.
    fn new(event: &str, payload: &Value, commit: &str, tree: Tree) -> Self {
        let repository = payload["repository"]["full_name"].as_str().unwrap_or(HELLO).to_owned();
        let tree = tree
            .file(".git/HEAD", format!("{commit}\n"))
            .file(".git/event.json", payload.to_string())
            .file(".git/output", "")
            .file(".git/summary", "");
        let path = |name: &str| tree.path(name).to_str().unwrap().to_owned();
        let variables = [
            ("GITHUB_ACTIONS", "true".to_owned()),
            ("GITHUB_EVENT_NAME", event.to_owned()),
            ("GITHUB_EVENT_PATH", path(".git/event.json")),
            ("GITHUB_SHA", commit.to_owned()),
            ("GITHUB_REF", "refs/pull/2/merge".to_owned()),
            ("GITHUB_REPOSITORY", repository),
            ("GITHUB_WORKSPACE", path("")),
            ("GITHUB_OUTPUT", path(".git/output")),
            ("GITHUB_STEP_SUMMARY", path(".git/summary")),
            ("INPUT_TODAY", TODAY.to_owned()),
            ("INPUT_TOKEN", TOKEN.to_owned()),
        ];
        let variables = variables.map(|(name, value)| (name.to_owned(), value)).into_iter().collect();
        Self { tree, commit: commit.to_owned(), variables }
    }

    /// A pull request of the payloads, merged by GitHub, in a tree that holds this declaration.
    fn pull_request(declaration: impl AsRef<[u8]>) -> Self {
        Self::new("pull_request", &payload("pull_request"), MERGE, changed(declaration))
    }

    /// With a variable of the runner, or an input.
    fn with(mut self, name: &str, value: &str) -> Self {
        self.variables.insert(name.to_owned(), value.to_owned());
        self
    }

    /// Without it.
    fn without(mut self, name: &str) -> Self {
        self.variables.remove(name);
        self
    }

    /// With the GitHub of a double, which has what is checked out.
    fn on(self, double: &Double) -> Self {
        let mut files = Vec::new();
        collect(&self.tree.path(""), "", &mut files);
        double.change(|hub| {
            let commits = hub.repositories.iter_mut().filter_map(|it| it.commits.get_mut(&self.commit));
            for commit in commits {
                commit.files =
                    files.iter().map(|(path, bytes)| (path.clone(), File::Bytes(bytes.clone()))).collect();
            }
        });
        self.beside(double)
    }

    /// With the GitHub of a double that knows nothing of the tree.
    fn beside(self, double: &Double) -> Self {
        let graphql = format!("{}/graphql", double.api);
        self.with("GITHUB_API_URL", &double.api)
            .with("GITHUB_SERVER_URL", &double.pages)
            .with("GITHUB_GRAPHQL_URL", &graphql)
    }

    fn run(&self) -> Ended {
        let mut command = self.tree.command(&["action"]);
        command.envs(&self.variables);
        let mut run = Run::of(command);
        let outputs = self.tree.read(".git/output");
        // The word that nobody can guess is another in each run.
        if let Some((_, rest)) = run.stdout.split_once("::stop-commands::") {
            let word = rest.lines().next().unwrap().to_owned();
            assert_eq!((word.len(), run.stdout.matches(&word).count()), (32, 2), "{}", run.stdout);
            run.stdout = run.stdout.replace(&word, "WORD");
        }
        for text in [&run.stdout, &run.stderr, &outputs, &self.tree.read(".git/summary")] {
            assert!(!text.contains("MARKER"), "the token is shown: {text}");
        }
        Ended { run, outputs: taken(&outputs), summary: self.tree.read(".git/summary") }
    }
}

/// The files of a tree, without links and without `.git`.
fn collect(folder: &Path, inside: &str, files: &mut Vec<(String, Vec<u8>)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{inside}{}", entry.file_name().to_str().unwrap());
        match entry.file_type().unwrap() {
            _ if path == ".git" => {}
            kind if kind.is_dir() => collect(&entry.path(), &format!("{path}/"), files),
            kind if kind.is_file() => files.push((path, fs::read(entry.path()).unwrap())),
            _ => {}
        }
    }
}

/// A tree with a declaration and the page that it cites.
fn changed(declaration: impl AsRef<[u8]>) -> Tree {
    Tree::with(declaration).file("docs/help.md", "# Help\n")
}

/// A double that has this repository.
fn double(repository: Repository) -> Double {
    Double::start(Hub::new(TOKEN, vec![repository]))
}

/// What a runner takes out of the file of outputs: its own rules, `FileCommandManager.EnvFileKeyValuePairs`.
fn taken(file: &str) -> BTreeMap<String, String> {
    let mut lines = file.split('\n');
    let mut outputs = BTreeMap::new();
    while let Some(line) = lines.next() {
        if line.is_empty() {
            continue;
        }
        match (line.find('='), line.find("<<")) {
            (Some(equals), heredoc) if heredoc.is_none_or(|heredoc| equals < heredoc) => {
                outputs.insert(line[..equals].to_owned(), line[equals + 1..].to_owned());
            }
            (_, Some(heredoc)) => {
                let (name, delimiter) = (&line[..heredoc], &line[heredoc + 2..]);
                let value: Vec<&str> = lines.by_ref().take_while(|line| *line != delimiter).collect();
                outputs.insert(name.to_owned(), value.join("\n"));
            }
            _ => panic!("a runner refuses the line {line:?}"),
        }
    }
    outputs
}

impl Ended {
    fn output(&self, name: &str) -> &str {
        self.outputs.get(name).unwrap_or_else(|| panic!("no output `{name}`: {self:?}"))
    }

    /// The exit code, which the outputs repeat.
    fn code(&self) -> i32 {
        assert_eq!(self.output("exit-code"), self.run.code.to_string());
        self.run.code
    }
}
