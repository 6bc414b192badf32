//! The known ways around such a gate, those that need no network. The numbers are those of the project's list of threats.

use super::{change, held, met, silent, verdict};
use crate::support::{Tree, rules_of, whole};

const BASELINE: [&str; 2] = ["--baseline", "before.yml"];

fn mfa() -> String {
    met("mfa")
}

/// 1. The change brings its own excuse.
#[test]
fn a_change_cannot_loosen_the_gate_that_judges_it() {
    for rule in ["answer-left-met", "declaration-removed", "evidence-weaker"] {
        let after = format!(
            "answers: {{mfa: unmet}}\nignore: [{{rule: {rule}, at: answers, reason: we know about it}}]\n"
        );
        let (report, code) = held(&mfa(), &after);
        assert_eq!(code, 4, "{report:#}");
        assert!(rules_of(&report).contains(&"ignore-without-effect"), "{report:#}");
    }
    let tree = change(&mfa(), "");
    for more in [&["--fail-on", "never"][..], &["--scope", "audit"], &["--offline"]] {
        assert_eq!(tree.json(&[&BASELINE[..], more].concat()).1, 4, "{more:?}");
    }
}

/// 2. The declaration is deleted.
#[test]
fn a_declaration_that_is_gone_is_a_regression() {
    let tree = Tree::new().file("before.yml", whole(&mfa()));
    let (report, code) = tree.json(&BASELINE);
    assert_eq!((code, rules_of(&report)), (4, vec!["declaration-removed"]), "{report:#}");
    assert_eq!(report["baseline"]["regressions"], serde_json::json!(["the declaration"]));
    assert_eq!(tree.check(&[]).code, 3);
}

/// 4. A folder on the way to a named one becomes a link.
#[cfg(unix)]
#[test]
fn no_folder_on_the_way_to_a_named_declaration_is_a_link() {
    let tree = Tree::new().file("store/decl.yml", whole(&mfa())).file("before.yml", whole(&mfa()));
    std::os::unix::fs::symlink("store", tree.path("registry")).unwrap();
    let arguments = ["--declaration", "registry/decl.yml", "--baseline", "before.yml"];
    assert_eq!(tree.check(&arguments).code, 4);
    assert_eq!(tree.check(&["--declaration", "store/decl.yml"]).code, 1, "its evidence is not there");
}

/// 3. It is moved where nobody looks, or a second one is put beside it.
#[test]
fn a_declaration_that_is_hidden_or_doubled_fails() {
    let elsewhere = Tree::new().file(".package-repo-security.yaml", whole("")).file("before.yml", whole(""));
    assert_eq!(elsewhere.json(&BASELINE).1, 4);
    let two = change(&mfa(), &mfa()).file(".github/.package-repo-security.yml", whole(""));
    let (report, code) = two.json(&BASELINE);
    assert_eq!((code, rules_of(&report)), (3, vec!["declaration-ambiguous"]), "{report:#}");
    let gone = Tree::with(whole(&mfa())).file("before.yml", whole(&mfa()));
    assert_eq!(gone.json(&["--baseline", "before.yml", "--declaration", "no-such.yml"]).1, 4);
}

/// 4. Something else stands in its place.
#[cfg(unix)]
#[test]
fn a_link_a_folder_or_a_pointer_is_no_declaration() {
    let link = Tree::new().file("before.yml", whole("")).file("real.yml", whole(""));
    std::os::unix::fs::symlink("real.yml", link.path(".package-repo-security.yml")).unwrap();
    let folder = Tree::new().file("before.yml", whole("")).file(".package-repo-security.yml/x", "");
    let pointer = Tree::with("version https://git-lfs.github.com/spec/v1\noid sha256:0\n")
        .file("before.yml", whole(""));
    for tree in [link, folder, pointer] {
        let (report, code) = tree.json(&BASELINE);
        assert_eq!(code, 4, "{report:#}");
        assert_eq!(rules_of(&report), ["declaration-not-a-file", "declaration-removed"]);
    }
}

