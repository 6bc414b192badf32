//! Issues, pull requests, discussions, and their comments.

use super::support::{World, index};
use crate::world::github::{Repository, Thread};
use package_repo_security::evidence::web::{Answer, Depth, Subject, ThreadKind, ThreadState};
use package_repo_security::links::github::Target;

fn thread(state: &'static str, is_pull_request: bool) -> Thread {
    Thread {
        is_pull_request,
        state,
        title: format!("A {state} one"),
        body: "Two factors.".to_owned(),
        ..Thread::default()
    }
}

fn repository() -> Repository {
    let talk = Thread {
        comments: vec![(11, "first comment".to_owned()), (12, "second comment".to_owned())],
        reviews: vec![(21, "a review".to_owned(), vec![(31, "on a line".to_owned())])],
        ..thread("merged", true)
    };
    let mut repository = index()
        .with_thread(1, thread("open", false))
        .with_thread(2, thread("closed", false))
        .with_thread(3, thread("not_planned", false))
        .with_thread(4, thread("duplicate", false))
        .with_thread(5, thread("open", true))
        .with_thread(6, thread("closed", true))
        .with_thread(7, talk.clone())
        .with_discussion(8, Thread { state: "open", ..talk.clone() })
        .with_discussion(9, thread("closed", false))
        .with_thread(
            10,
            Thread {
                comments: (0..150).map(|n| (1000 + n, format!("number {n}"))).collect(),
                ..thread("open", false)
            },
        )
        .with_thread(
            11,
            Thread {
                comments: (0..250).map(|n| (1000 + n, format!("number {n}"))).collect(),
                ..thread("open", false)
            },
        );
    repository.moved.insert(40, "/acme/other/issues/3".to_owned());
    repository.moved.insert(41, "/acme/index/discussions/9".to_owned());
    repository.deleted.insert(42);
    repository
}

fn other() -> Repository {
    Repository::new("acme/other", &[]).with_thread(3, thread("open", false))
}

fn worlds() -> [World; 2] {
    [World::new(vec![repository(), other()]), World::new(vec![repository(), other()]).unsigned()]
}

#[test]
fn every_state_is_told() {
    let expected = [
        (1, ThreadKind::Issue, ThreadState::Open),
        (2, ThreadKind::Issue, ThreadState::Closed),
        (3, ThreadKind::Issue, ThreadState::NotPlanned),
        (4, ThreadKind::Issue, ThreadState::NotPlanned),
        (5, ThreadKind::PullRequest, ThreadState::Open),
        (6, ThreadKind::PullRequest, ThreadState::Closed),
        (7, ThreadKind::PullRequest, ThreadState::Merged),
    ];
    for world in worlds() {
        for (number, kind, state) in expected {
            for depth in [Depth::Existence, Depth::Text] {
                let thread = world.thread("acme/index", number, depth);
                assert_eq!((thread.kind, thread.state), (kind, Some(state)), "{number}");
                assert!(thread.moved_to.is_none());
            }
        }
        assert!(world.thread("acme/index", 2, Depth::Text).text.contains("A closed one\n\nTwo factors."));
    }
}

#[test]
fn comments_come_by_their_anchors_where_text_is_wanted() {
    for world in worlds() {
        let quiet = world.thread("acme/index", 7, Depth::Existence);
        assert!(quiet.comments.is_empty() && !quiet.is_complete);
        let thread = world.thread("acme/index", 7, Depth::Text);
        let find =
            |anchor: &str| thread.comments.iter().find(|(it, _)| it == anchor).map(|(_, text)| text.as_str());
        assert_eq!(find("issuecomment-12"), Some("second comment"));
        assert_eq!(find("pullrequestreview-21"), Some("a review"));
        assert_eq!(find("discussion_r31"), Some("on a line"));
        assert_eq!(find("issuecomment-99"), None);
        assert!(thread.is_complete);
        let issue = world.thread("acme/index", 1, Depth::Text);
        assert!(
            issue.comments.contains(&("issue-1000001".to_owned(), "Two factors.".to_owned())),
            "{issue:?}"
        );
    }
}

#[test]
fn many_comments_are_had_from_both_ends() {
    let [world, unsigned] = worlds();
    let thread = world.thread("acme/index", 10, Depth::Text);
    assert!(thread.is_complete, "150 are 100 and 100 that overlap");
    assert_eq!(thread.comments.len(), 151, "each once, and the issue itself");
    let thread = world.thread("acme/index", 11, Depth::Text);
    assert!(!thread.is_complete, "50 of 250 are in the middle");
    assert!(thread.comments.iter().any(|(anchor, _)| anchor == "issuecomment-1249"));
    assert!(!unsigned.thread("acme/index", 10, Depth::Text).is_complete, "the first 100 of 150");
}

#[test]
fn a_thread_that_is_nowhere_is_absent() {
    for world in worlds() {
        for number in [99, 42, u64::MAX, u64::from(u32::MAX)] {
            let subject = world.subject("acme/index", Target::Thread { number }, Depth::Text);
            assert!(matches!(subject, Subject::Absent), "{number}: {subject:?}");
        }
        let subject = world.subject("acme/index", Target::Discussion { number: 99 }, Depth::Text);
        assert!(matches!(subject, Subject::Absent), "{subject:?}");
    }
}

#[test]
fn a_thread_that_moved_is_followed_and_not_absent() {
    for world in worlds() {
        let thread = world.thread("acme/index", 40, Depth::Existence);
        let place = thread.moved_to.unwrap();
        assert_eq!(place.path(), "/acme/other/issues/3");
        let subject = world.subject("acme/index", Target::Thread { number: 41 }, Depth::Existence);
        let Subject::Thread(thread) = subject else { panic!("{subject:?}") };
        assert_eq!(thread.kind, ThreadKind::Discussion);
        assert_eq!(thread.moved_to.unwrap().path(), "/acme/index/discussions/9");
    }
}

#[test]
fn discussions_are_told_by_graphql_and_exist_without_it() {
    let [world, unsigned] = worlds();
    let told = |number| match world.subject("acme/index", Target::Discussion { number }, Depth::Text) {
        Subject::Thread(thread) => thread,
        other => panic!("{other:?}"),
    };
    let thread = told(8);
    assert_eq!((thread.kind, thread.state), (ThreadKind::Discussion, Some(ThreadState::Open)));
    for (anchor, words) in [("discussioncomment-11", "first comment"), ("discussioncomment-31", "on a line")]
    {
        assert!(thread.comments.contains(&(anchor.to_owned(), words.to_owned())), "{thread:?}");
    }
    assert!(thread.is_complete);
    assert_eq!(told(9).state, Some(ThreadState::Closed));
    let subject = unsigned.subject("acme/index", Target::Discussion { number: 8 }, Depth::Text);
    assert!(matches!(subject, Subject::There), "{subject:?}");
}

#[test]
fn where_pages_alone_are_left_a_thread_is_there_and_no_state_is_told() {
    let [_, world] = worlds();
    world.double.set_anonymous_budget(0);
    let subject = world.subject("acme/index", Target::Thread { number: 7 }, Depth::Text);
    assert!(matches!(subject, Subject::There), "{subject:?}");
    let subject = world.subject("acme/index", Target::Thread { number: 99 }, Depth::Text);
    assert!(matches!(subject, Subject::Absent), "{subject:?}");
    let answer = world.ask("acme/nothing", Target::Thread { number: 7 }, Depth::Text);
    assert!(matches!(answer, Answer::Unreachable(_)), "{answer:?}");
}
