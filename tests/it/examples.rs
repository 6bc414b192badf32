//! The shipped examples: what people copy must pass, and claim what it amounts to.

use crate::support::{Run, TODAY, binary, rules_of};
use serde_json::Value;
use std::path::Path;

const EXAMPLES: [&str; 10] = [
    "crates-io",
    "go",
    "homebrew",
    "maven-central",
    "minimal",
    "npm",
    "packagist",
    "pub-dev",
    "pypi",
    "rubygems",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn check(example: &str, arguments: &[&str]) -> Run {
    let mut command = binary(root());
    command
        .args(["check", "--offline", "--today", TODAY, "--declaration", &format!("examples/{example}.yml")])
        .args(arguments);
    Run::of(command)
}

#[test]
fn every_example_passes_and_its_levels_are_its_claims() {
    for example in EXAMPLES {
        let run = check(example, &["--output", "json"]);
        let report: Value = serde_json::from_str(&run.stdout).unwrap();
        assert_eq!(run.code, 0, "{example}: {report:#}");
        assert_eq!(report["summary"]["errors"], 0, "{example}");
        for (track, standing) in report["tracks"].as_object().unwrap() {
            assert_eq!(standing["claimed"], standing["declared"], "{example}: {track}");
            assert_eq!(standing["claimed"].is_null(), standing["applies"] == false, "{example}: {track}");
        }
        assert!(!rules_of(&report).contains(&"claim-below-level"), "{example}");
    }
}

#[test]
fn the_folder_holds_these_examples_and_no_others() {
    let mut names: Vec<String> = std::fs::read_dir(root().join("examples"))
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert_eq!(names, EXAMPLES);
    for example in EXAMPLES {
        let text = std::fs::read_to_string(root().join(format!("examples/{example}.yml"))).unwrap();
        let head: String = text.lines().take(4).collect();
        assert!(
            example == "minimal" || (head.contains("Unofficial") && head.contains("Not a statement by")),
            "{example}"
        );
    }
}

#[test]
fn the_scorecard_of_an_example() {
    insta::assert_snapshot!(check("pypi", &[]).stdout);
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for format in ["human", "short", "json", "jsonl", "sarif", "github", "gitlab", "junit", "markdown"] {
        let output = ["--output", format];
        assert_eq!(check("rubygems", &output).stdout, check("rubygems", &output).stdout, "{format}");
    }
}
