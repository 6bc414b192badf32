//! Without a token: a budget of requests, and then pages.

use super::support::{World, file, index, text};
use crate::world::github::{Fault, Repository};
use package_repo_security::evidence::web::{Answer, Depth, Reason, Subject};
use package_repo_security::links::github::Target;
use std::net::TcpListener;

#[test]
fn when_the_budget_is_spent_pages_answer() {
    let repositories: Vec<Repository> =
        (0..6).map(|n| Repository::new(&format!("acme/r{n}"), &[("a.md", "text")])).collect();
    let world = World::new(repositories).unsigned();
    world.double.set_anonymous_budget(5);
    let wants = (0..6).map(|n| (world.want(&format!("acme/r{n}"), file("main/a.md")), Depth::Text));
    for (want, answer) in world.ask_all(wants.collect::<Vec<_>>()) {
        let Answer::GitHub(seen) = answer else { panic!("{want:?}: {answer:?}") };
        assert!(matches!(&seen.subject, Subject::File(it) if text(it) == "text"), "{seen:?}");
    }
    let requests = world.double.api_requests();
    assert_eq!(requests.len(), 5, "none is made that must fail");
    assert!(requests.iter().all(|it| it.status == 200 && it.header("authorization").is_none()));
    assert!(!world.double.page_requests().is_empty());
}

#[test]
fn no_redirect_leads_out_of_the_api() {
    let elsewhere = TcpListener::bind("127.0.0.1:0").unwrap();
    elsewhere.set_nonblocking(true).unwrap();
    let place = format!("http://{}/repos/acme/index", elsewhere.local_addr().unwrap());
    for status in [301, 302, 307, 308] {
        let world = World::new(vec![index()]).unsigned();
        world.double.break_next([Fault::Answer(status, vec![("location", place.clone())], "{}".to_owned())]);
        assert_eq!(world.reason("acme/index", Target::Repository), Reason::RedirectRefused);
    }
    assert!(elsewhere.accept().is_err(), "nobody came");
}

#[test]
fn a_circle_of_redirects_ends() {
    let world = World::new(vec![index()]).unsigned();
    let place = format!("{}/repos/acme/index", world.double.api);
    world
        .double
        .break_next((0..9).map(|_| Fault::Answer(301, vec![("location", place.clone())], "{}".to_owned())));
    assert_eq!(world.reason("acme/index", Target::Repository), Reason::Redirects);
    assert_eq!(world.double.api_requests().len(), 4);
}

#[test]
fn an_api_that_cannot_be_had_leaves_it_to_pages() {
    let mut world = World::new(vec![index()]).unsigned();
    // A port that nobody listens on.
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    world.access.rest = format!("http://{free}").parse().unwrap();
    let it = world.file("acme/index", "main/README.md", Depth::Text);
    assert_eq!(text(&it), "# Index\n");
}

#[test]
fn links_of_one_repository_and_commit_share_what_can_be_shared() {
    let first = index().first();
    let world = World::new(vec![index()]).unsigned();
    let places = ["README.md", "docs/help.md", ".github/workflows/ci.yml"];
    let wants: Vec<_> = places
        .iter()
        .map(|path| (world.want("acme/index", file(&format!("{first}/{path}"))), Depth::Text))
        .collect();
    world.ask_all(wants);
    // The repository, three files, one comparison.
    assert_eq!(world.double.api_requests().len(), 5);
}
