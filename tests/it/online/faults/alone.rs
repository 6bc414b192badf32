//! One page that breaks.

use crate::online::asking::{fetch, is_there, pages, quick, reason};
use crate::world::faults::Faults;
use package_repo_security::evidence::web::{Answer, Depth, Reason};
use package_repo_security::online::limits::Limits;
use std::time::{Duration, Instant};

#[tokio::test]
async fn what_breaks_is_told_by_its_kind() {
    let server = Faults::start();
    let pages = pages(&[server.opening()], quick());
    for (path, expected, requests) in [
        ("/reset", Reason::Broken, 3),
        ("/cut", Reason::Broken, 3),
        ("/cut-chunk", Reason::Broken, 3),
        ("/hang-up", Reason::Broken, 3),
        ("/nonsense", Reason::Broken, 3),
        ("/two-lengths", Reason::Broken, 3),
        ("/many-headers", Reason::Broken, 3),
        ("/long-header", Reason::Broken, 3),
        ("/to-bytes", Reason::RedirectRefused, 1),
        ("/slow-body", Reason::TimedOut, 1),
        ("/slow-head", Reason::TimedOut, 1),
        ("/silent", Reason::TimedOut, 1),
        ("/bomb", Reason::Encoded, 1),
        ("/circle", Reason::Redirects, 1),
        ("/hops/6", Reason::Redirects, 1),
        ("/to/302/http://[", Reason::RedirectRefused, 1),
        ("/to/302/mailto:a@b.example", Reason::RedirectRefused, 1),
        ("/to/302//users/sign_in", Reason::LoginWall, 1),
        ("/status/403", Reason::Status(403), 1),
        ("/status/304", Reason::Status(304), 1),
        ("/status/302", Reason::Status(302), 1),
        ("/status/500", Reason::Status(500), 3),
        ("/status/429", Reason::RateLimited, 3),
        ("/limited/86400", Reason::RateLimited, 1),
    ] {
        let started = Instant::now();
        let told = reason(&pages, &server.url(path)).await;
        assert_eq!(told, expected, "{path}");
        assert_eq!(server.hits(path), requests, "{path}");
        assert!(started.elapsed() < Duration::from_secs(6), "{path}: {:?}", started.elapsed());
        assert!(is_there(&pages, &server.url("/good")).await, "after {path}");
    }
}

#[tokio::test]
async fn what_mends_itself_is_asked_again() {
    let server = Faults::start();
    let pages = pages(&[server.opening()], quick());
    for (path, requests) in [("/reset-once", 2), ("/busy-twice", 3), ("/limited-once", 2), ("/hops/5", 1)] {
        assert!(is_there(&pages, &server.url(path)).await, "{path}");
        assert_eq!(server.hits(path), requests, "{path}");
    }
}

#[tokio::test]
async fn a_wait_that_is_asked_for_is_kept_to_and_none_that_is_too_long() {
    let server = Faults::start();
    let pages = pages(&[server.opening()], quick());
    let started = Instant::now();
    assert!(is_there(&pages, &server.url("/limited-once")).await);
    assert!(started.elapsed() >= Duration::from_secs(1), "{:?}", started.elapsed());
    let started = Instant::now();
    let tomorrow = "/limited/Wed,%2031%20Dec%202098%2023:59:59%20GMT";
    assert_eq!(reason(&pages, &server.url(tomorrow)).await, Reason::RateLimited);
    assert_eq!(server.hits(tomorrow), 1);
    assert!(started.elapsed() < Duration::from_secs(1));
}

#[tokio::test]
async fn a_body_is_read_up_to_the_limit_and_no_further() {
    let server = Faults::start();
    let limits = Limits { body: 100_000, request: Duration::from_secs(5), ..quick() };
    let pages = pages(&[server.opening()], limits);
    for path in ["/endless", "/huge"] {
        for (depth, bytes) in [(Depth::Text, 100_000), (Depth::Bytes, 100_000), (Depth::Existence, 64 * 1024)]
        {
            let answer = pages.fetch(&server.url(path).parse().unwrap(), depth).await;
            let Answer::Page(page) = answer else { panic!("{path}: {answer:?}") };
            assert_eq!((page.body.len(), page.is_cut), (bytes, true), "{path}");
        }
    }
    let Answer::Page(page) = fetch(&pages, &server.url("/good")).await else { panic!() };
    assert!(!page.is_cut);
}

#[tokio::test]
async fn what_is_compressed_is_there_and_not_unpacked() {
    let server = Faults::start();
    let pages = pages(&[server.opening()], quick());
    let url = server.url("/bomb").parse().unwrap();
    let Answer::Page(page) = pages.fetch(&url, Depth::Existence).await else { panic!() };
    assert_eq!((page.body.len(), page.is_cut), (0, true));
    for depth in [Depth::Text, Depth::Bytes] {
        assert!(matches!(pages.fetch(&url, depth).await, Answer::Unreachable(Reason::Encoded)));
    }
}

#[tokio::test]
async fn only_permanent_redirects_from_the_start_move_a_page() {
    let server = Faults::start();
    let pages = pages(&[server.opening()], quick());
    for (path, moved_to) in [
        ("/to/301//good", Some("/good")),
        ("/to/308//good", Some("/good")),
        ("/to/302//good", None),
        ("/to/303//good", None),
        ("/to/307//good", None),
        ("/to/301//to/301//good", Some("/good")),
        ("/to/301//to/302//good", Some("/to/302//good")),
        ("/to/302//to/301//good", None),
        ("/good", None),
    ] {
        let answer = fetch(&pages, &server.url(path)).await;
        let Answer::Page(page) = answer else { panic!("{path}: {answer:?}") };
        assert_eq!(page.url.path(), "/good", "{path}");
        let expected = moved_to.map(|path| server.url(path));
        assert_eq!(page.moved_to.map(String::from), expected, "{path}");
    }
}
