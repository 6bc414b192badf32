//! Repositories: renamed, archived, private, blocked; and what else is in them.

use super::support::{TOKEN, World, file, index};
use crate::world::github::{Hub, Repository, Thread};
use package_repo_security::evidence::web::{Answer, Depth, Reason, Subject};
use package_repo_security::links::github::Target;

fn all_ways(repositories: &[Repository]) -> [World; 3] {
    let spent = World::new(repositories.to_vec()).unsigned();
    spent.double.set_anonymous_budget(0);
    [World::new(repositories.to_vec()), World::new(repositories.to_vec()).unsigned(), spent]
}

#[test]
fn a_renamed_repository_says_its_new_name() {
    let mut moved = index();
    moved.former = vec!["old-acme/registry".to_owned()];
    for world in all_ways(&[moved]) {
        let answer = world.ask("old-acme/registry", file("main/README.md"), Depth::Text);
        let Answer::GitHub(seen) = answer else { panic!("{answer:?}") };
        assert_eq!(seen.repository.to_string(), "acme/index");
        assert!(matches!(seen.subject, Subject::File(_)), "{seen:?}");
        let answer = world.ask("acme/index", Target::Repository, Depth::Existence);
        let Answer::GitHub(seen) = answer else { panic!("{answer:?}") };
        assert_eq!(seen.repository.to_string(), "acme/index");
    }
}

#[test]
fn an_archived_repository_says_so_where_the_api_tells() {
    let mut archived = index();
    archived.is_archived = true;
    let told = all_ways(&[archived]).map(|world| {
        match world.ask("acme/index", Target::Repository, Depth::Existence) {
            Answer::GitHub(seen) => seen.archived,
            other => panic!("{other:?}"),
        }
    });
    assert_eq!(told, [Some(true), Some(true), None]);
}

#[test]
fn a_repository_that_cannot_be_seen_is_unreachable_whatever_is_asked() {
    for world in all_ways(&[index()]) {
        for target in
            [Target::Repository, file("main/README.md"), Target::Thread { number: 1 }, Target::SecurityPolicy]
        {
            assert_eq!(world.reason("acme/nothing", target), Reason::NotVisible);
        }
    }
}

#[test]
fn a_private_repository_of_somebody_else_is_answered_as_one_that_is_not_there() {
    let mut secret = Repository::new("victim/secret", &[("README.md", "secret")])
        .with_thread(1, Thread { state: "open", title: "secret".to_owned(), ..Thread::default() });
    secret.is_private = true;
    let targets = || {
        [Target::Repository, file("main/README.md"), file("main/nothing.md"), Target::Thread { number: 1 }]
            .into_iter()
            .chain([Target::Commit { sha: "0123456789".to_owned() }, Target::LatestRelease])
    };
    for own in [None, Some("acme/index".to_owned())] {
        let mut world = World::new(vec![index(), secret.clone()]);
        world.access.own_repository = own;
        for target in targets() {
            let (there, nowhere) = (
                world.ask("victim/secret", target.clone(), Depth::Text),
                world.ask("victim/nothing", target, Depth::Text),
            );
            assert_eq!(format!("{there:?}"), format!("{nowhere:?}"));
            assert!(matches!(there, Answer::Unreachable(Reason::NotVisible)));
        }
        assert!(world.double.page_requests().is_empty(), "nothing more is asked about either");
    }
    // Its owner's other repositories may tell.
    let mut world = World::new(vec![secret]);
    world.access.own_repository = Some("Victim/public".to_owned());
    assert!(matches!(world.subject("victim/secret", file("main/README.md"), Depth::Text), Subject::File(_)));
    assert!(matches!(world.subject("victim/secret", file("main/nothing.md"), Depth::Text), Subject::Absent));
}

#[test]
fn a_repository_that_github_closed_is_unreachable() {
    for status in [403, 451] {
        let mut blocked = index();
        blocked.blocked = Some(status);
        let [signed, unsigned, spent] = all_ways(&[blocked]);
        assert_eq!(signed.reason("acme/index", Target::Repository), Reason::NotVisible);
        assert_eq!(unsigned.reason("acme/index", Target::Repository), Reason::Status(status));
        assert_eq!(spent.reason("acme/index", Target::Repository), Reason::Status(status));
    }
}

