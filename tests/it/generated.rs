//! Files that are written from the code: the documentation of the rules and of the command line, and the schemas. Each test
//! fails where a file has drifted; `UPDATE_GENERATED=1 cargo test generated` writes them anew.

mod gallery;

use crate::support::Tree;
use package_repo_security::findings::{Class, Rule};
use package_repo_security::rules::all;
use std::fmt::Write as _;
use std::path::Path;

fn compare(file: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    if std::env::var_os("UPDATE_GENERATED").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(committed == text, "{file} has drifted from the code: UPDATE_GENERATED=1 cargo test generated");
}

fn weight(rule: &Rule) -> &'static str {
    match rule.class {
        // Nothing is left that could own up to it.
        Class::Regression if rule.id == "declaration-removed" => "error, exit code 4",
        Class::Unreadable => "error, exit code 3",
        Class::Malformed | Class::LocalEvidence => "error",
        Class::RemoteEvidence => "error; a warning in a change that did not touch it",
        Class::RemoteEvidenceAsBefore => "error; a warning in a change",
        Class::Regression => "error, exit code 4; a warning where the change withdraws it",
        Class::Neglected | Class::Unreachable => "warning; a notice in a change",
        Class::Weak | Class::SteppedDown => "warning",
        Class::Advice | Class::Changed => "notice",
    }
}

/// Characters that nobody should meet in documentation, as escapes.
fn visible(text: &str) -> String {
    package_repo_security::text::sanitize::lines(text).into_owned()
}

fn section(rule: &Rule) -> String {
    let accept =
        if rule.class.can_be_ignored() { "can be accepted with `ignore`" } else { "cannot be ignored" };
    let mut text =
        format!("## {}\n\n**{}** ({}; {accept})\n\n{}\n", rule.id, rule.summary, weight(rule), rule.why);
    if let Some(before) = package_repo_security::rules::change::before(rule.id) {
        write!(text, "\nWhere the baseline says:\n\n```yaml\n{before}```\n").unwrap();
    }
    if !rule.fails.is_empty() {
        write!(
            text,
            "\nFails:\n\n```yaml\n{}```\n\nMended:\n\n```yaml\n{}```\n",
            visible(rule.fails),
            visible(rule.mended)
        )
        .unwrap();
    }
    text
}

#[test]
fn the_documentation_of_the_rules() {
    let mut text = "# Rules\n\nWritten from the code; `package-repo-security explain RULE` prints the same. Examples are fragments: the \
                    rest of the declaration is as it should be.\n\n| rule | asks | weight |\n| --- | --- | --- |\n"
        .to_owned();
    for rule in all() {
        writeln!(
            text,
            "| [`{0}`](#{0}) | {1} | {2} |",
            rule.id,
            rule.summary.replace('|', "\\|"),
            weight(rule)
        )
        .unwrap();
    }
    for rule in all() {
        write!(text, "\n{}", section(rule)).unwrap();
    }
    compare("docs/rules.md", &text);
}

#[test]
fn the_help_of_the_command_line() {
    let tree = Tree::new();
    let help = |arguments: &[&str]| {
        let output = tree.command(arguments).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let mut text = "# Command line\n\nWritten from the program's own help.\n".to_owned();
    for command in ["", "check", "init", "explain", "badge", "report", "diff", "schema", "completions", "man"]
    {
        let arguments: Vec<&str> = [command, "--help"].into_iter().filter(|word| !word.is_empty()).collect();
        let title = if command.is_empty() { "package-repo-security" } else { command };
        write!(text, "\n## {title}\n\n```text\n{}```\n", help(&arguments)).unwrap();
    }
    compare("docs/cli.md", &text);
}

#[test]
fn the_schemas() {
    let tree = Tree::new();
    for name in ["declaration", "report", "catalogue"] {
        let output = tree.command(&["schema", name]).output().unwrap();
        assert!(output.status.success());
        compare(&format!("schemas/{name}.schema.json"), &String::from_utf8(output.stdout).unwrap());
    }
}

/// The block of README.md between two markers, as it stands and as it should.
fn readme_block(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = std::fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
    let (start, end) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->\n"));
    let before = readme.split_once(&start).unwrap().0;
    let after = readme.split_once(&end).unwrap().1;
    compare("README.md", &format!("{before}{start}```text\n{text}```\n{end}{after}"));
}

#[test]
fn the_scorecard_in_the_readme() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut command = crate::support::binary(root);
    command.args([
        "check",
        "--offline",
        "--declaration",
        "examples/pypi.yml",
        "--today",
        crate::support::TODAY,
    ]);
    let shown = crate::support::Run::of(command).stdout;
    let start = shown.find("PyPI (unofficial example) · ").unwrap();
    let end = shown.find("\nAlready met above").unwrap();
    readme_block("scorecard", &shown[start..end]);
}

#[test]
fn the_finding_in_the_readme() {
    let answers = "answers:\n  mfa:\n    status: met\n    evidence: {file: docs/help.md#two-factor, quote: \"Every account can use WebAuthn\"}\n";
    let help = "# Help\n\n## Two factor\n\nMost accounts can use WebAuthn.\n";
    let tree = Tree::with(crate::support::whole(answers)).file("docs/help.md", help);
    let shown = tree.check(&[]).stdout;
    let end = shown.find("\nExample Index").unwrap();
    readme_block("finding", &shown[..end]);
}

#[test]
fn the_badge_in_the_readme() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let directory = tempfile::tempdir().unwrap();
    let svg = directory.path().join("badge.svg");
    let mut command = crate::support::binary(root);
    command
        .args(["badge", "--declaration", "examples/pypi.yml", "--today", crate::support::TODAY, "--svg"])
        .arg(&svg);
    assert_eq!(crate::support::Run::of(command).code, 0);
    compare("docs/badge.svg", &std::fs::read_to_string(svg).unwrap());
}

#[test]
fn the_test_command_of_the_readme_is_the_one_that_ci_runs() {
    let readme = include_str!("../../README.md");
    assert_eq!(
        readme.lines().filter(|line| line.starts_with("cargo test ")).collect::<Vec<_>>(),
        ["cargo test --locked"]
    );
    assert!(include_str!("../../.ci/run").contains("README.md"));
}