/// 5, 6. See the rows on tracks and versions: here, that a version nobody knows is no way out.
#[test]
fn an_unknown_version_is_never_no_comparison() {
    let (report, code) = held(&mfa(), "principles: v9.9\nanswers: {mfa: unmet}\n");
    assert_eq!((code, super::paths(&report, "regressions")), (4, vec!["answers.mfa".to_owned()]));
    let (report, code) =
        held(&format!("principles: v9.9\n{}", mfa()), "principles: v9.9\nanswers: {mfa: unmet}\n");
    assert_eq!((code, super::paths(&report, "regressions")), (4, vec!["answers.mfa".to_owned()]));
    let (_, code) = held(&mfa().replace("answers", "x-old"), "version: 2\n");
    assert_eq!(code, 1);
}

/// 7. Two readers see two files.
#[test]
fn what_readers_take_apart_differently_is_refused() {
    let twice = "answers:\n  mfa: unmet\n  mfa: {status: met, evidence: docs/help.md}\n";
    let (report, code) = held(&mfa(), twice);
    assert_eq!(code, 4, "the first one is read: {report:#}");
    assert!(rules_of(&report).contains(&"yaml-duplicate-key"));
    let hidden = format!("{}---\n{}", whole("answers: {mfa: unmet}\n"), whole(&mfa()));
    let tree = Tree::with(hidden).file("before.yml", whole(&mfa())).file("docs/help.md", "");
    assert_eq!(tree.json(&BASELINE).1, 4);
    let merged =
        format!("x-a: &a {{mfa: {{status: met, evidence: docs/help.md}}}}\n{}", "answers: {<<: *a}\n");
    assert_eq!(held(&mfa(), &merged).1, 4);
}

/// 8, 9. See the rows on evidence and on answers.
#[test]
fn what_cannot_apply_was_never_lost() {
    let before = "answers: {scoped-tokens: {status: met, evidence: docs/help.md}}\n";
    let after = "answers: {scoped-tokens: {status: not-applicable, reason: there are no tokens now}}\n";
    let found = verdict(before, after);
    assert_eq!((found.code, found.regressions), (4, vec!["answers.scoped-tokens".to_owned()]));
    let found = verdict("answers: {scoped-tokens: unmet}\n", after);
    assert_eq!((found.code, found.findings), (0, vec!["notice answer-stepped-down".to_owned()]));
}

/// 10. The baseline cannot be had.
#[test]
fn a_baseline_that_cannot_be_had_is_never_a_pass() {
    let tree = change("", "")
        .file("empty.yml", "")
        .file("blank.yml", " \n\n")
        .file("broken.yml", "answers: [")
        .file("list.yml", "- a\n")
        .file("text.yml", "fatal: invalid object name 'origin/main'.\n")
        .file("pointer.yml", "version https://git-lfs.github.com/spec/v1\noid sha256:0\n")
        .file("latin1.yml", b"answers: {}\n# \xe9\n")
        .file("large.yml", "#".repeat(300 * 1024));
    for file in [
        "no-such.yml",
        "empty.yml",
        "blank.yml",
        "broken.yml",
        "list.yml",
        "text.yml",
        "pointer.yml",
        "latin1.yml",
        "large.yml",
        "docs",
    ] {
        for more in [&[][..], &["--fail-on", "never"]] {
            let run = tree.check(&[&["--baseline", file][..], more].concat());
            assert_eq!(run.code, 5, "{file}: {run:?}");
            assert!(
                run.stderr.starts_with("error: the baseline cannot be had") && run.stderr.contains(file),
                "{run:?}"
            );
            assert_eq!(run.stdout, "", "nothing that could be taken for a verdict");
        }
    }
    let reader = tree.check(&["--baseline", "comments.yml"]);
    assert_eq!(reader.code, 5);
}

/// 10, the other side. Its mistakes are those of another day.
#[test]
fn a_baseline_with_mistakes_is_compared_as_far_as_it_reads() {
    let before = "answers:\n  mfa: {status: met, evidence: docs/help.md}\n  recovery-policy: mett\n  nonsense: met\nclaims: 7\nfoo: bar\nwithdrawals: 1\n";
    let found = verdict(before, "");
    assert_eq!((found.code, found.regressions), (4, vec!["answers.mfa".to_owned()]));
    let anchors = format!("x-a: &a 1\nx-b: *a\n{}", mfa());
    assert_eq!(verdict(&anchors, "").regressions, ["answers.mfa"]);
    let tree = change("", "").file("comments.yml", "# nothing yet\n");
    assert_eq!(tree.check(&["--baseline", "comments.yml"]).code, 0);
}

