//! One double, one way of asking it, and short words for wants and answers.

use crate::world::github::{Double, Hub, Repository};
use package_repo_security::evidence::web::{
    Answer, Depth, Reason, RemoteFile, Subject, Thread, Want, Wants, Web,
};
use package_repo_security::links::github::{RepositoryName, Target};
use package_repo_security::links::{HostPort, Policy};
use package_repo_security::online::github::{Access, Token};
use package_repo_security::online::limits::Limits;
use package_repo_security::online::watch::{Event, Watch};
use package_repo_security::online::{Online, Settings};
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::time::Duration;
use url::Url;

/// The token of the tests: it must be seen nowhere but at the API.
pub const TOKEN: &str = "ghp_MARKERmarkerMARKERmarker0123456789";

/// Everything that somebody who watches is told.
#[derive(Debug, Default)]
pub struct Heard(pub Mutex<Vec<String>>);

impl Watch for Heard {
    fn tell(&self, event: &Event) {
        self.0.lock().unwrap().push(format!("{event:?}"));
    }
}

/// A double, and how it is asked.
pub struct World {
    pub double: Double,
    pub access: Access,
    pub limits: Limits,
    pub heard: Heard,
}

impl World {
    /// A server with these repositories, asked with a token.
    pub fn new(repositories: Vec<Repository>) -> Self {
        Self::of(Hub::new(TOKEN, repositories))
    }

    pub fn of(hub: Hub) -> Self {
        let double = Double::start(hub);
        let url = |text: &str| Url::parse(text).unwrap();
        let pages = url(&double.pages);
        let server = HostPort { host: "127.0.0.1".to_owned(), port: pages.port() };
        let access = Access {
            server,
            rest: url(&double.api),
            graphql: url(&format!("{}/graphql", double.api)),
            pages,
            token: Token::new(TOKEN),
            own_repository: Some("acme/index".to_owned()),
        };
        let limits = Limits {
            request: Duration::from_secs(2),
            retry_after: Duration::from_secs(2),
            run: Duration::from_secs(30),
            ..Limits::default()
        };
        Self { double, access, limits, heard: Heard::default() }
    }

    /// Asked without a token.
    pub fn unsigned(mut self) -> Self {
        self.access.token = None;
        self
    }

    pub fn want(&self, repository: &str, target: Target) -> Want {
        let (owner, name) = repository.split_once('/').unwrap();
        let repository = RepositoryName { owner: owner.to_owned(), name: name.to_owned() };
        Want::GitHub { server: self.access.server.clone(), repository, target }
    }

    pub fn ask_all(&self, wants: impl IntoIterator<Item = (Want, Depth)>) -> BTreeMap<Want, Answer> {
        let wants: Wants = wants.into_iter().collect();
        let settings = Settings {
            policy: Policy { allow_private: vec![HostPort { host: "127.0.0.1".to_owned(), port: None }] },
            github: self.access.clone(),
            cache: None,
            limits: self.limits,
        };
        let mut answers = BTreeMap::new();
        Online::new(settings, &self.heard).ask(&wants, &mut |want, answer| {
            assert!(answers.insert(want.clone(), answer).is_none(), "answered twice: {want:?}");
        });
        assert_eq!(answers.len(), wants.len(), "every want is answered");
        answers
    }

    pub fn ask(&self, repository: &str, target: Target, depth: Depth) -> Answer {
        let want = self.want(repository, target);
        self.ask_all([(want.clone(), depth)]).remove(&want).unwrap()
    }

    /// What was found, where the repository was seen.
    pub fn subject(&self, repository: &str, target: Target, depth: Depth) -> Subject {
        match self.ask(repository, target, depth) {
            Answer::GitHub(seen) => seen.subject,
            other => panic!("{other:?}"),
        }
    }

    /// Why it could not be looked at.
    pub fn reason(&self, repository: &str, target: Target) -> Reason {
        match self.ask(repository, target, Depth::Text) {
            Answer::Unreachable(reason) => reason,
            other => panic!("{other:?}"),
        }
    }

    pub fn file(&self, repository: &str, place: &str, depth: Depth) -> RemoteFile {
        match self.subject(repository, file(place), depth) {
            Subject::File(file) => file,
            other => panic!("{other:?}"),
        }
    }

    pub fn thread(&self, repository: &str, number: u64, depth: Depth) -> Thread {
        match self.subject(repository, Target::Thread { number }, depth) {
            Subject::Thread(thread) => thread,
            other => panic!("{other:?}"),
        }
    }

    pub fn heard(&self) -> String {
        self.heard.0.lock().unwrap().join("\n")
    }
}

pub fn file(place: &str) -> Target {
    Target::File { reference_and_path: place.to_owned() }
}

/// The text of a file that is there.
pub fn text(file: &RemoteFile) -> &str {
    std::str::from_utf8(file.content.as_ref().unwrap()).unwrap()
}

/// A repository with a bit of everything.
pub fn index() -> Repository {
    Repository::new(
        "acme/index",
        &[
            ("README.md", "# Index\n"),
            ("docs/help.md", "# Help\n\nTwo factors.\n"),
            (".github/workflows/ci.yml", "on: push\n"),
        ],
    )
}
