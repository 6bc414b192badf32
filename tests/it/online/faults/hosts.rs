//! Hosts: unreachable ones are asked once, busy ones keep nobody waiting, and 404 counts only from those that answer pages.

use crate::online::asking::{fetch, is_there, pages, quick, reason, with};
use crate::world::faults::Faults;
use crate::world::site::{Reply, Site, Speaks};
use package_repo_security::evidence::web::{Answer, Depth, Reason};
use package_repo_security::online::limits::Limits;
use package_repo_security::online::page::{Looking, Lookup, Pages, Parts};
use std::io;
use std::net::{Ipv6Addr, TcpListener};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

/// Everything asked for at once.
async fn all(pages: &Pages, urls: impl IntoIterator<Item = String>) -> Vec<(String, Answer)> {
    let mut tasks = JoinSet::new();
    for url in urls {
        let pages = pages.clone();
        tasks.spawn(async move {
            let answer = pages.fetch(&url.parse().unwrap(), Depth::Text).await;
            (url, answer)
        });
    }
    tasks.join_all().await
}

#[tokio::test]
async fn a_host_is_asked_by_two_at_a_time_and_a_slow_one_keeps_nobody_waiting() {
    let (slow, quick_one) = (Faults::start(), Faults::start());
    let pages = pages(&[slow.opening(), quick_one.opening()], quick());
    let urls = (0..200).map(|at| slow.url(&format!("/after/100/{at}")));
    let urls = urls.chain((0..20).map(|at| quick_one.url(&format!("/good/{at}"))));
    let background = {
        let pages = pages.clone();
        let urls: Vec<String> = urls.collect();
        tokio::spawn(async move { all(&pages, urls).await })
    };
    let started = Instant::now();
    while (0..20).any(|at| quick_one.hits(&format!("/good/{at}")) == 0) {
        assert!(started.elapsed() < Duration::from_secs(3), "the quick host waits for the slow one");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    let answers = background.await.unwrap();
    assert!(answers.iter().all(|(_, answer)| matches!(answer, Answer::Page(_))));
    assert_eq!(slow.most_at_once(), 2);
    assert!(slow.connections() <= 2, "{} connections", slow.connections());
}

#[tokio::test]
async fn no_more_requests_are_made_at_once_than_allowed() {
    let servers: Vec<Faults> = (0..12).map(|_| Faults::start()).collect();
    let limits = Limits { requests: 8, ..quick() };
    let opened: Vec<String> = servers.iter().map(Faults::opening).collect();
    let pages = pages(&opened, limits);
    let urls = servers.iter().flat_map(|server| (0..4).map(|at| server.url(&format!("/after/50/{at}"))));
    let started = Instant::now();
    let answers = all(&pages, urls).await;
    assert!(answers.iter().all(|(_, answer)| matches!(answer, Answer::Page(_))));
    // 48 pages, 8 at once: six rounds.
    assert!(started.elapsed() >= Duration::from_millis(300), "{:?}", started.elapsed());
}

#[tokio::test]
async fn a_host_that_refuses_is_asked_once() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let pages = pages(&[address.to_string()], quick());
    let urls = (0..200).map(|at| format!("http://{address}/{at}"));
    let started = Instant::now();
    for (url, answer) in all(&pages, urls).await {
        assert!(matches!(answer, Answer::Unreachable(Reason::NoConnection)), "{url}: {answer:?}");
    }
    assert!(started.elapsed() < Duration::from_secs(2));
}

/// A resolver that knows no name, and says so slowly.
struct Nowhere(AtomicUsize);

impl Lookup for Nowhere {
    fn lookup(&self, _name: &str) -> Looking {
        self.0.fetch_add(1, Ordering::Relaxed);
        Box::pin(async {
            tokio::time::sleep(Duration::from_millis(100)).await;
            Err(io::ErrorKind::NotFound.into())
        })
    }
}

#[tokio::test]
async fn a_name_that_is_none_is_looked_up_once() {
    let nowhere = Arc::new(Nowhere(AtomicUsize::new(0)));
    let parts = Parts { lookup: nowhere.clone(), ..Parts::default() };
    let pages = with(parts, &[], quick());
    let urls = (0..100).map(|at| format!("https://absent{}.example/{at}", at % 5));
    let started = Instant::now();
    for (url, answer) in all(&pages, urls).await {
        assert!(matches!(answer, Answer::Unreachable(Reason::NameNotResolved)), "{url}: {answer:?}");
    }
    assert_eq!(nowhere.0.load(Ordering::Relaxed), 5);
    assert!(started.elapsed() < Duration::from_secs(2), "{:?}", started.elapsed());
}

