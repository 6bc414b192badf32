//! A file with twelve mistakes: all of them, each in its exact place, in every format, with one exit code.

use crate::support::{TODAY, Tree};
use serde_json::Value;

const FILE: &str = include_str!("../fixtures/twelve.yml");

/// Severity, rule, line, column: eight errors and four warnings, in file order.
const EXPECTED: [(&str, &str, u64, u64); 12] = [
    ("warning", "review-overdue", 4, 11),
    ("warning", "url-not-https", 8, 8),
    ("error", "claim-above-level", 12, 19),
    ("error", "unknown-requirement", 17, 3),
    ("error", "met-without-evidence", 18, 20),
    ("error", "unknown-status", 19, 17),
    ("error", "unknown-part", 20, 55),
    ("warning", "plan-overdue", 21, 56),
    ("error", "planned-without-plan", 22, 23),
    ("error", "evidence-file", 25, 15),
    ("error", "unknown-key", 26, 5),
    ("warning", "url-private-host", 29, 15),
];

fn run(format: &str) -> String {
    let run = Tree::with(FILE).check(&["--output", format]);
    assert_eq!(run.code, 1, "{format}: {run:?}");
    assert_eq!(run.stderr, "", "{format}");
    run.stdout
}

fn json(format: &str) -> Value {
    serde_json::from_str(&run(format)).unwrap()
}

fn findings(
    rows: &[Value],
    read: impl Fn(&Value) -> (String, String, u64, u64),
) -> Vec<(String, String, u64, u64)> {
    rows.iter().map(read).collect()
}