#[test]
fn releases_tags_and_the_newest_release() {
    let tag = |tag: &str| Target::Release { tag: tag.to_owned() };
    let first = index().first();
    let repository = index().with_tag("v1", &first, false).with_tag("pkg/v2", &first, true).with_release(
        "v1",
        "One",
        "Two factors.",
    );
    for world in all_ways(std::slice::from_ref(&repository)) {
        assert!(matches!(world.subject("acme/index", tag("pkg/v2"), Depth::Text), Subject::There));
        assert!(matches!(world.subject("acme/index", tag("v9"), Depth::Text), Subject::Absent));
    }
    let [signed, unsigned, _] = all_ways(&[repository]);
    for world in [signed, unsigned] {
        for target in [tag("v1"), Target::LatestRelease] {
            let subject = world.subject("acme/index", target, Depth::Text);
            let Subject::Release(release) = subject else { panic!("{subject:?}") };
            assert_eq!((release.text.as_str(), release.draft), ("One\n\nTwo factors.", false));
        }
    }
    let [signed, unsigned, _] = all_ways(&[index()]);
    for world in [signed, unsigned] {
        assert!(matches!(world.subject("acme/index", Target::LatestRelease, Depth::Text), Subject::Absent));
    }
}

#[test]
fn workflows_policies_and_advisories() {
    let workflow = |file: &str| Target::Workflow { file: file.to_owned() };
    let advisory = |id: &str| Target::Advisory { id: id.to_owned() };
    let mut repository = index();
    repository.former_workflows = vec!["old.yml".to_owned()];
    repository.advisories = vec!["GHSA-own0-own0-own0".to_owned()];
    for world in all_ways(std::slice::from_ref(&repository)) {
        assert!(matches!(world.subject("acme/index", workflow("ci.yml"), Depth::Text), Subject::There));
        assert!(matches!(world.subject("acme/index", workflow("old.yml"), Depth::Text), Subject::There));
        assert!(matches!(world.subject("acme/index", workflow("no.yml"), Depth::Text), Subject::Absent));
        assert!(matches!(world.subject("acme/index", workflow(".."), Depth::Text), Subject::Absent));
        let (own, none) = (advisory("GHSA-own0-own0-own0"), advisory("GHSA-none-none-none"));
        assert!(matches!(world.subject("acme/index", own, Depth::Text), Subject::There));
        assert!(matches!(world.subject("acme/index", none, Depth::Text), Subject::Absent));
    }
    // One of the global list, that refers to the repository.
    let mut hub = Hub::new(TOKEN, vec![repository]);
    let place = "{pages}/acme/index/security/advisories/GHSA-glob-glob-glob".to_owned();
    hub.advisories.insert("GHSA-glob-glob-glob".to_owned(), vec![place]);
    let world = World::of(hub);
    assert!(matches!(
        world.subject("acme/index", advisory("GHSA-glob-glob-glob"), Depth::Text),
        Subject::There
    ));
    assert!(world.double.page_requests().is_empty());

    let [signed, unsigned, spent] = all_ways(&[index()]);
    assert!(matches!(signed.subject("acme/index", Target::SecurityPolicy, Depth::Text), Subject::Absent));
    assert!(matches!(unsigned.subject("acme/index", Target::SecurityPolicy, Depth::Text), Subject::Absent));
    let untold = spent.subject("acme/index", Target::SecurityPolicy, Depth::Text);
    assert!(matches!(untold, Subject::Untold(_)), "{untold:?}");
    let policy = Repository::new("acme/index", &[(".github/SECURITY.md", "Report here.")]);
    let [signed, unsigned, _] = all_ways(&[policy]);
    for world in [signed, unsigned] {
        assert!(matches!(world.subject("acme/index", Target::SecurityPolicy, Depth::Text), Subject::There));
    }
}

#[test]
fn an_issue_that_moved_into_a_private_repository_is_not_told() {
    let mut secret =
        Repository::new("victim/secret", &[]).with_thread(3, Thread { state: "open", ..Thread::default() });
    secret.is_private = true;
    let mut repository = index();
    repository.moved.insert(40, "/victim/secret/issues/3".to_owned());
    for world in all_ways(&[repository, secret]) {
        let subject = world.subject("acme/index", Target::Thread { number: 40 }, Depth::Existence);
        let told = format!("{subject:?}");
        assert!(!told.contains("secret") && matches!(subject, Subject::Absent), "{told}");
    }
}
