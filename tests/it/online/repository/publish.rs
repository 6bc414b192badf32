//! Files on a branch of their own.

use super::support::{World, asked, files, index, open, open_as, status, world, written};
use crate::world::github::{Fault, sha};
use package_repo_security::online::repository::{ApiError, Published};

const BADGES: &str = "badges";

fn badge(text: &str) -> Vec<(String, String)> {
    vec![("badge.svg".to_owned(), text.to_owned()), ("reports/latest.json".to_owned(), "{}".to_owned())]
}

fn head(world: &World) -> String {
    world.double.hub().repository("acme/index").branch(BADGES).unwrap().to_owned()
}

fn parents(world: &World, commit: &str) -> Vec<String> {
    world.double.hub().repository("acme/index").commits[commit].parents.clone()
}

fn commits(world: &World) -> usize {
    world.double.hub().repository("acme/index").commits.len()
}

#[test]
fn the_first_time_makes_the_branch_without_a_history() {
    let world = world();
    let published = open(&world).publish(BADGES, &badge("2"), "Levels").unwrap();
    assert_eq!(published, Published::Created(head(&world)));
    assert_eq!(parents(&world, &head(&world)), Vec::<String>::new());
    assert_eq!(files(&world, BADGES).into_iter().collect::<Vec<_>>(), badge("2"));
    assert_eq!(
        asked(&world),
        ["GET ", "GET /git/ref/heads/badges", "POST /git/trees", "POST /git/commits", "POST /git/refs"]
    );
    assert_eq!(files(&world, "main").len(), 3, "the default branch is as it was");
}

#[test]
fn the_same_bytes_make_no_commit() {
    let world = world();
    open(&world).publish(BADGES, &badge("2"), "Levels").unwrap();
    let (before, count) = (head(&world), commits(&world));
    assert_eq!(open(&world).publish(BADGES, &badge("2"), "Levels"), Ok(Published::Unchanged(before.clone())));
    assert_eq!((head(&world), commits(&world)), (before, count));
    assert_eq!(written(&world)[3..], ["POST /git/trees"], "a tree is asked for, and nothing more");
}

#[test]
fn other_bytes_make_one_commit_that_keeps_the_other_files() {
    let it = index()
        .with_commit("earlier", &[], &[("badge.svg", "1"), ("README.md", "Kept."), ("old/x", "Kept, too.")])
        .with_branch(BADGES, &sha("earlier"));
    let world = World::new(vec![it]);
    let count = commits(&world);
    let published = open(&world).publish(BADGES, &badge("2"), "Levels").unwrap();
    assert_eq!(published, Published::Updated(head(&world)));
    assert_eq!(commits(&world), count + 1);
    assert_eq!(parents(&world, &head(&world)), [sha("earlier")]);
    let files = files(&world, BADGES);
    let expected =
        [("README.md", "Kept."), ("badge.svg", "2"), ("old/x", "Kept, too."), ("reports/latest.json", "{}")];
    assert_eq!(files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect::<Vec<_>>(), expected);
}

#[test]
fn a_branch_whose_name_has_slashes_is_published_to() {
    let world = world();
    let it = open(&world);
    assert!(matches!(it.publish("bots/badges", &badge("2"), "Levels"), Ok(Published::Created(_))));
    assert!(matches!(it.publish("bots/badges", &badge("3"), "Levels"), Ok(Published::Updated(_))));
    assert_eq!(files(&world, "bots/badges")["badge.svg"], "3");
}

#[test]
fn a_race_that_was_lost_is_run_again_and_loses_nothing() {
    let existing =
        index().with_commit("earlier", &[], &[("badge.svg", "1")]).with_branch(BADGES, &sha("earlier"));
    for (it, rivals) in [(existing.clone(), 1), (existing, 2), (index(), 1), (index(), 2)] {
        let world = World::new(vec![it]);
        world.double.change(|hub| hub.repositories[0].writes.rivals = rivals);
        let published = open(&world).publish(BADGES, &badge("2"), "Levels").unwrap();
        assert_eq!(published, Published::Updated(head(&world)), "on top of what the other wrote");
        let files = files(&world, BADGES);
        assert_eq!(files["badge.svg"], "2");
        let kept = files.keys().filter(|path| path.starts_with("rival-")).count();
        assert_eq!(kept, rivals as usize, "{files:?}");
    }
}

