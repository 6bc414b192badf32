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

/// Each picture may be a large file, and a page may show it a thousand times: read each time, that is a quarter of an hour. The bound
/// leaves room for a machine that is busy with other tests.
#[test]
fn a_page_full_of_pictures_takes_no_time() {
    let page = "![](a)\n".repeat(4000);
    let tree = Tree::with(whole("")).file("README.md", page).file("a", vec![b'x'; 16 * 1024 * 1024 - 1]);
    let begun = std::time::Instant::now();
    assert_eq!(found(&tree), [""; 0]);
    assert!(begun.elapsed() < std::time::Duration::from_secs(60), "{:?}", begun.elapsed());
}
