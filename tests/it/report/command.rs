//! The command: what it writes where, and how it ends.

use super::{full, report};
use crate::support::{TODAY, Tree, whole};
use std::fs;

#[test]
fn without_flags_it_is_markdown() {
    let tree = full();
    let run = report(&tree, &[]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert!(run.stdout.starts_with(
        "<!-- package-repo-security report -->\n# Package repository security: `Example Index`\n"
    ));
    assert_eq!(run.stdout, report(&tree, &["--output", "markdown"]).stdout);
}

#[test]
fn json_is_the_report_of_check_byte_by_byte() {
    let tree = full().file("old.yml", whole("answers: {mfa: unmet}\n"));
    assert_eq!(report(&tree, &["--output", "json"]).stdout, tree.check(&["--output", "json"]).stdout);
    assert_eq!(
        report(&tree, &["--output", "json", "--since", "old.yml"]).stdout,
        tree.check(&["--output", "json", "--baseline", "old.yml", "--scope", "audit"]).stdout
    );
}

#[test]
fn one_run_writes_many_and_says_what_it_wrote() {
    let tree = full();
    let run = report(&tree, &["--output", "html=r.html", "--output", "markdown=r.md", "--output", "json"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, "wrote r.html\nwrote r.md\n"));
    assert!(run.stdout.starts_with('{'));
    assert_eq!(tree.read("r.md"), report(&tree, &[]).stdout);
    assert!(tree.read("r.html").starts_with("<!DOCTYPE html>\n"));
    let quiet = report(&tree, &["--output", "html=r.html", "-q"]);
    assert_eq!((quiet.stdout.as_str(), quiet.stderr.as_str()), ("", ""));
}

#[test]
fn wrong_use_is_said() {
    let tree = full();
    for arguments in [
        &["--output", "pdf"][..],
        &["--output", "html="],
        &["--output", "html", "--output", "json"],
        &["--output", "html=x", "--output", "json=x"],
        &["--output", "html=.package-repo-security.yml"],
        &["--since"],
    ] {
        let run = report(&tree, arguments);
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{arguments:?}: {run:?}");
    }
}

#[test]
fn the_answers_never_fail_it_and_errors_are_said() {
    let run = report(&Tree::with(whole("answers: {mfa: metx}\n")), &["--output", "html=r.html"]);
    assert_eq!(run.code, 0);
    assert!(
        run.stderr.ends_with("note: the declaration has errors: run `package-repo-security check`\n"),
        "{run:?}"
    );
    let page = super::html(&Tree::with(whole("answers: {mfa: metx}\n")));
    assert!(page.contains(
        "The declaration has 1 error: the command check names it, and answers count as they are written."
    ));
    assert!(page.contains("could not be read"));
}

#[test]
fn an_answer_with_errors_says_so_and_a_reason_that_is_refused_is_no_reason() {
    let declared = "answers:\n  mfa: {status: met}\n  email-verification: {status: not-applicable, reason: we have no users here}\n";
    let tree = Tree::with(whole(declared));
    let outputs = [super::html(&tree), report(&tree, &[]).stdout];
    for output in outputs {
        let error =
            "This answer has an error: the command check names it, and its status counts as it is written.";
        assert_eq!(output.matches(error).count(), 2, "{output}");
        assert!(output.contains("Said not to apply, which the framework does not accept here: "), "{output}");
        assert!(!output.contains("Why it cannot apply"), "{output}");
    }
}

#[test]
fn without_a_declaration_nothing_is_written() {
    for tree in [Tree::new(), Tree::with("answers: [\n")] {
        let run = report(&tree, &["--output", "html=r.html", "--roadmap", "gaps"]);
        assert_eq!((run.code, run.stdout.as_str()), (3, ""), "{run:?}");
        assert!(run.stderr.contains("nothing was written"), "{run:?}");
        assert!(!tree.path("r.html").exists() && !tree.path("gaps").exists());
    }
}

#[test]
fn the_page_is_no_evidence_of_what_it_says() {
    let tree = Tree::with(whole("answers:\n  mfa: {status: met, evidence: docs/report.html}\n"));
    fs::create_dir(tree.path("docs")).unwrap();
    assert_eq!(report(&tree, &["--output", "html=docs/report.html"]).code, 0);
    let (json, code) = tree.json(&[]);
    assert_eq!(code, 1);
    assert_eq!(json["requirements"][2]["evidence"][0]["outcome"], "contradicted", "{json:#}");
}

#[test]
fn another_catalogue_is_shown_beside_and_changes_nothing() {
    let catalogue =
        include_str!("../../../principles/v0.1.yml").replacen("version: v0.1", "version: v0.9", 1);
    let tree = full().file("next.yml", catalogue);
    let run = report(&tree, &["--principles", "next.yml", "--output", "markdown"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.stdout.contains("### Levels under `v0.9`\n\nOnly shown: nothing rests on them.\n\n- `Authentication`: 0 declared, 0 supported\n"), "{}", run.stdout);
    assert!(run.stdout.contains("Principles for Package Repository Security v0.1"));
}

#[test]
fn the_day_is_the_only_thing_that_changes_the_bytes() {
    let tree = full();
    for format in ["markdown", "html", "json"] {
        let run = |day: &str| {
            let arguments = ["report", "--offline", "--today", day, "--output", format];
            crate::support::Run::of(tree.command(&arguments)).stdout
        };
        assert_eq!(run(TODAY), run(TODAY), "{format}");
        assert_ne!(run(TODAY), run("2026-11-23"), "{format}");
    }
}
