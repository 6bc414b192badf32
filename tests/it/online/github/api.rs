//! How many requests, and where to.

use super::support::{TOKEN, World, file, index};
use crate::world::github::{Repository, Thread, sha};
use package_repo_security::evidence::web::{Answer, Depth, Standing, Subject};
use package_repo_security::links::github::Target;

/// 40 repositories with 25 links each, of every kind, some of them broken, some at commits that no branch holds.
#[test]
fn a_thousand_links_over_forty_repositories_take_eleven_requests() {
    let repository = |n: usize| {
        let name = format!("owner{n}/repo");
        let base = Repository::new(&name, &[("a.md", "text"), (".github/workflows/ci.yml", "on: push")]);
        let first = base.first();
        let base = base
            .with_commit(&format!("{name} side"), std::slice::from_ref(&first), &[("b.md", "side")])
            .with_branch("side", &sha(&format!("{name} side")))
            .with_commit(&format!("{name} forged"), &[first], &[("c.md", "forged")]);
        (1..=8)
            .fold(base, |it, number| it.with_thread(number, Thread { state: "closed", ..Thread::default() }))
    };
    let world = World::new((0..40).map(repository).collect());
    let mut wants = Vec::new();
    for n in 0..40 {
        let name = format!("owner{n}/repo");
        let mut targets: Vec<Target> = (1..=10).map(|number| Target::Thread { number }).collect();
        targets.extend([Target::Repository, Target::LatestRelease, Target::SecurityPolicy]);
        targets.extend((0..6).map(|number| file(&format!("main/missing-{number}.md"))));
        targets.push(file("main/a.md"));
        targets.push(file("side/b.md"));
        targets.push(file(&format!("{}/b.md", sha(&format!("{name} side")))));
        targets.push(Target::Commit { sha: sha(&format!("{name} forged")) });
        targets.push(Target::Workflow { file: "ci.yml".to_owned() });
        targets.push(Target::Discussion { number: 1 });
        assert_eq!(targets.len(), 25);
        wants.extend(targets.into_iter().map(|target| (world.want(&name, target), Depth::Text)));
    }
    assert_eq!(wants.len(), 1000);
    let answers = world.ask_all(wants);
    let requests = world.double.api_requests().len();
    assert!(requests <= 11, "{requests} requests");
    let mut counts = [0; 6];
    for (want, answer) in answers {
        let Answer::GitHub(seen) = answer else { panic!("{want:?}: {answer:?}") };
        let place = match seen.subject {
            Subject::Thread(_) => 0,
            Subject::Absent => 1,
            Subject::File(file) if file.standing == Standing::Held => 2,
            Subject::Commit(Standing::Dangling) => 3,
            Subject::There => 4,
            _ => 5,
        };
        counts[place] += 1;
    }
    // Two of ten threads, six files, the newest release, the policy and the discussion are missing.
    assert_eq!(counts, [8 * 40, 11 * 40, 3 * 40, 40, 2 * 40, 0]);
}

#[test]
fn an_enterprise_server_has_its_apis_beside_each_other() {
    let mut world = World::new(vec![index()]);
    world.access.rest = format!("{}/api/v3", world.double.api).parse().unwrap();
    world.access.graphql = format!("{}/api/graphql", world.double.api).parse().unwrap();
    assert!(matches!(world.subject("acme/index", file("main/README.md"), Depth::Text), Subject::File(_)));
    world.access.token = None;
    assert!(matches!(world.subject("acme/index", file("main/README.md"), Depth::Text), Subject::File(_)));
    let paths: Vec<String> = world.double.api_requests().into_iter().map(|it| it.path).collect();
    assert_eq!(paths[0], "/api/graphql");
    assert!(paths[1..].iter().all(|path| path.starts_with("/api/v3/repos/acme/index")), "{paths:?}");
}

#[test]
fn a_link_to_another_server_is_never_asked_of_this_api() {
    let world = World::new(vec![index()]);
    // Another server, which has no API for this run: the pages are not opened to the run either.
    let elsewhere =
        package_repo_security::links::HostPort { host: "ghe.invalid".to_owned(), port: Some(443) };
    let package_repo_security::evidence::web::Want::GitHub { repository, target, .. } =
        world.want("acme/index", Target::Repository)
    else {
        panic!()
    };
    let want = package_repo_security::evidence::web::Want::GitHub { server: elsewhere, repository, target };
    let answer = world.ask_all([(want.clone(), Depth::Text)]).remove(&want).unwrap();
    assert!(matches!(answer, Answer::Unreachable(_)), "{answer:?}");
    assert!(world.double.recorded().is_empty());
}

#[test]
fn hostile_words_stay_variables_and_segments() {
    let quote = "main/\") { viewer { login } } #\\\".md";
    let world = World::new(vec![index()]);
    assert!(matches!(world.subject("acme/index", file(quote), Depth::Text), Subject::Absent));
    let body: serde_json::Value = serde_json::from_str(&world.double.api_requests()[0].body).unwrap();
    assert!(!body["query"].as_str().unwrap().contains("viewer"));
    let world = World::new(vec![index()]).unsigned();
    for place in ["main/a?ref=evil#x", "main/%2e%2e/%2e%2e/user", "main/a/..%2fb"] {
        assert!(matches!(world.subject("acme/index", file(place), Depth::Text), Subject::Absent), "{place}");
    }
    for request in world.double.api_requests() {
        assert!(request.path.starts_with("/repos/acme/index"), "{}", request.path);
        assert!(!request.path.contains("/../") && request.path.matches('?').count() <= 1, "{}", request.path);
    }
    assert!(!TOKEN.is_empty());
}
