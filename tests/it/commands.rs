//! The other commands, and the corners of the command line.

use crate::support::{Run, TODAY, Tree, rules_of, whole};

fn run(tree: &Tree, arguments: &[&str]) -> Run {
    Run::of(tree.command(arguments))
}

#[test]
fn init_writes_a_declaration_that_checks_without_errors() {
    for (accounts, packages) in [
        ("true", "accepts-built"),
        ("false", "source-only"),
        ("true", "source-only"),
        ("false", "builds-on-behalf"),
    ] {
        let tree = Tree::new();
        let made = run(
            &tree,
            &[
                "init",
                "--user-accounts",
                accounts,
                "--packages",
                packages,
                "--name",
                "Example: #1 \"Index\"",
                "--url",
                "https://epi.example/",
                "--today",
                TODAY,
            ],
        );
        assert_eq!(made.code, 0, "{made:?}");
        let (report, code) = tree.json(&[]);
        assert_eq!((code, &report["summary"]["errors"]), (0, &0.into()), "{report:#}");
        assert_eq!(rules_of(&report), ["placeholder"], "only the contact is left to a person");
        assert_eq!(report["registry"]["name"], "Example: #1 \"Index\"");
        let text = tree.read(".package-repo-security.yml");
        for requirement in report["requirements"].as_array().unwrap() {
            let applies = report["tracks"][requirement["track"].as_str().unwrap()]["applies"] == true;
            let id = requirement["id"].as_str().unwrap();
            assert_eq!(text.contains(&format!("  {id}:")), applies, "{id}");
        }
    }
}

#[test]
fn init_never_overwrites_and_never_asks_a_pipe() {
    let tree = Tree::with("mine");
    let arguments = [
        "init",
        "--user-accounts",
        "true",
        "--packages",
        "accepts-built",
        "--name",
        "a",
        "--url",
        "https://a.example/",
    ];
    let refused = run(&tree, &arguments);
    assert_eq!(refused.code, 2, "{refused:?}");
    assert_eq!(tree.read(".package-repo-security.yml"), "mine");
    let other = Tree::new().file(".github/.package-repo-security.yml", "mine");
    assert_eq!(run(&other, &arguments).code, 2);
    let silent = run(&Tree::new(), &["init", "--name", "a"]);
    assert_eq!(silent.code, 2);
    assert!(silent.stderr.contains("--packages") && silent.stderr.contains("--user-accounts"), "{silent:?}");
}

#[test]
fn explain_tells_what_a_requirement_means_and_where_it_stands() {
    let tree = Tree::new();
    let page = run(&tree, &["explain", "vulnerability-disclosure"]);
    assert_eq!(page.code, 0);
    insta::assert_snapshot!(page.stdout);
    insta::assert_snapshot!(run(&tree, &["explain", "claim-above-level"]).stdout);
    let list = run(&tree, &["explain"]).stdout;
    for rule in package_repo_security::rules::all() {
        assert!(list.contains(rule.id), "{}", rule.id);
    }
    for requirement in package_repo_security::principles::LATEST.requirements.iter() {
        assert!(list.contains(&*requirement.id), "{}", requirement.id);
    }
    let unknown = run(&tree, &["explain", "mfa-requird-all"]);
    assert_eq!(unknown.code, 2);
    assert!(unknown.stderr.contains("mfa-required-all"), "{unknown:?}");
}

#[test]
fn the_badge_is_written_and_held_against_the_declaration() {
    let tree = Tree::with(whole(""));
    let files = ["badge", "--svg", "badge.svg", "--endpoint", "badge.json", "--today", TODAY];
    assert_eq!(run(&tree, &files).code, 0);
    insta::assert_snapshot!(tree.read("badge.svg"));
    insta::assert_snapshot!(tree.read("badge.json"));
    let check = [&files[..], &["--check"]].concat();
    assert_eq!(run(&tree, &check).code, 0);
    let tree = tree.file(".package-repo-security.yml", whole("reviewed: 2026-09-01\n"));
    let stale = run(&tree, &check);
    assert_eq!(stale.code, 1);
    assert!(stale.stderr.contains("badge.svg") && stale.stderr.contains("out of date"), "{stale:?}");
    let broken = Tree::with("answers: [");
    assert_eq!(run(&broken, &["badge", "--endpoint", "badge.json"]).code, 3);
    assert!(broken.read("badge.json").contains("\"isError\": true"));
}

