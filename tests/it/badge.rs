//! The badge and its family, and the README that shows them.

use crate::support::{Run, TODAY, Tree, rules_of, whole};

fn badge(tree: &Tree, arguments: &[&str]) -> Run {
    Run::of(tree.command(&[&["badge", "--today", TODAY], arguments].concat()))
}

/// A tree whose README shows its badge as `badge --markdown` wrote it.
fn shown() -> Tree {
    let tree = Tree::with(whole(""));
    let pasted = badge(&tree, &["--svg", "docs-badge.svg", "--markdown"]);
    assert_eq!(pasted.code, 0, "{pasted:?}");
    tree.file("README.md", format!("# Example\n\n{}\nWords.\n", pasted.stdout))
}

/// The rules that a check of the tree finds broken, and their messages.
fn found(tree: &Tree) -> Vec<String> {
    let (report, _) = tree.json(&[]);
    let findings = report["findings"].as_array().unwrap().iter();
    findings
        .map(|it| format!("{}: {}", it["rule"].as_str().unwrap(), it["message"].as_str().unwrap()))
        .collect()
}

#[test]
fn what_is_pasted_shows_the_badge_says_it_in_words_and_leads_to_the_declaration() {
    let tree = Tree::with(whole(""));
    let run = badge(&tree, &["--svg", "b c.svg", "--markdown"]);
    insta::assert_snapshot!(run.stdout, @"[![package repo security v0.1, self-assessed: authentication level 0 (5 requirements to level 1), authorization level 0 (2 requirements to level 1), general level 0 (2 requirements to level 1), CLI level 0 (1 requirement to level 1)](<b%20c.svg>)](<.package-repo-security.yml>)");
    assert!(tree.read("b c.svg").contains("<svg"));
    let linked = badge(&tree, &["--svg", "b.svg", "--markdown", "--link", "https://epi.example/report"]);
    assert!(linked.stdout.ends_with("](<b.svg>)](<https://epi.example/report>)\n"), "{linked:?}");
    let absolute = tree.path("b.svg");
    let elsewhere = badge(&tree, &["--svg", absolute.to_str().unwrap(), "--markdown"]);
    assert!(elsewhere.stdout.contains("](<b.svg>)]"), "{elsewhere:?}");
}

#[test]
fn a_track_has_a_badge_of_its_own() {
    let tree = Tree::with(whole(""));
    assert_eq!(badge(&tree, &["--track", "general", "--endpoint", "general.json"]).code, 0);
    let json: serde_json::Value = serde_json::from_str(&tree.read("general.json")).unwrap();
    assert_eq!(json["label"], "package repo security v0.1 general");
    assert_eq!(json["message"], "2 to L1");
    let unknown = badge(&tree, &["--track", "overall", "--endpoint", "general.json"]);
    assert_eq!(unknown.code, 2);
    assert!(unknown.stderr.contains("authentication, authorization, general, cli"), "{unknown:?}");
}

#[test]
fn a_readme_with_the_badge_of_the_declaration_is_fine_in_every_form_and_when_the_review_is_overdue() {
    for form in [&[][..], &["--style", "counts"], &["--track", "cli"], &["--today", "2030-01-01"]] {
        let tree = Tree::with(whole(""));
        let pasted = Run::of(tree.command(&[&["badge", "--svg", "b.svg", "--markdown"], form].concat()));
        let tree = tree.file("README.md", pasted.stdout);
        assert_eq!(found(&tree), [""; 0], "{form:?}");
    }
}

