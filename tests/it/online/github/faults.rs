//! An API that fails: each link has a truthful answer, and no other is lost.

use super::support::{World, file, index};
use crate::world::github::{Fault, Repository};
use package_repo_security::evidence::web::{Answer, Depth, Reason, Subject};
use package_repo_security::links::github::Target;
use std::time::{Duration, Instant};

fn status(status: u16) -> Fault {
    Fault::Answer(status, Vec::new(), "{}".to_owned())
}

fn limited(status: u16, name: &'static str, value: String) -> Fault {
    Fault::Answer(
        status,
        vec![(name, value)],
        r#"{"message": "You have exceeded a secondary rate limit"}"#.to_owned(),
    )
}

#[test]
fn what_fails_in_passing_is_asked_once_more() {
    for fault in [status(502), status(500), Fault::Reset, Fault::Silence, Fault::Endless] {
        let mut world = World::new(vec![index()]);
        world.limits.request = Duration::from_millis(700);
        world.double.break_next([fault.clone()]);
        let subject = world.subject("acme/index", Target::Repository, Depth::Text);
        assert!(matches!(subject, Subject::There), "{fault:?}: {subject:?}");
        assert_eq!(world.double.api_requests().len(), 2, "{fault:?}");
    }
}

#[test]
fn what_fails_twice_is_divided_and_nothing_is_lost() {
    let repositories: Vec<Repository> =
        (0..8).map(|n| Repository::new(&format!("acme/r{n}"), &[("a", "b")])).collect();
    let world = World::new(repositories);
    world.double.break_next([status(502), status(502), Fault::None, status(502), status(502)]);
    let wants: Vec<_> =
        (0..8).map(|n| (world.want(&format!("acme/r{n}"), file("main/a")), Depth::Text)).collect();
    for (want, answer) in world.ask_all(wants) {
        assert!(
            matches!(&answer, Answer::GitHub(seen) if matches!(seen.subject, Subject::File(_))),
            "{want:?}: {answer:?}"
        );
    }
    // All failed twice, the first half came, the second failed twice, and its halves came.
    assert_eq!(world.double.api_requests().len(), 7);
}

#[test]
fn a_server_that_is_down_is_given_up() {
    let world = World::new((0..30).map(|n| Repository::new(&format!("acme/r{n}"), &[])).collect());
    world.double.break_next((0..500).map(|_| status(503)));
    let wants: Vec<_> =
        (0..30).map(|n| (world.want(&format!("acme/r{n}"), Target::Repository), Depth::Text)).collect();
    for (_, answer) in world.ask_all(wants) {
        assert!(matches!(answer, Answer::Unreachable(Reason::Status(503))), "{answer:?}");
    }
    let requests = world.double.api_requests().len();
    assert!(requests <= 24, "{requests} requests");
}

#[test]
fn no_more_is_waited_than_allowed() {
    // Short: waited for.
    for fault in [limited(429, "retry-after", "1".to_owned()), limited(403, "retry-after", "1".to_owned())] {
        let world = World::new(vec![index()]);
        world.double.break_next([fault]);
        let begun = Instant::now();
        assert!(matches!(world.subject("acme/index", Target::Repository, Depth::Text), Subject::There));
        assert!(begun.elapsed() >= Duration::from_secs(1));
    }
    // A day: not waited for.
    let reset = Fault::Answer(
        403,
        vec![("x-ratelimit-remaining", "0".to_owned()), ("x-ratelimit-reset", "99999999999".to_owned())],
        "{}".to_owned(),
    );
    let spent = Fault::Answer(
        200,
        Vec::new(),
        r#"{"errors": [{"type": "RATE_LIMITED", "message": "API rate limit exceeded"}]}"#.to_owned(),
    );
    for fault in
        [limited(429, "retry-after", "86400".to_owned()), limited(429, "x", String::new()), reset, spent]
    {
        let world = World::new(vec![index()]);
        world.double.break_next([fault.clone()]);
        let begun = Instant::now();
        assert_eq!(world.reason("acme/index", Target::Repository), Reason::RateLimited, "{fault:?}");
        assert!(begun.elapsed() < Duration::from_secs(2));
        assert_eq!(world.double.api_requests().len(), 1, "nothing more is asked");
    }
}

#[test]
fn what_is_missing_for_another_reason_is_not_absent() {
    let answer = |errors: &str| {
        let data =
            r#"{"r0": {"nameWithOwner": "acme/index", "isArchived": false, "isPrivate": false, "t0": null}}"#;
        Fault::Answer(200, Vec::new(), format!(r#"{{"data": {data}, "errors": [{errors}]}}"#))
    };
    for (errors, reason) in [
        (r#"{"type": "FORBIDDEN", "path": ["r0", "t0"], "message": "x"}"#, Reason::Status(403)),
        (r#"{"path": ["r0", "t0"], "message": "Something went wrong"}"#, Reason::Broken),
        (r#"{"message": "timeout"}"#, Reason::Broken),
    ] {
        let world = World::new(vec![index()]);
        world.double.break_next([answer(errors)]);
        let subject = world.subject("acme/index", Target::Thread { number: 7 }, Depth::Text);
        assert!(matches!(subject, Subject::Untold(it) if it == reason), "{errors}: {subject:?}");
    }
    // The same of a whole repository.
    for (kind, reason) in
        [("FORBIDDEN", Reason::NotVisible), ("NOT_FOUND", Reason::NotVisible), ("OTHER", Reason::Broken)]
    {
        let world = World::new(vec![index()]);
        let body = format!(r#"{{"data": {{"r0": null}}, "errors": [{{"type": "{kind}", "path": ["r0"]}}]}}"#);
        world.double.break_next([Fault::Answer(200, Vec::new(), body)]);
        assert_eq!(world.reason("acme/index", Target::Repository), reason, "{kind}");
    }
}

#[test]
fn answers_that_are_none_are_broken_and_no_panic() {
    for body in [
        "",
        "null",
        "[]",
        "{}",
        r#"{"data": null}"#,
        r#"{"data": {}}"#,
        r#"{"data": {"r0": 7}}"#,
        "\u{0}",
        "<html>",
    ] {
        let world = World::new(vec![index()]);
        world.double.break_next([Fault::Answer(200, Vec::new(), body.to_owned())]);
        let answer = world.ask("acme/index", file("main/README.md"), Depth::Text);
        assert!(matches!(answer, Answer::Unreachable(_)), "{body}: {answer:?}");
    }
}