#[test]
fn a_badge_is_no_evidence() {
    let tree = Tree::with(whole(
        "answers:\n  mfa: {status: met, evidence: [badge.svg, badge.json, report.md, report.json, .package-repo-security.yml]}\n",
    ));
    run(&tree, &["badge", "--svg", "badge.svg", "--endpoint", "badge.json"]);
    tree.check(&["--output", "markdown=report.md", "--output", "json=report.json"]);
    let (report, _) = tree.json(&[]);
    assert_eq!(rules_of(&report), ["evidence-own-output"; 5], "{report:#}");
}

#[test]
fn an_export_is_no_evidence() {
    for format in ["gemara", "gemara-catalog", "in-toto", "oscal", "cyclonedx"] {
        let tree = Tree::with(whole("answers: {mfa: {status: met, evidence: export.json}}\n"));
        tree.check(&["--output", &format!("{format}=export.json")]);
        let (report, _) = tree.json(&[]);
        assert_eq!(rules_of(&report), ["evidence-own-output"], "{format}: {report:#}");
    }
}

#[test]
fn wrong_use_is_exit_code_2() {
    let tree = Tree::with(whole(""));
    for arguments in [
        &["check", "--nonsense"][..],
        &["check", "--output", "yaml"],
        &["check", "--output", "json", "--output", "sarif"],
        &["check", "--offline", "--online"],
        &["check", "--today", "yesterday"],
        &["check", "--allow-private", "https://x/"],
        &["check", "--principles", "no-such-file.yml"],
        &["check", "--output", "json=a", "--output", "sarif=a"],
        &["check", "--output", "json=.package-repo-security.yml"],
        &["badge"],
        &["frobnicate"],
        &[],
    ] {
        assert_eq!(run(&tree, arguments).code, 2, "{arguments:?}");
    }
    assert_eq!(run(&tree, &["--version"]).code, 0);
    assert_eq!(run(&tree, &["check", "--help"]).code, 0);
}

#[test]
fn what_cannot_be_finished_is_never_a_pass() {
    let tree = Tree::with(whole(""));
    assert_eq!(tree.check(&["--baseline-ref", "main"]).code, 5);
    assert_eq!(tree.check(&["--baseline", "old.yml"]).code, 5);
    assert_eq!(tree.check(&["--output", "json=no/such/folder/out.json"]).code, 5);
    assert_eq!(run(&tree, &["check", "no-such-directory"]).code, 5);
}