#[test]
fn a_readme_whose_badge_shows_other_levels_is_noticed() {
    let answers = "answers:\n  pinned-installs: {status: met, evidence: 'https://epi.example/lock'}\n";
    let tree = shown().file(".package-repo-security.yml", whole(answers).replace("cli: 0", "cli: 1"));
    insta::assert_snapshot!(found(&tree).join("\n"), @"
    badge-outdated: the picture of the badge in `README.md`, line 3, does not say what the declaration says
    badge-outdated: the text of the badge in `README.md`, line 3, does not say what the declaration says
    ");
    let (report, code) = tree.json(&[]);
    assert_eq!(code, 0, "{report:#}");
    assert_eq!(report["findings"][0]["severity"], "warning");
    assert_eq!(report["findings"][0]["at"], "claims");
    let (report, _) = tree.json(&["--scope", "change"]);
    assert_eq!(report["findings"][0]["severity"], "notice");
}

#[test]
fn a_badge_that_is_not_there_or_leads_nowhere_is_noticed() {
    let tree = shown();
    std::fs::remove_file(tree.path("docs-badge.svg")).unwrap();
    let page = tree.read("README.md").replace("(<.package-repo-security.yml>)", "(docs/report.html)");
    insta::assert_snapshot!(found(&tree.file("README.md", page)).join("\n"), @"
    badge-missing: the badge in `README.md`, line 3, leads to `docs/report.html`, and there is no such file
    badge-missing: the badge in `README.md`, line 3, shows `docs-badge.svg`, and there is no such file
    ");
}

#[test]
fn references_of_a_page_in_a_folder_start_there() {
    let tree = shown();
    let page = tree.read("README.md");
    let tree = tree.file("docs/README.md", page.replace("(<", "(<../"));
    assert_eq!(found(&tree), [""; 0]);
    assert_eq!(found(&tree.file(".github/README.md", page)).len(), 2, "both files are one folder up");
}

#[test]
fn an_entry_of_ignore_accepts_a_badge_that_is_left_as_it_is() {
    let ignore =
        "ignore:\n  - {rule: badge-missing, at: claims, reason: the picture is published by another job}\n";
    let tree = shown().file(".package-repo-security.yml", whole(ignore));
    std::fs::remove_file(tree.path("docs-badge.svg")).unwrap();
    assert_eq!(found(&tree), [""; 0]);
}

#[test]
fn other_pictures_and_other_declarations_are_left_alone() {
    let page = "![build](build.svg) [![package](https://a.example/b.svg)](nowhere.md) ![package repo security](logo.png)\n";
    let tree = Tree::with(whole("")).file("README.md", page).file("logo.png", b"\x89PNG");
    assert_eq!(found(&tree), [""; 0]);
    let other = shown().file("other.yml", whole("reviewed: 2026-09-01\n"));
    std::fs::remove_file(other.path("docs-badge.svg")).unwrap();
    let (report, _) = other.json(&["--declaration", "other.yml"]);
    assert_eq!(rules_of(&report), [""; 0], "{report:#}");
}

#[test]
fn words_that_name_no_level_are_right_whatever_the_levels_are() {
    let docs = include_str!("../../docs/action.md");
    let line = docs.lines().find(|line| line.starts_with("[![")).unwrap();
    let page = line.replace("YOU/REGISTRY", "acme/index");
    assert!(page.contains("[![package repo security, self-assessed]"), "{page}");
    assert_eq!(said(clone(), "README.md", &page).1, [""; 0]);
}

/// Each picture may be a large file, and a page may show it a thousand times: read each time, that is a quarter of an hour. The bound
/// leaves room for a machine that is busy with other tests.
#[test]
fn a_page_full_of_pictures_takes_no_time() {
    let page = "![](a)\n".repeat(4000);
    let tree = Tree::with(whole("")).file("README.md", page).file("a", vec![b'x'; 16 * 1024 * 1024 - 1]);
    let begun = std::time::Instant::now();
    assert_eq!(found(&tree), [""; 0]);
    assert!(begun.elapsed() < std::time::Duration::from_mins(1), "{:?}", begun.elapsed());
}

/// A tree whose declaration is this one's, whose badge is at `b.svg` and `b.json`, and whose levels have changed since.
fn outdated() -> Tree {
    let tree = Tree::with(whole(""));
    assert_eq!(badge(&tree, &["--svg", "b.svg", "--endpoint", "b.json"]).code, 0);
    let answers = "answers:\n  pinned-installs: {status: met, evidence: 'https://epi.example/lock'}\n";
    tree.file(".package-repo-security.yml", whole(answers).replace("cli: 0", "cli: 1"))
}

/// The same, as a clone of `github.com/acme/index`.
fn clone() -> Tree {
    let tree = outdated();
    std::fs::remove_dir(tree.path(".git")).unwrap();
    for arguments in [&["init", "-q"][..], &["remote", "add", "origin", "git@github.com:acme/index.git"]] {
        let mut git = std::process::Command::new("git");
        assert!(git.current_dir(tree.path("")).args(arguments).status().unwrap().success());
    }
    tree
}

/// What a check says of a page: the rules, with what differs from one to the next.
fn said(tree: Tree, name: &str, page: &str) -> (Tree, Vec<String>) {
    let tree = tree.file(name, page);
    let said = found(&tree);
    (tree, said)
}

const OLD_TEXT: &str = "package repo security v0.1, self-assessed: authentication level 3, authorization level 3, general level 3, CLI level 3";

#[test]
fn badges_written_as_html_are_read() {
    let html = format!(
        "<p align=\"center\">\n  <a href=\"nowhere.md\"><img\n     src=\"b.svg\" alt=\"{OLD_TEXT}\"></a>\n</p>\n\n[<img src=gone.svg alt='package repo security'>](b.svg)\n"
    );
    let (_, said) = said(outdated(), "README.md", &html);
    insta::assert_snapshot!(said.join("\n"), @"
    badge-missing: the badge in `README.md`, line 2, leads to `nowhere.md`, and there is no such file
    badge-missing: the badge in `README.md`, line 6, shows `gone.svg`, and there is no such file
    badge-outdated: the picture of the badge in `README.md`, line 2, does not say what the declaration says
    badge-outdated: the text of the badge in `README.md`, line 2, does not say what the declaration says
    ");
}

#[test]
fn a_readme_is_read_whatever_its_case_and_where_forges_look_for_it() {
    for name in ["readme.md", "Readme.markdown", ".github/readme.md", "docs/README.MD"] {
        let up = if name.contains('/') { "../" } else { "" };
        let (_, said) = said(outdated(), name, &format!("![x]({up}b.svg)\n"));
        let expected = format!(
            "badge-outdated: the picture of the badge in `{name}`, line 1, does not say what the declaration says"
        );
        assert_eq!(said, [expected]);
    }
}

#[test]
fn a_readme_in_restructuredtext_is_read_and_one_in_another_markup_is_left_alone() {
    let rst = format!(
        "Index\n=====\n\n.. image:: b.svg\n   :alt: {OLD_TEXT}\n   :target: nowhere.md\n\n.. code-block:: rst\n\n   .. image:: b.svg\n"
    );
    let (_, found) = said(outdated(), "README.rst", &rst);
    insta::assert_snapshot!(found.join("\n"), @"
    badge-missing: the badge in `README.rst`, line 4, leads to `nowhere.md`, and there is no such file
    badge-outdated: the picture of the badge in `README.rst`, line 4, does not say what the declaration says
    badge-outdated: the text of the badge in `README.rst`, line 4, does not say what the declaration says
    ");
    let (_, found) = said(outdated(), "README.adoc", "image::b.svg[link=nowhere.md]\n");
    assert_eq!(found, [""; 0]);
}

#[test]
fn a_link_that_is_empty_leads_nowhere() {
    for page in ["[![x](b.svg)]()", "[![x](b.svg)](#)", "<a href=''><img src=b.svg></a>"] {
        let tree = Tree::with(whole(""));
        assert_eq!(badge(&tree, &["--svg", "b.svg"]).code, 0);
        let (_, said) = said(tree, "README.md", page);
        assert_eq!(
            said,
            ["badge-missing: the badge in `README.md`, line 1, leads nowhere: its link is empty"],
            "{page}"
        );
    }
    let (_, none) = said(outdated(), "README.md", "![package repo security]()\n");
    assert_eq!(none, ["badge-missing: the badge in `README.md`, line 1, shows nothing: it names no picture"]);
}

#[test]
fn json_of_this_repository_that_shields_io_draws_is_held_against_the_declaration() {
    let shields = "https://img.shields.io/endpoint?style=flat&url=https%3A%2F%2Fraw.githubusercontent.com%2FAcme%2FIndex%2Fmain%2F";
    let (tree, found) =
        said(clone(), "README.md", &format!("[![x]({shields}b.json)](https://epi.example/)\n"));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].starts_with("badge-outdated: the picture of the badge in `README.md`, line 1,"),
        "{found:?}"
    );
    // Laid out otherwise, it says the same.
    assert_eq!(badge(&tree, &["--endpoint", "b.json"]).code, 0);
    let json: serde_json::Value = serde_json::from_str(&tree.read("b.json")).unwrap();
    let (tree, found) =
        said(tree.file("b.json", json.to_string()), "README.md", &format!("![x]({shields}b.json)\n"));
    assert_eq!(found, [""; 0]);
    let (tree, found) = said(tree, "README.md", &format!("![package repo security]({shields}gone.json)\n"));
    assert_eq!(
        found,
        ["badge-missing: the badge in `README.md`, line 1, shows `gone.json`, and there is no such file"]
    );
    // Another branch is not the tree at hand, and another repository is not this one.
    for elsewhere in ["acme%2Findex%2Fbadges%2Fgone.json", "acme%2Fother%2Fmain%2Fgone.json"] {
        let page = format!(
            "![package repo security](https://img.shields.io/endpoint?url=https%3A%2F%2Fraw.githubusercontent.com%2F{elsewhere})\n"
        );
        assert_eq!(said(Tree::with(whole("")), "README.md", &page).1, [""; 0], "{elsewhere}");
    }
    drop(tree);
}

#[test]
fn the_badge_of_another_registry_is_left_alone() {
    let other = Tree::with(whole("").replace("https://epi.example/", "https://other.example/"));
    assert_eq!(badge(&other, &["--svg", "other.svg"]).code, 0);
    let copy = other.read("other.svg").replace("level 0", "level 3");
    for page in [
        // A copy of theirs in this repository, wherever it leads and whatever stands in its place.
        format!(
            "![{OLD_TEXT}](other.svg) [![x](other.svg)](https://other.example/) [![{OLD_TEXT}](other.svg)](notes.md)"
        ),
        // Theirs, where they have it.
        format!(
            "[![{OLD_TEXT}](https://raw.githubusercontent.com/other/index/badges/badge.svg)](https://github.com/other/index)"
        ),
        format!(
            "![{OLD_TEXT}](https://other.example/badge.svg) <a href=https://other.example/><img src=https://other.example/badge.svg alt='{OLD_TEXT}'></a>"
        ),
    ] {
        let tree = clone().file("other.svg", &copy).file("notes.md", "");
        assert_eq!(said(tree, "README.md", &page).1, [""; 0], "{page}");
    }
}

#[test]
fn a_badge_of_this_registry_is_judged_wherever_it_is_shown() {
    for page in [
        // What leads to the declaration is about it, whoever draws the picture.
        format!("[![{OLD_TEXT}](https://cdn.example/b.svg)](.package-repo-security.yml)"),
        // Pictures of this repository on another branch, and of the registry.
        format!(
            "[![{OLD_TEXT}](https://raw.githubusercontent.com/acme/index/badges/badge.svg)](https://github.com/acme/index/blob/badges/report.md)"
        ),
        format!("![{OLD_TEXT}](https://www.epi.example/b.svg)"),
        format!("[![{OLD_TEXT}](https://cdn.example/b.svg)](https://docs.epi.example/security)"),
        // The SVG says whose it is, wherever it leads.
        "[![x](b.svg)](https://other.example/)".to_owned(),
    ] {
        let (_, found) = said(clone(), "README.md", &page);
        assert_eq!(found.len(), 1, "{page}: {found:?}");
        assert!(found[0].starts_with("badge-outdated: "), "{page}: {found:?}");
    }
}

#[test]
fn markdown_leads_into_the_repository_or_to_https_and_nothing_is_written_otherwise() {
    let tree = Tree::with(whole("")).file("docs/x", "");
    let outside = tempfile::tempdir().unwrap();
    let absolute = outside.path().join("b.svg");
    for (svg, link, why) in [
        (absolute.to_str().unwrap(), "r.md", "lies outside the repository"),
        ("docs/../../b.svg", "r.md", "lies outside the repository"),
        ("b.svg", "", "it is empty"),
        ("b.svg", "javascript:alert(1)", "the scheme `javascript:` is not `https:`"),
        ("b.svg", "http://epi.example/", "the scheme `http:` is not `https:`"),
        ("b.svg", "../r.md", "it names no file of the repository"),
    ] {
        let run = badge(&tree, &["--svg", svg, "--markdown", "--link", link]);
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{svg} {link}: {run:?}");
        assert!(run.stderr.contains(why), "{svg} {link}: {run:?}");
        assert!(!absolute.exists() && !tree.path("b.svg").exists(), "{svg} {link}");
    }
    let given = outside.path().join("d.yml");
    std::fs::write(&given, whole("")).unwrap();
    let given = ["--declaration", given.to_str().unwrap(), "--svg", "b.svg", "--markdown"];
    let run = badge(&tree, &given);
    assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{run:?}");
    assert!(run.stderr.contains("say with `--link`"), "{run:?}");
    assert_eq!(badge(&tree, &[&given[..], &["--link", "https://epi.example/"]].concat()).code, 0);
    // A page elsewhere is not asked for: an SVG may go anywhere.
    assert_eq!(badge(&tree, &["--svg", absolute.to_str().unwrap()]).code, 0);
    let inside = badge(
        &tree,
        &["--svg", "docs/../docs/b.svg", "--markdown", "--link", "https://epi.example/?a=1&copy=2"],
    );
    assert!(
        inside.stdout.ends_with("](<docs/b.svg>)](<https://epi.example/?a=1&amp;copy=2>)\n"),
        "{inside:?}"
    );
}

/// Notes and help of each finding.
fn advice(tree: &Tree) -> String {
    let (report, _) = tree.json(&[]);
    let findings = report["findings"].as_array().unwrap().iter();
    let said = findings.flat_map(|it| {
        let notes: Vec<&str> =
            it["notes"].as_array().unwrap().iter().map(|it| it.as_str().unwrap()).collect();
        [notes, vec![it["help"].as_str().unwrap()]].concat()
    });
    said.collect::<Vec<_>>().join("\n")
}

#[test]
fn only_what_differs_is_said_and_the_command_that_writes_the_badge_anew() {
    let answers = "answers:\n  pinned-installs: {status: met, evidence: 'https://epi.example/lock'}\n";
    let tree = shown().file(".package-repo-security.yml", whole(answers).replace("cli: 0", "cli: 1"));
    insta::assert_snapshot!(advice(&tree), @"
    found: `CLI level 0 (1 requirement to level 1)`, and the declaration says `CLI level 1`
    run `package-repo-security badge --svg docs-badge.svg` at the top of the repository, and commit the file
    found: `CLI level 0 (1 requirement to level 1)`, and the declaration says `CLI level 1`
    run `package-repo-security badge --svg docs-badge.svg --markdown` at the top of the repository, and paste what it prints
    ");
    let options = ["--svg", "docs-badge.svg", "--track", "cli", "--style", "counts", "--endpoint", "b.json"];
    let tree = Tree::with(whole(""));
    assert_eq!(badge(&tree, &options).code, 0);
    let tree = tree.file("README.md", "![x](docs-badge.svg) ![x](b.json)\n");
    let tree = tree.file(".package-repo-security.yml", whole(answers).replace("cli: 0", "cli: 1"));
    insta::assert_snapshot!(advice(&tree), @"
    found: `CLI 0 of 5 met`, and the declaration says `CLI 1 of 5 met`
    run `package-repo-security badge --svg docs-badge.svg --track cli --style counts` at the top of the repository, and commit the file
    found: `0/5`, and the declaration says `1/5`
    run `package-repo-security badge --endpoint b.json --track cli --style counts` at the top of the repository, and commit the file
    ");
}

#[test]
fn a_picture_that_leads_to_the_declaration_is_a_badge_whatever_stands_in_its_place() {
    for page in [
        "[![badge](nope.svg)](.package-repo-security.yml)",
        "<a href=\".package-repo-security.yml\"><img src=\"nope.svg\" alt=\"badge\"></a>",
    ] {
        let tree = Tree::with(whole("")).file("logo.png", b"\x89PNG");
        let (tree, found) = said(tree, "README.md", page);
        assert_eq!(
            found,
            ["badge-missing: the badge in `README.md`, line 1, shows `nope.svg`, and there is no such file"],
            "{page}"
        );
        let (_, found) = said(tree, "README.md", &page.replace("nope.svg", "logo.png"));
        assert_eq!(found, [""; 0], "{page}");
    }
}
