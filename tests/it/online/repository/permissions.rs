//! Who may write: tokens that may, that may not, and none.

use super::support::{TOKEN, World, asked, index, open, open_as, status, world, written};
use crate::world::github::{Double, Fault, Hub, Thread};
use package_repo_security::online::github::Token;
use package_repo_security::online::repository::{ApiError, CheckRun, Conclusion, Permission, Repository};

fn run() -> CheckRun {
    CheckRun {
        name: "levels".to_owned(),
        head_sha: index().first(),
        conclusion: Conclusion::Success,
        title: "ok".to_owned(),
        summary: String::new(),
        annotations: Vec::new(),
    }
}

/// Everything that writes, each with what it needs.
fn all_writes(it: &Repository) -> [(ApiError, Permission); 3] {
    let files = [("badge.svg".to_owned(), "2".to_owned())];
    [
        (it.publish("badges", &files, "Levels").unwrap_err(), Permission::WriteContents),
        (it.report_check_run(&run()).unwrap_err(), Permission::WriteChecks),
        (it.write_comment(7, "<!-- m -->", "<!-- m --> x").unwrap_err(), Permission::WritePullRequests),
    ]
}

fn with_pull() -> Hub {
    let thread = Thread { is_pull_request: true, state: "open", ..Thread::default() };
    Hub::new(TOKEN, vec![index().with_thread(7, thread)])
}

#[test]
fn a_token_that_may_only_read_is_told_which_permission_it_lacks() {
    let mut hub = with_pull();
    hub.readers.insert(TOKEN.to_owned());
    let world = World::of(hub);
    let it = open(&world);
    assert!(it.parents(&index().first()).is_ok(), "it may read");
    for (error, needed) in all_writes(&it) {
        let ApiError::ReadOnly { needs, told, .. } = &error else { panic!("{error:?}") };
        assert_eq!((*needs, told.as_str()), (needed, "403: Resource not accessible by integration"));
        let text = error.to_string();
        assert!(text.contains(&format!("`{needed}`")) && text.contains("from a fork is read-only"), "{text}");
    }
    assert_eq!(written(&world).len(), 3, "each is refused once");
}

#[test]
fn without_a_token_it_is_read_and_nothing_is_written_or_asked_for_it() {
    let world = World::of(with_pull()).unsigned();
    let it = open(&world);
    for (error, needed) in all_writes(&it) {
        assert!(matches!(&error, ApiError::NoToken { needs, .. } if *needs == needed), "{error:?}");
    }
    assert_eq!(asked(&world), Vec::<String>::new());
    assert!(it.parents(&index().first()).is_ok());
    assert!(it.file(&index().first(), "README.md", 100).unwrap().is_some());
    assert_eq!(it.merge_base("main", "main").unwrap(), index().first());
}

#[test]
fn a_token_that_is_none_is_said_to_be_none() {
    let mut world = World::of(with_pull());
    world.access.token = Token::new("ghp_wrongWRONGwrongWRONG");
    let it = open(&world);
    let read = it.parents(&index().first()).unwrap_err();
    for error in all_writes(&it).into_iter().map(|(error, _)| error).chain([read]) {
        assert!(matches!(error, ApiError::BadToken { .. }), "{error:?}");
        assert!(error.to_string().contains("Check GITHUB_TOKEN"), "{error}");
        assert!(!format!("{error:?} {error} {it:?}").contains("WRONG"), "{error:?}");
    }
}

#[test]
fn a_token_that_cannot_be_sent_writes_nothing() {
    let mut world = World::of(with_pull());
    world.access.token = Token::new("ghp_line\nbreak: yes");
    for (error, _) in all_writes(&open(&world)) {
        assert!(matches!(error, ApiError::NoToken { .. }), "{error:?}");
    }
    assert_eq!(asked(&world), Vec::<String>::new());
}

#[test]
fn the_token_follows_no_redirect_to_another_place() {
    let elsewhere = Double::start(Hub::new(TOKEN, vec![index()]));
    for status in [301, 302, 307, 308] {
        for place in [
            format!("{}/repos/acme/index", elsewhere.api),
            elsewhere.api.replace("http:", ""),
            "https://api.invalid/".to_owned(),
            world().double.api.replace("://", "://a:b@"),
            String::new(),
        ] {
            let world = World::of(with_pull());
            let moved = Fault::Answer(status, vec![("location", place.clone())], "{}".to_owned());
            world.double.break_next(vec![moved; 9]);
            let it = open(&world);
            let read = it.parents(&index().first()).unwrap_err();
            let write = it.report_check_run(&run()).unwrap_err();
            for error in [read, write] {
                assert!(matches!(error, ApiError::Unreachable { .. }), "{place}: {error:?}");
            }
        }
    }
    assert_eq!(elsewhere.recorded().len(), 0);
}

#[test]
fn one_redirect_is_followed_and_a_second_is_not() {
    let world = world();
    let to = |place: &str| Fault::Answer(301, vec![("location", place.to_owned())], "{}".to_owned());
    world.double.break_next([to("/repositories/1/git/commits/x"), to("/repositories/2/git/commits/x")]);
    let error = open(&world).parents(&index().first()).unwrap_err();
    assert!(error.to_string().contains("redirects too often"), "{error}");
    assert_eq!(asked(&world).len(), 2);
}

#[test]
fn a_write_to_a_renamed_repository_is_made_where_it_is() {
    let mut hub = with_pull();
    hub.repositories[0].former.push("acme/old".to_owned());
    let world = World::of(hub);
    let it = open_as(&world, "acme/old");
    it.report_check_run(&run()).unwrap();
    it.write_comment(7, "<!-- m -->", "<!-- m --> x").unwrap();
    let hub = world.double.hub();
    assert_eq!(hub.repository("acme/index").check_runs.len(), 1);
    assert_eq!(hub.repository("acme/index").threads[&7].comments.len(), 1);
}

#[test]
fn a_token_that_may_not_even_read_is_told_what_it_needs() {
    let world = world();
    world.double.break_next([status(403, "Resource not accessible by integration")]);
    let error = open(&world).file(&index().first(), "README.md", 100).unwrap_err();
    assert!(matches!(error, ApiError::NotVisible { needs: Permission::ReadContents, .. }), "{error:?}");
    assert!(error.to_string().contains("`contents: read`"), "{error}");
}

#[test]
fn a_repository_that_is_not_seen_gets_nothing() {
    let world = World::of(with_pull());
    for (error, _) in all_writes(&open_as(&world, "acme/other")) {
        assert!(matches!(error, ApiError::NotVisible { .. }), "{error:?}");
    }
}