#[test]
fn a_draft_catalogue_is_shown_and_never_gated_on() {
    let sound = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/principles/v0.1.yml")).unwrap();
    let draft = sound.replacen("version: v0.1", "version: v0.2-draft", 1);
    let tree = Tree::with(
        whole("answers:\n  pinned-installs: {status: met, evidence: 'https://epi.example/lock'}\n")
            .replace("cli: 0", "cli: 1"),
    )
    .file(
        "draft.yml",
        draft.replacen(
            "  pinned-installs:\n    track: cli\n    level: 1",
            "  pinned-installs:\n    track: cli\n    level: 2",
            1,
        ),
    );
    let run = tree.check(&["--principles", "draft.yml"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.stdout.contains("v0.2-draft"), "{}", run.stdout);
    let plain = tree.json(&[]).0;
    let shown = tree.json(&["--principles", "draft.yml"]).0;
    assert_eq!(plain["findings"], shown["findings"]);
}

#[test]
fn the_repository_is_found_from_inside_it() {
    let tree = Tree::with(whole("")).file("docs/deep/x", "");
    let mut command = crate::support::binary(&tree.path("docs/deep"));
    command.args(["check", "--output", "json", "--today", TODAY]);
    let report: serde_json::Value = serde_json::from_str(&Run::of(command).stdout).unwrap();
    assert_eq!(report["declaration"]["path"], ".package-repo-security.yml");
    let elsewhere = Tree::new();
    let root = tree.path("");
    let given = run(&elsewhere, &["check", root.to_str().unwrap(), "--today", TODAY]);
    assert_eq!(given.code, 0, "{given:?}");
}

#[test]
fn accepted_findings_are_silent_and_idle_entries_are_not() {
    let answers =
        "answers:\n  mfa: {status: unmet, evidence: 'https://github.com/epi/epi/blob/main/mfa.md'}\n";
    let ignore =
        "ignore:\n  - {rule: mutable-link, at: answers.mfa, reason: the page has no stable address}\n";
    let (report, _) = Tree::with(whole(answers)).json(&[]);
    assert_eq!(rules_of(&report), ["mutable-link"]);
    let (report, _) = Tree::with(whole(&format!("{answers}{ignore}"))).json(&[]);
    assert_eq!(rules_of(&report), [""; 0], "{report:#}");
    let entry =
        "ignore:\n  - {rule: met-without-evidence, at: answers.mfa, reason: nobody may accept this}\n";
    let (report, code) = Tree::with(whole(&format!("answers: {{mfa: met}}\n{entry}"))).json(&[]);
    assert_eq!((rules_of(&report), code), (vec!["met-without-evidence", "ignore-without-effect"], 1));
    let hidden = "answers: {mfa: {status: met, evidence: gone.md}}\nignore:\n  - {rule: evidence-file, at: answers, reason: known and accepted}\n";
    let (report, code) = Tree::with(whole(hidden)).json(&[]);
    assert_eq!((rules_of(&report), code), (vec!["evidence-file", "ignore-without-effect"], 1), "{report:#}");
    let (report, _) = Tree::with(whole("ignore:\n  - {rule: mutable-link, at: answers.mfa}\n")).json(&[]);
    assert!(rules_of(&report).contains(&"missing-key"), "{report:#}");
}

#[test]
fn the_cli_track_is_supported_as_far_as_every_primary_client_is() {
    let clients = "clis:\n  one: {primary: true, answers: {pinned-installs: {status: met, evidence: 'https://a.example/'}}}\n  two:\n    primary: true\n    answers:\n\
                   \x20     pinned-installs: {status: met, evidence: gone.md}\n      cli-vulnerability-warnings: {status: met, evidence: 'https://a.example/'}\n";
    let (report, _) = Tree::with(whole(clients)).json(&[]);
    assert_eq!(
        (&report["tracks"]["cli"]["client"], &report["tracks"]["cli"]["declared"]),
        (&"one".into(), &1.into())
    );
    assert_eq!(report["tracks"]["cli"]["supported"], 0);
}

#[test]
fn a_client_that_answers_unknown_has_the_default() {
    let fragment = "answers: {pinned-installs: {status: met, evidence: 'https://a.example/'}}\nclaims: {authentication: 0, authorization: 0, general: 0, cli: 1}\n\
                    clis: {one: {answers: {pinned-installs: unknown}}}\n";
    let (report, code) = Tree::with(whole(fragment)).json(&[]);
    assert_eq!((code, &report["tracks"]["cli"]["declared"]), (0, &1.into()), "{report:#}");
}

#[cfg(unix)]
#[test]
fn reports_are_not_written_through_a_linked_folder() {
    let outside = Tree::new();
    let tree = Tree::with(whole(""));
    std::os::unix::fs::symlink(outside.path(""), tree.path("out")).unwrap();
    assert_eq!(tree.check(&["--output", "json=out/report.json"]).code, 5);
    assert!(!outside.path("report.json").exists());
}