/// A resolver that never says anything.
struct Silent;

impl Lookup for Silent {
    fn lookup(&self, _name: &str) -> Looking {
        Box::pin(std::future::pending())
    }
}

#[tokio::test]
async fn a_resolver_that_says_nothing_is_waited_for_once_a_host() {
    let pages = with(Parts { lookup: Arc::new(Silent), ..Parts::default() }, &[], quick());
    let urls = (0..20).map(|at| format!("https://mute.example/{at}"));
    let started = Instant::now();
    for (url, answer) in all(&pages, urls).await {
        assert!(matches!(answer, Answer::Unreachable(Reason::TimedOut)), "{url}: {answer:?}");
    }
    assert!(started.elapsed() < Duration::from_secs(3), "{:?}", started.elapsed());
}

#[tokio::test]
async fn a_host_that_keeps_silent_is_not_asked_for_every_page() {
    let server = Faults::start();
    let pages = pages(&[server.opening()], quick());
    let urls: Vec<String> = (0..20).map(|at| server.url(&format!("/silent/{at}"))).collect();
    for (url, answer) in all(&pages, urls).await {
        assert!(matches!(answer, Answer::Unreachable(Reason::TimedOut)), "{url}: {answer:?}");
    }
    let asked: usize = (0..20).map(|at| server.hits(&format!("/silent/{at}"))).sum();
    assert!((4..=5).contains(&asked), "{asked} requests");
}

#[tokio::test]
async fn a_host_that_asks_for_a_short_wait_each_time_is_left_alone_as_well() {
    let server = Faults::start();
    let pages = pages(&[server.opening()], quick());
    let urls: Vec<String> = (0..20).map(|at| server.url(&format!("/limited/1?{at}"))).collect();
    for (url, answer) in all(&pages, urls).await {
        assert!(matches!(answer, Answer::Unreachable(Reason::RateLimited)), "{url}: {answer:?}");
    }
    let asked: usize = (0..20).map(|at| server.hits(&format!("/limited/1?{at}"))).sum();
    assert!((6..=7).contains(&asked), "{asked} requests");
}

#[tokio::test]
async fn a_host_that_wants_peace_gets_it() {
    let server = Faults::start();
    let pages = pages(&[server.opening()], quick());
    let urls: Vec<String> = (0..30).map(|at| server.url(&format!("/limited/86400?{at}"))).collect();
    for (url, answer) in all(&pages, urls).await {
        assert!(matches!(answer, Answer::Unreachable(Reason::RateLimited)), "{url}: {answer:?}");
    }
    let asked: usize = (0..30).map(|at| server.hits(&format!("/limited/86400?{at}"))).sum();
    assert!((3..=4).contains(&asked), "{asked} requests");
}

#[tokio::test]
async fn a_host_with_one_limited_page_still_answers_the_others() {
    let server = Faults::start();
    let pages = pages(&[server.opening()], quick());
    assert_eq!(reason(&pages, &server.url("/limited/86400")).await, Reason::RateLimited);
    assert!(is_there(&pages, &server.url("/good")).await);
}

#[tokio::test]
async fn a_host_on_ipv6_alone_is_reached() {
    let server = Faults::start_on(Ipv6Addr::LOCALHOST.into(), 0);
    let name = format!("six.localhost:{}", server.port());
    let literal = format!("[::1]:{}", server.port());
    let pages = pages(&[name.clone(), literal.clone()], quick());
    for host in [name, literal] {
        assert!(is_there(&pages, &format!("http://{host}/good")).await, "{host}");
    }
}

