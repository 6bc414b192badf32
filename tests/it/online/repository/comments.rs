//! The one comment of ours.

use super::support::{TOKEN, World, asked, index, open, status, world, written};
use crate::world::github::{Fault, Hub, Thread};
use package_repo_security::online::repository::{ApiError, Written};

const MARKER: &str = "<!-- package-repo-security -->";
const BOT: &str = "github-actions[bot]";

/// Comments on pull request 7, each with who wrote it.
fn world_with(comments: &[(&str, &str)]) -> World {
    let mut thread = Thread { is_pull_request: true, state: "open", ..Thread::default() };
    for (number, (author, text)) in (101_u64..).zip(comments) {
        thread.comments.push((number, (*text).to_owned()));
        thread.authors.insert(number, (*author).to_owned());
    }
    World::new(vec![index().with_thread(7, thread)])
}

fn body(text: &str) -> String {
    format!("{MARKER}\n{text}")
}

fn texts(world: &World) -> Vec<String> {
    let hub = world.double.hub();
    hub.repository("acme/index").threads[&7].comments.iter().map(|(_, text)| text.clone()).collect()
}

#[test]
fn it_is_made_once_then_left_alone_and_then_updated() {
    let world = world_with(&[("somebody", "Nice.")]);
    let it = open(&world);
    assert_eq!(it.write_comment(7, MARKER, &body("one")), Ok(Written::Created));
    assert_eq!(it.write_comment(7, MARKER, &body("one")), Ok(Written::Unchanged));
    assert_eq!(open(&world).write_comment(7, MARKER, &body("two")), Ok(Written::Updated));
    assert_eq!(texts(&world), ["Nice.".to_owned(), body("two")]);
    assert_eq!(written(&world), ["POST /issues/7/comments", "PATCH /issues/comments/5000001"]);
    assert_eq!(asked(&world).len(), 5, "one request to look, and one to write");
}

#[test]
fn a_comment_of_somebody_else_with_our_marker_is_never_written() {
    let forged = body("all is well");
    let world = world_with(&[("mallory", &forged), ("maintainer", &forged)]);
    assert_eq!(open(&world).write_comment(7, MARKER, &forged), Ok(Written::Created));
    assert_eq!(open(&world).write_comment(7, MARKER, &body("two")), Ok(Written::Updated));
    assert_eq!(texts(&world), [forged.clone(), forged, body("two")]);
}

#[test]
fn a_marker_that_is_not_the_beginning_does_not_make_it_ours() {
    let quoted = format!("> {}", body("one"));
    let blank = format!(" {}", body("one"));
    let world = world_with(&[(BOT, &quoted), (BOT, &blank), (BOT, "Another workflow says this.")]);
    assert_eq!(open(&world).write_comment(7, MARKER, &body("one")), Ok(Written::Created));
    assert_eq!(texts(&world)[..3], [quoted, blank, "Another workflow says this.".to_owned()]);
}

#[test]
fn whose_it_is_depends_on_who_asks() {
    let mut hub = Hub::new(TOKEN, vec![]);
    let mut thread = Thread { is_pull_request: true, state: "open", ..Thread::default() };
    thread.comments.push((101, body("one")));
    thread.authors.insert(101, BOT.to_owned());
    hub.repositories.push(index().with_thread(7, thread));
    hub.logins.insert(TOKEN.to_owned(), "release-bot".to_owned());
    let world = World::of(hub);
    assert_eq!(open(&world).write_comment(7, MARKER, &body("two")), Ok(Written::Created));
    assert_eq!(texts(&world), [body("one"), body("two")]);
}

#[test]
fn it_is_found_on_the_last_page_that_is_looked_at() {
    let ours = body("one");
    let mut comments = vec![("somebody", "Nice."); 999];
    comments.push((BOT, ours.as_str()));
    let world = world_with(&comments);
    assert_eq!(open(&world).write_comment(7, MARKER, &ours), Ok(Written::Unchanged));
    assert_eq!(asked(&world), vec!["POST /graphql"; 10]);
}