#[test]
fn three_races_that_were_lost_are_enough() {
    let world = world();
    world.double.change(|hub| hub.repositories[0].writes.rivals = 3);
    let error = open(&world).publish(BADGES, &badge("2"), "Levels").unwrap_err();
    assert!(matches!(error, ApiError::LostRace { times: 3, .. }), "{error:?}");
    insta::assert_snapshot!(error, @"could not publish to branch badges of acme/index: somebody else wrote to it between reading and writing, 3 times (422: Update is not a fast forward). Let only one job publish at a time, with `concurrency` in the workflow");
    assert!(!files(&world, BADGES).contains_key("badge.svg"));
}

#[test]
fn what_is_refused_without_a_race_is_said_and_not_tried_again() {
    let existing =
        index().with_commit("earlier", &[], &[("badge.svg", "1")]).with_branch(BADGES, &sha("earlier"));
    for it in [existing, index()] {
        let world = World::new(vec![it]);
        let rule = "Repository rule violations found";
        world.double.change(|hub| hub.repositories[0].writes.rule = Some(rule.to_owned()));
        let error = open(&world).publish(BADGES, &badge("2"), "Levels").unwrap_err();
        assert!(matches!(error, ApiError::Refused { status: 422, .. }), "{error:?}");
        assert!(error.to_string().contains(rule), "{error}");
        assert_eq!(written(&world).len(), 3);
    }
}

#[test]
fn a_conflict_is_a_race() {
    let world = world();
    world.double.break_next([Fault::None, Fault::None, Fault::None, Fault::None, status(409, "Conflict")]);
    let published = open(&world).publish(BADGES, &badge("2"), "Levels").unwrap();
    assert_eq!(published, Published::Created(head(&world)));
}

#[test]
fn what_was_done_and_whose_answer_was_lost_is_seen_to_be_done() {
    let existing =
        index().with_commit("earlier", &[], &[("badge.svg", "1")]).with_branch(BADGES, &sha("earlier"));
    for (it, is_new) in [(existing, false), (index(), true)] {
        let world = World::new(vec![it]);
        // The last of the requests moves or makes the branch.
        let before = if is_new { 4 } else { 5 };
        world.double.break_next((0..before).map(|_| Fault::None).chain([Fault::Lost]));
        let count = commits(&world);
        let published = open(&world).publish(BADGES, &badge("2"), "Levels").unwrap();
        let expected =
            if is_new { Published::Created(head(&world)) } else { Published::Updated(head(&world)) };
        assert_eq!(published, expected);
        assert_eq!(commits(&world), count + 1, "one commit");
        assert_eq!(files(&world, BADGES)["badge.svg"], "2");
    }
}

#[test]
fn nothing_is_published_to_the_default_branch() {
    let world = world();
    let error = open(&world).publish("main", &badge("2"), "Levels").unwrap_err();
    assert!(matches!(error, ApiError::DefaultBranch { .. }), "{error:?}");
    assert_eq!(asked(&world), ["GET "]);
    let mut other = index();
    other.default_branch = BADGES.to_owned();
    other.branches[0].0 = BADGES.to_owned();
    let world = World::new(vec![other]);
    let error = open(&world).publish(BADGES, &badge("2"), "Levels").unwrap_err();
    assert!(matches!(error, ApiError::DefaultBranch { .. }), "{error:?}");
}

#[test]
fn what_is_no_name_of_a_branch_is_not_asked_for() {
    let world = world();
    for name in ["", "a//b", "../../../../user", "a/..", "/a", ".a"] {
        let error = open(&world).publish(name, &badge("2"), "Levels").unwrap_err();
        assert!(error.to_string().contains("no name of a branch"), "{name}: {error}");
    }
    assert_eq!(asked(&world), Vec::<String>::new());
}

#[test]
fn a_renamed_repository_is_published_to_where_it_is() {
    let mut it = index();
    it.former.push("acme/old".to_owned());
    let world = World::new(vec![it]);
    open_as(&world, "acme/old").publish(BADGES, &badge("2"), "Levels").unwrap();
    assert_eq!(files(&world, BADGES)["badge.svg"], "2");
}

#[test]
fn an_empty_repository_is_said_to_be_one() {
    let world = world();
    world.double.break_next([Fault::None, status(409, "Git Repository is empty.")]);
    let error = open(&world).publish(BADGES, &badge("2"), "Levels").unwrap_err();
    assert!(error.to_string().contains("Git Repository is empty."), "{error}");
}
