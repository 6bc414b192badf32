//! Files, directories, and what looks like them.

use super::support::{World, file, index, text};
use crate::world::github::{File, Repository, sha};
use package_repo_security::evidence::web::{Depth, NoContent, Standing, Subject};

fn worlds() -> [World; 3] {
    let repository = || {
        let first = index().first();
        index()
            .with_file("a.bin", File::Bytes(vec![0, 1, 2, 255]))
            .with_file("large.txt", File::Large(b"text ".repeat(2000)))
            .with_file("link.md", File::Symlink("docs/nothing.md".to_owned()))
            .with_file("vendor/sub", File::Submodule(sha("elsewhere")))
            .with_file("docs/with space#and?.md", File::Bytes(b"odd name".to_vec()))
            .with_commit("side", std::slice::from_ref(&first), &[("side/note.md", "on the side")])
            .with_branch("feature/a/b", &sha("side"))
            .with_tag("v1.0", &first, true)
            .with_tag("light", &first, false)
    };
    let spent = World::new(vec![repository()]).unsigned();
    spent.double.set_anonymous_budget(0);
    [World::new(vec![repository()]), World::new(vec![repository()]).unsigned(), spent]
}

#[test]
fn a_file_is_read_at_branch_tag_and_head_by_every_way_of_asking() {
    for world in worlds() {
        for place in ["main/docs/help.md", "HEAD/docs/help.md", "v1.0/docs/help.md", "light/docs/help.md"] {
            let file = world.file("acme/index", place, Depth::Text);
            assert_eq!(text(&file), "# Help\n\nTwo factors.\n", "{place}");
            assert_eq!((file.path.as_str(), file.standing), ("docs/help.md", Standing::Held), "{place}");
        }
        let odd = world.file("acme/index", "main/docs/with space#and?.md", Depth::Text);
        assert_eq!(text(&odd), "odd name");
    }
}

#[test]
fn a_branch_may_hold_slashes() {
    let [signed, unsigned, spent] = worlds();
    for world in [signed, unsigned] {
        let file = world.file("acme/index", "feature/a/b/side/note.md", Depth::Text);
        assert_eq!((file.reference.as_str(), file.path.as_str()), ("feature/a/b", "side/note.md"));
        assert_eq!(text(&file), "on the side");
    }
    // A server divides the address itself.
    assert_eq!(text(&spent.file("acme/index", "feature/a/b/side/note.md", Depth::Text)), "on the side");
}

#[test]
fn what_is_not_there_is_absent() {
    for world in worlds() {
        for place in [
            "main/docs/nothing.md",
            "nobranch/docs/help.md",
            "main/docs/help.md/more",
            "main/DOCS/help.md",
            &format!("{}/README.md", sha("never made")),
        ] {
            let subject = world.subject("acme/index", file(place), Depth::Text);
            assert!(matches!(subject, Subject::Absent), "{place}: {subject:?}");
        }
    }
    // What git would compute is asked of nobody, so that it is not told to be absent.
    for world in worlds() {
        let out = world.subject("acme/index", file("main/../../x"), Depth::Text);
        assert!(matches!(out, Subject::Absent), "{out:?}");
        let before = world.double.recorded().len();
        for place in ["HEAD~1/README.md", "main^{tree}/README.md", "main:docs/help.md", "@/README.md"] {
            let subject = world.subject("acme/index", file(place), Depth::Text);
            assert!(matches!(subject, Subject::Commit(Standing::Untold)), "{place}: {subject:?}");
        }
        let asked = &world.double.recorded()[before..];
        assert!(asked.iter().all(|it| !it.path.contains("docs") && !it.path.contains("README")), "{asked:?}");
    }
}

#[test]
fn directories_and_submodules_are_no_files() {
    for world in worlds() {
        for place in ["main", "main/docs", "main/docs/", "feature/a/b/side"] {
            let subject = world.subject("acme/index", file(place), Depth::Text);
            assert!(matches!(subject, Subject::Directory), "{place}: {subject:?}");
        }
    }
    let [signed, unsigned, _] = worlds();
    for world in [signed, unsigned] {
        assert!(matches!(world.subject("acme/index", file("main/vendor/sub"), Depth::Text), Subject::There));
        let link = world.file("acme/index", "main/link.md", Depth::Text);
        assert_eq!(link.content.unwrap_err(), NoContent::Binary);
    }
}

#[test]
fn binary_and_large_files_say_so_and_bytes_come_from_the_pages() {
    for world in worlds() {
        assert_eq!(
            world.file("acme/index", "main/a.bin", Depth::Text).content.unwrap_err(),
            NoContent::Binary
        );
        assert_eq!(world.file("acme/index", "main/a.bin", Depth::Bytes).content.unwrap(), [0, 1, 2, 255]);
        assert_eq!(
            world.file("acme/index", "main/a.bin", Depth::Existence).content.unwrap_err(),
            NoContent::NotAsked
        );
        // The API hands over half of it.
        let large = world.file("acme/index", "main/large.txt", Depth::Text);
        assert_eq!(large.content.unwrap().len(), 10_000);
    }
    let [world, ..] = worlds();
    world.file("acme/index", "main/a.bin", Depth::Bytes);
    let pages = world.double.page_requests();
    assert!(pages.iter().any(|request| request.path.starts_with("/acme/index/raw/")), "{pages:?}");
    assert!(pages.iter().all(|request| request.header("authorization").is_none()), "{pages:?}");
}

