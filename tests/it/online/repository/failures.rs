//! An API that fails, is slow, or is hostile.

use super::support::{TOKEN, asked, index, open, status, world};
use crate::world::github::Fault;
use package_repo_security::evidence::web::Reason;
use package_repo_security::online::repository::ApiError;
use std::time::{Duration, Instant};

#[test]
fn a_read_that_fails_in_passing_is_made_once_more() {
    for fault in [status(502, "Bad Gateway"), Fault::Reset, Fault::Silence, Fault::Endless] {
        let mut world = world();
        world.limits.request = Duration::from_millis(700);
        world.double.break_next([fault.clone()]);
        assert!(open(&world).parents(&index().first()).is_ok(), "{fault:?}");
        assert_eq!(asked(&world).len(), 2, "{fault:?}");
    }
}

#[test]
fn a_server_that_fails_is_unreachable_and_no_commit_is_said_to_be_missing() {
    for (fault, reason) in [
        (status(500, "Oops"), Reason::Status(500)),
        (status(503, "Later"), Reason::Status(503)),
        (Fault::Reset, Reason::Broken),
        (Fault::Silence, Reason::TimedOut),
        (Fault::Answer(200, Vec::new(), "{\"sha\": 7}".to_owned()), Reason::Broken),
        (Fault::Answer(200, Vec::new(), "{\"sha\": \"main\", \"parents\": []}".to_owned()), Reason::Broken),
    ] {
        let mut world = world();
        world.limits.request = Duration::from_millis(800);
        world.double.break_next(vec![fault.clone(); 12]);
        let it = open(&world);
        let first = index().first();
        let answers = [
            it.parents(&first).map(drop),
            it.commit("main").map(drop),
            it.file(&first, "README.md", 100).map(drop),
        ];
        for answer in answers {
            let is_it = matches!(&answer, Err(ApiError::Unreachable { reason: it, .. }) if *it == reason);
            assert!(is_it, "{fault:?}: {answer:?}");
        }
    }
}

#[test]
fn no_server_is_no_connection() {
    let mut world = world();
    // Somebody else's port would answer; this one was free a moment ago.
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    world.access.rest = format!("http://{free}").parse().unwrap();
    let error = open(&world).parents(&index().first()).unwrap_err();
    assert!(matches!(error, ApiError::Unreachable { reason: Reason::NoConnection, .. }), "{error:?}");
}

#[test]
fn all_calls_together_have_the_time_of_one_run() {
    let mut world = world();
    world.limits.run = Duration::from_millis(600);
    world.double.break_next(vec![Fault::Silence; 9]);
    let it = open(&world);
    let begun = Instant::now();
    for _ in 0..5 {
        let error = it.parents(&index().first()).unwrap_err();
        assert!(matches!(error, ApiError::Unreachable { reason: Reason::OutOfTime, .. }), "{error:?}");
    }
    assert!(begun.elapsed() >= Duration::from_millis(600));
    assert!(begun.elapsed() < Duration::from_secs(5));
    assert!(asked(&world).len() <= 2, "nothing is asked when the time is over");
}

#[test]
fn time_between_the_calls_does_not_count() {
    let mut world = world();
    world.limits.run = Duration::from_millis(1500);
    let it = open(&world);
    it.parents(&index().first()).unwrap();
    std::thread::sleep(Duration::from_millis(1600));
    assert!(it.parents(&index().first()).is_ok());
}

#[test]
fn asking_too_often_is_told_apart_from_a_lack_of_permission() {
    let limited = |status, headers: &[(&'static str, &str)], message: &str| {
        let headers = headers.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        Fault::Answer(status, headers, serde_json::json!({ "message": message }).to_string())
    };
    for fault in [
        limited(429, &[], "slow down"),
        limited(403, &[("retry-after", "86400")], "You have exceeded a secondary rate limit"),
        limited(403, &[], "You have exceeded a secondary rate limit. Please wait a few minutes."),
        limited(403, &[("x-ratelimit-remaining", "0")], "API rate limit exceeded for installation."),
    ] {
        let world = world();
        world.double.break_next([fault.clone(), fault.clone()]);
        let it = open(&world);
        let begun = Instant::now();
        let answers = [it.parents(&index().first()).map(drop), it.publish("badges", &[], "x").map(drop)];
        for answer in answers {
            assert!(matches!(answer, Err(ApiError::Limited { .. })), "{fault:?}: {answer:?}");
        }
        assert!(begun.elapsed() < Duration::from_secs(5));
        assert_eq!(asked(&world).len(), 2, "neither is asked again");
    }
}

#[test]
fn a_short_wait_that_is_asked_for_is_granted_even_to_a_write() {
    let world = world();
    let wait = Fault::Answer(429, vec![("retry-after", "1".to_owned())], "{}".to_owned());
    let ok = (0..4).map(|_| Fault::None);
    world.double.break_next(ok.chain([wait]));
    assert!(open(&world).publish("badges", &[("a".to_owned(), "b".to_owned())], "x").is_ok());
}

#[test]
fn what_the_api_says_is_one_harmless_line_without_the_token() {
    let hostile = format!("a\r\n::error::b\u{1b}[31m\u{202e}{}{TOKEN}", "c".repeat(100));
    for code in [400, 401, 403, 404, 409, 422, 451] {
        let world = world();
        world.double.break_next([status(code, &hostile)]);
        let error = open(&world).parents(&index().first()).unwrap_err();
        let text = error.to_string();
        assert!(!text.contains("MARKER") && !format!("{error:?}").contains("MARKER"), "{code}: {text}");
        assert!(!text.chars().any(char::is_control) && !text.contains('\u{202e}'), "{code}: {text}");
        assert!(text.contains("::error::b") && text.len() < 1_000, "{code}: {text}");
    }
}

#[test]
fn names_that_somebody_else_chose_are_harmless_in_messages() {
    let world = world();
    let name = format!("a\n::error::b\u{1b}[31m{}", "c".repeat(5_000));
    let it = open(&world);
    for error in [
        it.commit(&name).unwrap_err(),
        it.parents(&name).unwrap_err(),
        it.merge_base(&name, &name).unwrap_err(),
        it.file(&name, &name, 10).unwrap_err(),
    ] {
        let text = error.to_string();
        assert!(!text.chars().any(char::is_control) && text.len() < 1_000, "{text}");
    }
}

#[test]
fn the_file_of_a_parent_is_two_requests() {
    let world = world();
    world.double.set_latency(Duration::from_millis(50));
    let it = open(&world);
    let begun = Instant::now();
    it.parents(&index().first()).unwrap();
    it.file(&index().first(), "README.md", 1_000).unwrap().unwrap();
    assert!(begun.elapsed() >= Duration::from_millis(100), "the latency is real");
    assert!(begun.elapsed() < Duration::from_secs(1));
    assert_eq!(asked(&world).len(), 2);
}