/// 13. A defect, or any format, is no pass.
#[test]
fn the_exit_code_is_the_same_for_every_format() {
    let tree = change(&mfa(), "");
    for format in ["human", "short", "json", "jsonl", "sarif", "github", "gitlab", "junit", "markdown"] {
        let run = tree.check(&["--baseline", "before.yml", "--output", format]);
        assert_eq!(run.code, 4, "{format}");
        assert!(run.stdout.contains("answer-left-met"), "{format}: {}", run.stdout);
    }
    // 2, then 5, 4, 3, 1.
    let broken = Tree::with("answers: [").file("before.yml", whole(&mfa()));
    assert_eq!(broken.check(&BASELINE).code, 3);
    assert_eq!(change(&mfa(), "nonsense: 1\n").check(&BASELINE).code, 4);
    assert_eq!(tree.check(&["--baseline", "before.yml", "--output", "json=no/such/folder.json"]).code, 5);
    assert_eq!(tree.check(&["--baseline", "before.yml", "--nonsense"]).code, 2);
    assert_eq!(tree.check(&["--baseline", "before.yml", "--baseline-ref", "main"]).code, 2);
    assert_eq!(change(&mfa(), &mfa()).check(&["--baseline", "before.yml", "--strict"]).code, 0);
}

/// 14. A flood hides the regression.
#[test]
fn the_regression_is_the_first_annotation() {
    let keys: String = (0..40).map(|number| format!("a{number:02}: 1\n")).collect();
    let tree = change(&mfa(), &format!("{keys}answers: {{mfa: unmet}}\n"));
    let run = tree.check(&["--baseline", "before.yml", "--output", "github"]);
    assert!(run.stdout.starts_with("::error title=answer-left-met,"), "{}", run.stdout);
}

/// 16. A key that only looks like one.
#[test]
fn a_look_alike_is_no_key_of_ours() {
    let (report, code) = held(&mfa(), "answers: {mf\u{430}: {status: met, evidence: docs/help.md}}\n");
    assert_eq!(code, 4, "{report:#}");
    assert!(rules_of(&report).contains(&"unknown-requirement"));
    let (report, code) =
        held(&mfa(), "\u{430}nswers: {mfa: {status: met, evidence: docs/help.md}}\nanswers: {}\n");
    assert_eq!(code, 4, "{report:#}");
}

/// 18. Comments, order and layout.
#[test]
fn a_file_that_says_the_same_is_silent() {
    let before = include_str!("../../fixtures/example.yml");
    let reading = package_repo_security::read::read("f", before.as_bytes()).unwrap();
    let tree = |after: &str| Tree::with(after).file("before.yml", before);
    let stripped: String = before
        .lines()
        .filter(|line| !line.trim_start().starts_with('#') && !line.is_empty())
        .map(|line| format!("{line}\r\n"))
        .collect();
    for after in [
        before.to_owned(),
        stripped,
        format!("\u{feff}# more\n{before}# end\n"),
        reversed(&reading.root, before),
    ] {
        let (report, _) = tree(&after).json(&BASELINE);
        assert!(super::gate(&report).is_empty(), "{report:#}");
        let changes = &report["baseline"]["changes"];
        for key in ["answers", "evidence", "levels", "clients", "claims", "tracks"] {
            assert_eq!(changes[key], serde_json::json!([]), "{key}");
        }
    }
    silent("answers: {mfa: met}\n", "answers:\n    mfa:\n        \"status\": 'met'\n");
}

/// The same top-level entries, last one first.
fn reversed(root: &package_repo_security::read::Node, text: &str) -> String {
    let starts: Vec<usize> = root.entries().iter().map(|entry| entry.key_span.start).collect();
    let ends = starts[1..].iter().copied().chain([text.len()]);
    let blocks: Vec<&str> = starts.iter().zip(ends).map(|(start, end)| &text[*start..end]).collect();
    blocks.into_iter().rev().collect()
}
