//! A whole run: every question is answered once, whatever becomes of the others.

mod interrupt;

use crate::online::asking::{opening, quick};
use crate::world::faults::Faults;
use crate::world::site::{Reply, Site};
use package_repo_security::evidence::web::{Answer, Depth, Reason, Want, Wants, Web as _};
use package_repo_security::links::HostPort;
use package_repo_security::online::github::Access;
use package_repo_security::online::limits::Limits;
use package_repo_security::online::watch::{Event, Nobody, Watch};
use package_repo_security::online::{Online, Settings};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

/// A run against servers that are opened, with a GitHub that nobody asks.
fn settings(opened: &[String], limits: Limits) -> Settings {
    let nowhere: url::Url = "https://github.invalid/".parse().unwrap();
    let github = Access {
        server: HostPort { host: "github.invalid".to_owned(), port: Some(443) },
        pages: nowhere.clone(),
        rest: nowhere.clone(),
        graphql: nowhere,
        token: None,
        own_repository: None,
    };
    Settings { policy: opening(opened.iter().map(String::as_str)), github, cache: None, limits }
}

fn wants(urls: impl IntoIterator<Item = String>) -> Wants {
    urls.into_iter().map(|url| (Want::Page(url.parse().unwrap()), Depth::Text)).collect()
}

/// All answers in short, by path; a panic where one comes twice or not at all.
fn ask(online: &Online<'_>, wants: &Wants) -> BTreeMap<String, String> {
    let mut told = BTreeMap::new();
    online.ask(wants, &mut |want, answer| {
        let Want::Page(url) = want else { panic!("{want:?}") };
        let answer = match answer {
            Answer::Page(_) => "there".to_owned(),
            Answer::Gone(gone) => format!("gone {}", gone.status),
            Answer::Unreachable(reason) => format!("{reason:?}"),
            Answer::GitHub(_) => "GitHub".to_owned(),
        };
        let before = told.insert(url[url::Position::BeforePath..].to_owned(), answer);
        assert!(before.is_none(), "{url} twice");
    });
    assert_eq!(told.len(), wants.len());
    told
}

#[test]
fn one_bad_server_after_the_other_costs_no_other_answer() {
    let paths = [
        ("/good", "there"),
        ("/reset", "Broken"),
        ("/cut", "Broken"),
        ("/slow-body", "TimedOut"),
        ("/slow-head", "TimedOut"),
        ("/silent", "TimedOut"),
        ("/endless", "there"),
        ("/bomb", "Encoded"),
        ("/many-headers", "Broken"),
        ("/long-header", "Broken"),
        ("/nonsense", "Broken"),
        ("/circle", "Redirects"),
        ("/limited/86400", "RateLimited"),
        ("/status/503", "Status(503)"),
        ("/none", "gone 404"),
        ("/to/302/http://10.0.0.1/", "RedirectRefused"),
        ("/busy-twice", "there"),
    ];
    let servers: Vec<Faults> = paths.iter().map(|_| Faults::start()).collect();
    let opened: Vec<String> = servers.iter().map(Faults::opening).collect();
    let wants = wants(servers.iter().zip(paths).map(|(server, (path, _))| server.url(path)));
    let online = Online::new(settings(&opened, quick()), &Nobody);
    let started = Instant::now();
    let told = ask(&online, &wants);
    for (path, expected) in paths {
        assert_eq!(told[path], expected, "{path}");
    }
    assert!(started.elapsed() < Duration::from_secs(8), "{:?}", started.elapsed());
    assert!(!online.was_interrupted());
}

#[test]
fn what_the_time_does_not_allow_is_said_to_be_so() {
    let (silent, good) = (Faults::start(), Faults::start());
    let limits = Limits { run: Duration::from_millis(700), request: Duration::from_mins(1), ..quick() };
    let opened = [silent.opening(), good.opening()];
    let online = Online::new(settings(&opened, limits), &Nobody);
    let urls = (0..50).map(|at| silent.url(&format!("/silent/{at}")));
    let wants = wants(urls.chain((0..20).map(|at| good.url(&format!("/good/{at}")))));
    let started = Instant::now();
    let told = ask(&online, &wants);
    assert!(started.elapsed() < Duration::from_secs(2), "{:?}", started.elapsed());
    for (path, answer) in told {
        let expected = if path.starts_with("/good") { "there" } else { "OutOfTime" };
        assert_eq!(answer, expected, "{path}");
    }
    // The time is the run's, not each question's.
    let more = self::wants([good.url("/later")]);
    assert_eq!(ask(&online, &more)["/later"], "OutOfTime");
}

