//! Commits, and whether a branch or tag holds them.

use super::support::{World, file, index};
use crate::world::github::{Repository, sha};
use package_repo_security::evidence::web::{Depth, Standing, Subject};
use package_repo_security::links::github::Target;

fn repository() -> Repository {
    let first = index().first();
    index()
        .with_commit("second", std::slice::from_ref(&first), &[("new.md", "new")])
        .with_branch("main", &sha("second"))
        .with_commit("side", std::slice::from_ref(&first), &[("side.md", "side")])
        .with_branch("release", &sha("side"))
        .with_commit("tagged", std::slice::from_ref(&first), &[("tagged.md", "tagged")])
        .with_tag("v0", &sha("tagged"), true)
        .with_commit("forged", &[first], &[("forged.md", "forged"), ("dir/forged.md", "forged")])
}

fn standing(world: &World, sha: &str) -> Standing {
    match world.subject("acme/index", Target::Commit { sha: sha.to_owned() }, Depth::Text) {
        Subject::Commit(standing) => standing,
        other => panic!("{sha}: {other:?}"),
    }
}

#[test]
fn a_commit_that_no_branch_or_tag_holds_is_dangling() {
    let world = World::new(vec![repository()]);
    for held in [index().first(), sha("second"), sha("side"), sha("tagged")] {
        assert_eq!(standing(&world, &held), Standing::Held, "{held}");
        assert_eq!(standing(&world, &held[..9]), Standing::Held, "{held}");
    }
    assert_eq!(standing(&world, &sha("forged")), Standing::Dangling);
    assert_eq!(standing(&world, &sha("forged")[..10]), Standing::Dangling);
    let subject = world.subject("acme/index", Target::Commit { sha: sha("never") }, Depth::Text);
    assert!(matches!(subject, Subject::Absent), "{subject:?}");
}

#[test]
fn a_file_or_directory_at_a_dangling_commit_says_so() {
    let world = World::new(vec![repository()]);
    let at =
        |label: &str, path: &str| world.file("acme/index", &format!("{}/{path}", sha(label)), Depth::Text);
    assert_eq!(at("forged", "forged.md").standing, Standing::Dangling);
    assert_eq!(at("second", "new.md").standing, Standing::Held);
    assert_eq!(at("side", "side.md").standing, Standing::Held);
    assert_eq!(at("tagged", "tagged.md").standing, Standing::Held);
    // The bytes are had after the commit is judged.
    let forged = world.file("acme/index", &format!("{}/forged.md", sha("forged")), Depth::Bytes);
    assert_eq!((forged.standing, forged.content.unwrap()), (Standing::Dangling, b"forged".to_vec()));
    let directory = world.subject("acme/index", file(&format!("{}/dir", sha("forged"))), Depth::Text);
    assert!(matches!(directory, Subject::Commit(Standing::Dangling)), "{directory:?}");
    let directory = world.subject("acme/index", file(&format!("{}/docs", sha("second"))), Depth::Text);
    assert!(matches!(directory, Subject::Directory), "{directory:?}");
}

#[test]
fn where_more_branches_exist_than_were_compared_it_is_untold() {
    let mut many = repository();
    for number in 0..120 {
        many = many.with_branch(&format!("old/{number}"), &index().first());
    }
    let world = World::new(vec![many]);
    assert_eq!(standing(&world, &sha("forged")), Standing::Untold);
    assert_eq!(standing(&world, &sha("second")), Standing::Held);
    assert_eq!(world.double.api_requests().len(), 3, "one, one more for the undecided, and one");
}

#[test]
fn a_branch_that_looks_like_a_commit_is_a_branch() {
    let world = World::new(vec![repository().with_branch("deadbeef", &sha("side"))]);
    let file = world.file("acme/index", "deadbeef/side.md", Depth::Text);
    assert_eq!((file.standing, file.commit), (Standing::Held, Some(sha("side"))));
    assert_eq!(world.double.api_requests().len(), 1);
}

#[test]
fn without_a_token_only_the_default_branch_tells() {
    let world = World::new(vec![repository()]).unsigned();
    assert_eq!(standing(&world, &index().first()), Standing::Held);
    for untold in ["side", "tagged", "forged"] {
        assert_eq!(standing(&world, &sha(untold)), Standing::Untold, "{untold}");
        let file = world.file("acme/index", &format!("{}/README.md", sha(untold)), Depth::Text);
        assert_eq!(file.standing, Standing::Untold);
        let directory = world.subject("acme/index", file_at(untold, "docs"), Depth::Text);
        assert!(matches!(directory, Subject::Commit(Standing::Untold)), "{directory:?}");
    }
    let absent = world.subject("acme/index", Target::Commit { sha: sha("never") }, Depth::Text);
    assert!(matches!(absent, Subject::Absent), "{absent:?}");
    // As pages alone show them, no commit is known to be held.
    world.double.set_anonymous_budget(0);
    assert_eq!(standing(&world, &index().first()), Standing::Untold);
    let file = world.file("acme/index", &format!("{}/README.md", sha("second")), Depth::Text);
    assert_eq!(file.standing, Standing::Untold);
}

fn file_at(label: &str, path: &str) -> Target {
    file(&format!("{}/{path}", sha(label)))
}