#[tokio::test]
async fn gone_is_said_of_hosts_that_answer_other_pages_only() {
    let page = || Reply::html("<h1>Here</h1>");
    let site = Site::builder()
        .page("home.localhost", "/", page())
        .page("deep.localhost", "/other", page().after(Duration::from_millis(300)))
        .page("gone.localhost", "/", page())
        .page("gone.localhost", "/gone", Reply::status(410))
        .start();
    let hosts = ["home", "deep", "nothing", "gone"].map(|name| format!("{name}.localhost:{}", site.port()));
    let pages = pages(&hosts, quick());
    let answers = all(
        &pages,
        [
            ("home.localhost", "/none"),
            ("deep.localhost", "/none"),
            ("deep.localhost", "/none/either"),
            ("deep.localhost", "/other"),
            ("nothing.localhost", "/"),
            ("nothing.localhost", "/none"),
            ("nothing.localhost", "/none/either"),
            ("gone.localhost", "/gone"),
        ]
        .map(|(host, path)| site.url(host, path)),
    )
    .await;
    let told = |host: &str, path: &str| {
        let url = site.url(host, path);
        let (_, answer) = answers.iter().find(|(asked, _)| *asked == url).unwrap();
        match answer {
            Answer::Page(_) => "there".to_owned(),
            Answer::Gone(gone) => format!("gone {}", gone.status),
            Answer::Unreachable(reason) => format!("{reason:?}"),
            Answer::GitHub(_) => unreachable!(),
        }
    };
    assert_eq!(told("home.localhost", "/none"), "gone 404");
    assert_eq!(told("deep.localhost", "/none"), "gone 404");
    assert_eq!(told("deep.localhost", "/none/either"), "gone 404");
    assert_eq!(told("deep.localhost", "/other"), "there");
    assert_eq!(told("nothing.localhost", "/"), "AnswersNothing");
    assert_eq!(told("nothing.localhost", "/none"), "AnswersNothing");
    assert_eq!(told("gone.localhost", "/gone"), "gone 410");
    assert!(site.hits("nothing.localhost", "/") <= 2);
    assert!(
        matches!(fetch(&pages, &site.url("deep.localhost", "/later")).await, Answer::Gone(gone) if gone.status == 404)
    );
}

#[tokio::test]
async fn who_asks_says_who_it_is_and_nothing_else() {
    let site = Site::builder().host("a.localhost", |_| Reply::redirect(302, "/b?x=1")).start();
    let pages = pages(&[site.opening("a.localhost")], quick());
    let _ = fetch(&pages, &site.url("a.localhost", "/a?secret=1")).await;
    let asked = site.asked();
    assert!(asked.len() > 1);
    for request in asked {
        let mut names: Vec<&str> = request.headers.iter().map(|(name, _)| name.as_str()).collect();
        names.sort_unstable();
        assert_eq!(names, ["accept", "accept-encoding", "host", "user-agent"]);
        assert_eq!(request.header("accept-encoding"), Some("identity"));
        assert!(request.header("accept").unwrap().starts_with("text/html,"));
        let agent = concat!("package-repo-security/", env!("CARGO_PKG_VERSION"), " ");
        assert!(request.header("user-agent").unwrap().starts_with(agent));
    }
}

#[tokio::test]
async fn pages_of_one_host_share_its_connections() {
    let site = Site::builder()
        .speaks(Speaks::Http1)
        .host("a.localhost", |_| Reply::html("<p>Hi</p>"))
        .latency(Duration::from_millis(50))
        .start();
    let pages = pages(&[site.opening("a.localhost")], quick());
    let started = Instant::now();
    let answers = all(&pages, (0..20).map(|at| site.url("a.localhost", &format!("/{at}")))).await;
    assert!(answers.iter().all(|(_, answer)| matches!(answer, Answer::Page(_))));
    // Two at a time: ten rounds.
    assert!(started.elapsed() >= Duration::from_millis(500));
    assert_eq!(site.connections(), 2);
}

#[tokio::test]
async fn a_thousand_pages_come_at_full_width() {
    let hosts: Vec<String> = (0..50).map(|at| format!("h{at}.localhost")).collect();
    let site = hosts.iter().fold(Site::builder(), |site, host| site.host(host, |_| Reply::html("<p>Hi</p>")));
    let site = site.latency(Duration::from_millis(50)).start();
    let opened: Vec<String> = hosts.iter().map(|host| site.opening(host)).collect();
    let pages = pages(&opened, Limits::default());
    let urls = hosts.iter().flat_map(|host| (0..20).map(|at| site.url(host, &format!("/{at}"))));
    let started = Instant::now();
    let answers = all(&pages, urls).await;
    let took = started.elapsed();
    assert!(answers.iter().all(|(_, answer)| matches!(answer, Answer::Page(_))));
    // Sixteen rounds of 64. One after the other, a host at a time, it would be 500 rounds; tests/bench measures it better.
    assert!(took >= Duration::from_millis(781), "{took:?}");
    assert!(took < Duration::from_secs(10), "{took:?}");
    assert!(site.connections() <= 100, "{} connections", site.connections());
}
