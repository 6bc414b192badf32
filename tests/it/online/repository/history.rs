//! Commits: parents, names, and where two of them part.

use super::support::{World, asked, index, open, open_as};
use crate::world::github::sha;
use package_repo_security::online::repository::ApiError;

/// As in a real event of a pull request.
const MERGE: &str = "ec26c3e57ca3a959ca5aad62de7213c562f8c821";

fn with_merge() -> World {
    let base = index().first();
    let it = index()
        .with_commit("ours", std::slice::from_ref(&base), &[("ours.md", "x")])
        .with_branch("main", &sha("ours"))
        .with_commit("theirs", std::slice::from_ref(&base), &[("theirs.md", "y")])
        .with_commit(MERGE, &[sha("ours"), sha("theirs")], &[])
        .with_pull(7, MERGE)
        .with_tag("v1", &base, true);
    World::new(vec![it])
}

#[test]
fn the_parents_of_a_merge_are_told_in_order_by_one_request() {
    let world = with_merge();
    assert_eq!(open(&world).parents(MERGE).unwrap(), [sha("ours"), sha("theirs")]);
    assert_eq!(open(&world).parents(&index().first()).unwrap(), Vec::<String>::new());
    assert_eq!(
        asked(&world),
        [format!("GET /git/commits/{MERGE}"), format!("GET /git/commits/{}", index().first())]
    );
}

#[test]
fn a_name_leads_to_its_commit() {
    let world = with_merge();
    let it = open(&world);
    let first = index().first();
    for (name, commit) in [
        ("main", &sha("ours")),
        ("v1", &first),
        (MERGE, &MERGE.to_owned()),
        ("refs/heads/main", &sha("ours")),
    ] {
        assert_eq!(it.commit(name).as_ref(), Ok(commit), "{name}");
    }
}

#[test]
fn two_commits_part_at_their_merge_base() {
    let world = with_merge();
    let it = open(&world);
    assert_eq!(it.merge_base(&sha("ours"), &sha("theirs")).unwrap(), index().first());
    assert_eq!(it.merge_base("main", MERGE).unwrap(), sha("ours"));
    assert_eq!(asked(&world).len(), 2);
}

#[test]
fn a_commit_that_is_not_there_is_told_from_a_repository_that_is_not_seen() {
    let world = with_merge();
    let it = open(&world);
    let nothing = sha("nothing");
    for error in [
        it.parents(&nothing).unwrap_err(),
        it.commit(&nothing).unwrap_err(),
        it.commit("no-such-branch").unwrap_err(),
        it.merge_base(&nothing, MERGE).unwrap_err(),
    ] {
        assert!(matches!(&error, ApiError::NoCommit { told, .. } if told == "404: Not Found"), "{error:?}");
    }
    let other = open_as(&world, "acme/other");
    for error in [
        other.parents(MERGE).unwrap_err(),
        other.commit("main").unwrap_err(),
        other.merge_base("main", MERGE).unwrap_err(),
    ] {
        assert!(matches!(error, ApiError::NotVisible { .. }), "{error:?}");
    }
    let text = other.parents(MERGE).unwrap_err().to_string();
    assert!(text.contains("of acme/other") && text.contains("`contents: read`"), "{text}");
}

#[test]
fn what_cannot_be_a_commit_is_not_asked_for() {
    let world = with_merge();
    let it = open(&world);
    for name in ["", "main", "HEAD", "ec26c3e", &"0".repeat(41), "../../../user"] {
        assert!(matches!(it.parents(name), Err(ApiError::NoCommit { .. })), "{name}");
    }
    for name in ["", "main...v1", "stranger:main", ".."] {
        assert!(matches!(it.merge_base(name, MERGE), Err(ApiError::NoCommit { .. })), "{name}");
        assert!(matches!(it.merge_base(MERGE, name), Err(ApiError::NoCommit { .. })), "{name}");
    }
    for name in ["", ".", ".."] {
        assert!(matches!(it.commit(name), Err(ApiError::NoCommit { .. })), "{name}");
    }
    assert_eq!(asked(&world), Vec::<String>::new());
}

#[test]
fn a_branch_that_is_named_like_a_hash_is_not_that_commit() {
    let name = "1111111111111111111111111111111111111111";
    let it = index().with_branch(name, &index().first());
    let world = World::new(vec![it]);
    assert!(matches!(open(&world).commit(name), Err(ApiError::NoCommit { .. })));
}

#[test]
fn unrelated_histories_have_no_merge_base() {
    let world = World::new(vec![index().with_commit("orphan", &[], &[])]);
    assert!(matches!(open(&world).merge_base("main", &sha("orphan")), Err(ApiError::NoCommit { .. })));
}

#[test]
fn a_renamed_repository_is_followed_and_then_asked_where_it_is() {
    let mut it = index();
    it.former.push("acme/old".to_owned());
    let id = it.id;
    let world = World::new(vec![it]);
    let old = open_as(&world, "acme/old");
    let first = index().first();
    old.parents(&first).unwrap();
    old.file(&first, "README.md", 100).unwrap().unwrap();
    let expected = [
        format!("GET /repos/acme/old/git/commits/{first}"),
        format!("GET /repositories/{id}/git/commits/{first}"),
        format!("GET /repositories/{id}/contents/README.md?ref={first}"),
    ];
    assert_eq!(asked(&world), expected);
}

#[test]
fn an_enterprise_server_is_asked_below_its_own_path() {
    let mut world = with_merge();
    world.access.rest = format!("{}/api/v3", world.double.api).parse().unwrap();
    world.access.graphql = format!("{}/api/graphql", world.double.api).parse().unwrap();
    open(&world).parents(MERGE).unwrap();
    assert_eq!(asked(&world), [format!("GET /api/v3/repos/acme/index/git/commits/{MERGE}")]);
}