#[test]
fn what_was_answered_is_not_asked_again() {
    let server = Faults::start();
    let online = Online::new(settings(&[server.opening()], quick()), &Nobody);
    let paths = ["/good", "/none", "/status/403", "/good/2"];
    let first = ask(&online, &wants(paths[..3].iter().map(|path| server.url(path))));
    let requests = server.hits("/good") + server.hits("/none") + server.hits("/status/403");
    let second = ask(&online, &wants(paths.iter().map(|path| server.url(path))));
    assert!(first.iter().all(|(path, answer)| second[path] == *answer));
    assert_eq!(second["/good/2"], "there");
    assert_eq!(server.hits("/good") + server.hits("/none") + server.hits("/status/403"), requests);
}

/// Somebody who writes down what is told.
#[derive(Debug, Default)]
struct Diary(RefCell<Vec<String>>);

impl Watch for Diary {
    fn tell(&self, event: &Event) {
        self.0.borrow_mut().push(format!("{event:?}"));
    }
}

#[test]
fn who_watches_is_told_from_the_beginning_to_the_end() {
    let site = Site::builder().page("a.localhost", "/a", Reply::html("<p>Hi</p>")).start();
    let diary = Diary::default();
    let online = Online::new(settings(&[site.opening("a.localhost")], quick()), &diary);
    let secret = site.url("a.localhost", "/a?token=marker");
    ask(&online, &wants([secret, "https://10.0.0.1/".to_owned()]));
    let told = diary.0.borrow();
    assert_eq!(told.first().unwrap(), "Begun { wants: 2 }");
    assert_eq!(told.last().unwrap(), "Over");
    let count = |what: &str| told.iter().filter(|line| line.starts_with(what)).count();
    assert_eq!((count("Answered"), count("Asking")), (2, 1));
    assert!(told.iter().any(|line| line.contains("a.localhost") && line.contains("200")), "{told:?}");
    assert!(!told.iter().any(|line| line.contains("marker")), "{told:?}");
}

#[test]
fn answers_do_not_pile_up_while_nobody_judges_them() {
    let servers: Vec<Faults> = (0..20).map(|_| Faults::start()).collect();
    let opened: Vec<String> = servers.iter().map(Faults::opening).collect();
    let limits = Limits { requests: 4, ..quick() };
    let online = Online::new(settings(&opened, limits), &Nobody);
    let wants = wants(servers.iter().flat_map(|server| (0..4).map(|at| server.url(&format!("/good/{at}")))));
    let asked =
        || -> usize { servers.iter().flat_map(|it| (0..4).map(|at| it.hits(&format!("/good/{at}")))).sum() };
    let mut first = true;
    online.ask(&wants, &mut |_, answer| {
        assert!(matches!(answer, Answer::Page(_)));
        if std::mem::take(&mut first) {
            std::thread::sleep(Duration::from_millis(500));
            // Four wait to be judged, this one among them, and four were on their way.
            assert!(asked() <= 8, "{} asked", asked());
        }
    });
    assert_eq!(asked(), 80);
}

#[test]
fn github_is_answered_as_well() {
    let online = Online::new(settings(&[], quick()), &Nobody);
    let want = Want::GitHub {
        server: HostPort { host: "github.invalid".to_owned(), port: Some(443) },
        repository: package_repo_security::links::github::RepositoryName {
            owner: "o".to_owned(),
            name: "r".to_owned(),
        },
        target: package_repo_security::links::github::Target::Repository,
    };
    let mut answers = Vec::new();
    online.ask(&Wants::from([(want, Depth::Existence)]), &mut |_, answer| answers.push(answer));
    assert!(
        matches!(answers[..], [Answer::Unreachable(Reason::NoConnection | Reason::NameNotResolved)]),
        "{answers:?}"
    );
}