#[test]
fn where_there_are_too_many_comments_none_is_added() {
    let world = world_with(&vec![("somebody", "Nice."); 1_001]);
    let error = open(&world).write_comment(7, MARKER, &body("one")).unwrap_err();
    assert!(matches!(error, ApiError::TooManyComments { seen: 1000, .. }), "{error:?}");
    assert_eq!(asked(&world), vec!["POST /graphql"; 10]);
}

#[test]
fn a_pull_request_that_is_not_there_gets_no_comment() {
    let world = world();
    let error = open(&world).write_comment(7, MARKER, &body("one")).unwrap_err();
    assert!(matches!(error, ApiError::NotVisible { .. }), "{error:?}");
    assert_eq!(written(&world), Vec::<String>::new());
}

#[test]
fn a_comment_whose_answer_was_lost_is_not_made_twice() {
    let world = world_with(&[]);
    world.double.break_next([Fault::None, Fault::Lost]);
    let error = open(&world).write_comment(7, MARKER, &body("one")).unwrap_err();
    assert!(matches!(error, ApiError::Unreachable { .. }), "{error:?}");
    assert_eq!(open(&world).write_comment(7, MARKER, &body("one")), Ok(Written::Unchanged));
    assert_eq!(texts(&world), [body("one")]);
}

#[test]
fn an_answer_that_says_nothing_about_comments_makes_none() {
    let data = |pull: &str| format!(r#"{{"data": {{"repository": {{"pullRequest": {pull}}}}}}}"#);
    let page = r#"{"comments": {"nodes": [], "pageInfo": {"hasNextPage": true, "endCursor": null}}}"#;
    for answer in [data("null"), data("{}"), data(page), r#"{"data": null}"#.to_owned(), "[]".to_owned()] {
        let world = world_with(&[]);
        world.double.break_next([Fault::Answer(200, Vec::new(), answer.clone())]);
        let error = open(&world).write_comment(7, MARKER, &body("one")).unwrap_err();
        assert!(matches!(error, ApiError::Unreachable { .. }), "{answer}: {error:?}");
        assert_eq!(written(&world), Vec::<String>::new(), "{answer}");
    }
}

#[test]
fn the_token_is_not_sent_to_a_graphql_api_elsewhere() {
    let elsewhere = world();
    let mut world = world_with(&[]);
    world.access.graphql = elsewhere.access.graphql.clone();
    let error = open(&world).write_comment(7, MARKER, &body("one")).unwrap_err();
    assert!(error.to_string().contains("at another place than the REST API"), "{error}");
    assert_eq!(elsewhere.double.recorded().len() + world.double.recorded().len(), 0);
}

#[test]
fn errors_of_graphql_are_told_apart() {
    let fault = |kind: &str| {
        let body = format!(
            r#"{{"data": {{"repository": null}}, "errors": [{{"type": "{kind}", "message": "a\n::error::b {TOKEN}"}}]}}"#
        );
        Fault::Answer(200, Vec::new(), body)
    };
    for kind in ["FORBIDDEN", "RATE_LIMITED", "NOT_FOUND", "ODD"] {
        let world = world_with(&[]);
        world.double.break_next([fault(kind)]);
        let error = open(&world).write_comment(7, MARKER, &body("one")).unwrap_err();
        let is_expected = match &error {
            ApiError::ReadOnly { .. } => kind == "FORBIDDEN",
            ApiError::Limited { .. } => kind == "RATE_LIMITED",
            ApiError::NotVisible { .. } => kind == "NOT_FOUND",
            ApiError::Refused { .. } => kind == "ODD",
            _ => false,
        };
        assert!(is_expected, "{kind}: {error:?}");
        assert!(!error.to_string().contains(TOKEN) && !error.to_string().contains('\n'), "{error}");
    }
    let world = world_with(&[]);
    world.double.break_next([Fault::None, status(403, "Resource not accessible by integration")]);
    assert!(matches!(open(&world).write_comment(7, MARKER, &body("one")), Err(ApiError::ReadOnly { .. })));
}