#[test]
fn a_file_larger_than_the_cap_is_too_large() {
    let mut world = World::new(vec![index().with_file("large.txt", File::Large(b"text ".repeat(2000)))]);
    world.limits.body = 1000;
    let file = world.file("acme/index", "main/large.txt", Depth::Text);
    assert_eq!(file.content.unwrap_err(), NoContent::TooLarge);
}

#[test]
fn a_branch_link_tells_the_commit_for_a_permanent_one() {
    let [world, ..] = worlds();
    for place in ["main/docs/help.md", "v1.0/docs/help.md", "HEAD/docs/help.md"] {
        let file = world.file("acme/index", place, Depth::Existence);
        assert_eq!(file.commit.as_deref(), Some(index().first().as_str()), "{place}");
    }
    assert_eq!(
        world.file("acme/index", "feature/a/b/side/note.md", Depth::Existence).commit,
        Some(sha("side"))
    );
}

/// Everybody who opens a pull request puts a commit below the address of the repository.
#[test]
fn what_a_stranger_put_there_is_never_held() {
    let first = index().first();
    let forged = sha("forged");
    let repository = index()
        .with_commit("forged", std::slice::from_ref(&first), &[("SECURITY.md", "forged"), ("dir/a.md", "a")])
        .with_pull(7, &forged)
        // Git looks for the pull request first.
        .with_branch("pull/7/head", &first)
        .with_tag(&format!("v2-g{}", &first[..7]), &first, false);
    let forms = [
        "refs/pull/7/head".to_owned(),
        "refs/pull/7/merge".to_owned(),
        "pull/7/head".to_owned(),
        "pull/7/merge".to_owned(),
        format!("v1-g{forged}"),
        format!("release-g{}", &forged[..5]),
        forged[..4].to_owned(),
        forged[..5].to_owned(),
        forged[..12].to_owned(),
        forged.to_ascii_uppercase(),
        forged.clone(),
    ];
    let spent = World::new(vec![repository.clone()]).unsigned();
    spent.double.set_anonymous_budget(0);
    let worlds = [World::new(vec![repository.clone()]), World::new(vec![repository]).unsigned(), spent];
    for (number, world) in worlds.iter().enumerate() {
        world.double.set_anonymous_budget(if number == 2 { 0 } else { 1_000 });
        for form in &forms {
            let there = world.file("acme/index", &format!("{form}/SECURITY.md"), Depth::Text);
            assert_ne!(there.standing, Standing::Held, "{number} {form}");
            assert_eq!(there.commit, None, "{number} {form}");
            let place = file(&format!("{form}/dir"));
            let directory = world.subject("acme/index", place, Depth::Text);
            assert!(
                matches!(&directory, Subject::Commit(standing) if *standing != Standing::Held),
                "{number} {form}: {directory:?}"
            );
        }
        // What looks like such a name and is a tag is one, where that can be asked.
        let tag = world.file("acme/index", &format!("v2-g{}/README.md", &first[..7]), Depth::Text);
        assert_eq!(tag.standing == Standing::Held, number < 2, "{number}");
    }
}

#[test]
fn without_a_token_a_branch_or_tag_is_asked_for_once() {
    let world = World::new(vec![index().with_tag("v1.0", &index().first(), true)]).unsigned();
    let places = ["main/README.md", "HEAD/README.md", "v1.0/README.md", "v1.0/docs/help.md"];
    let wants = places.map(|place| (world.want("acme/index", file(place)), Depth::Text));
    world.ask_all(wants);
    let asked: Vec<String> = world.double.api_requests().into_iter().map(|it| it.path).collect();
    let named: Vec<&String> = asked.iter().filter(|path| path.contains("/git/ref/")).collect();
    assert_eq!(named, ["/repos/acme/index/git/ref/heads/v1.0", "/repos/acme/index/git/ref/tags/v1.0"]);
}

#[test]
fn text_of_a_private_file_is_its_bytes_where_that_is_sure() {
    let mut own = Repository::new("acme/index", &[("a.txt", "just text"), ("b.bin", "\0")]);
    own.is_private = true;
    let world = World::new(vec![own]);
    assert_eq!(text(&world.file("acme/index", "main/a.txt", Depth::Bytes)), "just text");
    assert_eq!(world.file("acme/index", "main/b.bin", Depth::Bytes).content.unwrap_err(), NoContent::Binary);
    assert!(world.double.page_requests().is_empty(), "nobody sees its pages");
}