fn expected(weight: impl Fn(&str) -> &str) -> Vec<(String, String, u64, u64)> {
    EXPECTED
        .iter()
        .map(|(severity, rule, line, column)| {
            (weight(severity).to_owned(), (*rule).to_owned(), *line, *column)
        })
        .collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

fn number(value: &Value) -> u64 {
    value.as_u64().unwrap()
}

#[test]
fn human() {
    insta::assert_snapshot!(run("human"));
}

#[test]
fn short() {
    let output = run("short");
    let lines: Vec<&str> = output.lines().collect();
    assert_eq!(lines.len(), 12, "{output}");
    for (line, (severity, rule, at, column)) in lines.iter().zip(EXPECTED) {
        let start = format!(".package-repo-security.yml:{at}:{column}: {severity}[{rule}]: ");
        assert!(line.starts_with(&start), "{line}\nexpected {start}");
    }
}

#[test]
fn json_report() {
    let report = json("json");
    let found = findings(report["findings"].as_array().unwrap(), |finding| {
        (
            text(&finding["severity"]),
            text(&finding["rule"]),
            number(&finding["line"]),
            number(&finding["column"]),
        )
    });
    assert_eq!(found, expected(|severity| severity));
    assert_eq!(report["summary"]["errors"], 8);
    assert_eq!(report["summary"]["warnings"], 4);
    assert_eq!(report["summary"]["notices"], 0);
    assert_eq!(report["as_of"], TODAY);
}

#[test]
fn json_lines() {
    let rows: Vec<Value> = run("jsonl").lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let found = findings(&rows[..12], |finding| {
        (
            text(&finding["severity"]),
            text(&finding["rule"]),
            number(&finding["line"]),
            number(&finding["column"]),
        )
    });
    assert_eq!(found, expected(|severity| severity));
}

#[test]
fn sarif() {
    let log = json("sarif");
    let found = findings(log["runs"][0]["results"].as_array().unwrap(), |result| {
        let region = &result["locations"][0]["physicalLocation"]["region"];
        (
            text(&result["level"]),
            text(&result["ruleId"]),
            number(&region["startLine"]),
            number(&region["startColumn"]),
        )
    });
    assert_eq!(found, expected(|severity| severity));
}

#[test]
fn github() {
    let output = run("github");
    let mut expected: Vec<_> = EXPECTED.to_vec();
    expected.sort_by_key(|(severity, ..)| *severity);
    let lines: Vec<&str> = output.lines().collect();
    assert_eq!(lines.len(), 12, "{output}");
    for (line, (severity, rule, at, _)) in lines.iter().zip(expected) {
        let start = format!("::{severity} title={rule},file=.package-repo-security.yml,line={at},");
        assert!(line.starts_with(&start), "{line}\nexpected {start}");
    }
}

#[test]
fn gitlab() {
    let report = json("gitlab");
    let found = findings(report.as_array().unwrap(), |issue| {
        (
            text(&issue["severity"]),
            text(&issue["check_name"]),
            number(&issue["location"]["positions"]["begin"]["line"]),
            number(&issue["location"]["positions"]["begin"]["column"]),
        )
    });
    let severity = |word: &str| if word == "error" { "major" } else { "minor" }.to_owned();
    let wanted: Vec<_> = EXPECTED
        .iter()
        .map(|(weight, rule, line, column)| (severity(weight), (*rule).to_owned(), *line, *column))
        .collect();
    assert_eq!(found, wanted);
}

#[test]
fn junit() {
    let output = run("junit");
    assert!(output.contains("tests=\"12\"") && output.contains("failures=\"8\""), "{output}");
    for (_, rule, line, column) in EXPECTED {
        assert!(output.contains(&format!("classname=\"{rule}\"")), "{rule}");
        assert!(output.contains(&format!(".package-repo-security.yml:{line}:{column}")), "{rule}");
    }
}

#[test]
fn markdown() {
    insta::assert_snapshot!(run("markdown"));
}

#[test]
fn one_run_writes_many_formats_and_the_screen_stays_as_it_was() {
    let tree = Tree::with(FILE);
    let screen = tree.check(&[]);
    let both = tree.check(&["--output", "sarif=out.sarif", "--output", "json=out.json"]);
    assert_eq!((both.code, &both.stdout), (1, &screen.stdout));
    assert_eq!(tree.read("out.sarif"), tree.check(&["--output", "sarif"]).stdout);
    assert_eq!(tree.read("out.json"), tree.check(&["--output", "json"]).stdout);
    let quiet = tree.check(&["-q", "--output", "short=out.txt"]);
    assert_eq!((quiet.code, quiet.stdout.as_str()), (1, ""));
    assert_eq!(tree.read("out.txt").lines().count(), 12);
}

#[test]
fn with_thirty_errors_github_shows_ten_the_last_of_which_counts_the_rest() {
    let answers: String = (0..30).map(|n| format!("  no-such-requirement-{n}: unmet\n")).collect();
    let tree = Tree::with(crate::support::whole(&format!("answers:\n{answers}")));
    let run = tree.check(&["--output", "github"]);
    assert_eq!(run.code, 1);
    let errors: Vec<&str> = run.stdout.lines().filter(|line| line.starts_with("::error ")).collect();
    assert_eq!(errors.len(), 10, "{}", run.stdout);
    assert!(errors[9].contains("21 more"), "{}", errors[9]);
}

#[test]
fn thresholds_move_only_exit_code_1() {
    let tree = Tree::with(FILE);
    assert_eq!(tree.check(&["--fail-on", "never"]).code, 0);
    let warnings = Tree::with(
        FILE.lines()
            .take(16)
            .collect::<Vec<_>>()
            .join("\n")
            .replace("answers:", "answers: {}")
            .replace("authentication: 2", "authentication: 0"),
    );
    assert_eq!(warnings.check(&[]).code, 0);
    assert_eq!(warnings.check(&["--fail-on", "warning"]).code, 1);
    assert_eq!(warnings.check(&["--strict"]).code, 1);
    assert_eq!(
        warnings.check(&["--scope", "change", "--fail-on", "warning"]).code,
        1,
        "http: stays a warning"
    );
    assert_eq!(Tree::with("answers: [").check(&["--fail-on", "never"]).code, 3);
}
