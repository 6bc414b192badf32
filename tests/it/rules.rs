//! Every rule's own example: the failing fragment is found by that rule, the mended one is not, and has no error left.

use crate::online::rules::is_online;
use crate::support::{Tree, rules_of, whole};
use package_repo_security::findings::Class;
use package_repo_security::rules::all;
use package_repo_security::rules::change::before;

/// What the examples cite.
fn tree(declaration: &str) -> Tree {
    Tree::with(declaration)
        .file("docs/help.md", "# Help\n\n## Two factor\n\nEvery account can use WebAuthn.\n")
        .file("docs/security.txt", "Contact: mailto:security@epi.example\nExpires: 2027-01-01T00:00:00Z\n")
        .file("docs/expired.txt", "Contact: mailto:security@epi.example\nExpires: 2026-01-01T00:00:00Z\n")
        .file("docs/audience.json", "{\"audience\": \"epi\"}\n")
        .file("docs/report.bin", b"PDF\0\x01\x02")
}

/// A commit of `docs/help.md` that no branch holds: its id is always the same, since everything in it is.
fn with_dangling_commit(tree: Tree) -> Tree {
    let git = |arguments: &[&str]| {
        let mut command = std::process::Command::new("git");
        command.args(arguments).current_dir(tree.path("")).env("GIT_CONFIG_GLOBAL", "/dev/null");
        for who in ["AUTHOR", "COMMITTER"] {
            command.env(format!("GIT_{who}_NAME"), "a").env(format!("GIT_{who}_EMAIL"), "a@a.example");
            command.env(format!("GIT_{who}_DATE"), "2026-01-01T00:00:00Z");
        }
        let output = command.output().unwrap();
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    };
    git(&["init", "--quiet"]);
    git(&["-c", "core.autocrlf=false", "add", "docs/help.md"]);
    let content = git(&["write-tree"]);
    git(&["commit-tree", "-m", "fork", &content]);
    tree
}

#[test]
fn every_example_fails_as_it_says_and_its_mended_form_passes() {
    let offline = all().into_iter().filter(|rule| !rule.fails.is_empty() && !is_online(rule.id));
    for rule in offline {
        let failing = tree(&whole(rule.fails));
        let failing =
            if rule.id == "evidence-commit-dangling" { with_dangling_commit(failing) } else { failing };
        let before = before(rule.id).map(whole);
        let arguments: &[&str] = if before.is_some() { &["--baseline", "before.yml"] } else { &[] };
        let failing = failing.file("before.yml", before.as_deref().unwrap_or_default());
        let (report, _) = failing.json(arguments);
        assert!(rules_of(&report).contains(&rule.id), "{}: the failing example: {report:#}", rule.id);
        let mended = tree(&whole(rule.mended)).file("before.yml", before.as_deref().unwrap_or_default());
        let (report, code) = mended.json(arguments);
        // A step down that is owned up to is still said, as a warning.
        let finding = report["findings"].as_array().unwrap().iter().find(|it| it["rule"] == rule.id);
        let withdrawn = rule.class == Class::Regression && rule.mended.contains("withdrawals:");
        match finding {
            Some(finding) => assert!(
                withdrawn && finding["severity"] == "warning",
                "{}: the mended example: {report:#}",
                rule.id
            ),
            None => assert!(!withdrawn, "{}: the step down is silent: {report:#}", rule.id),
        }
        assert_eq!(code, 0, "{}: the mended example has errors: {report:#}", rule.id);
    }
}

#[test]
fn only_rules_on_the_file_itself_have_no_example() {
    let without: Vec<&str> =
        all().into_iter().filter(|rule| rule.fails.is_empty()).map(|rule| rule.id).collect();
    assert_eq!(
        without,
        [
            "declaration-missing",
            "declaration-ambiguous",
            "declaration-not-a-file",
            "encoding",
            "badge-missing",
            "badge-outdated",
            "declaration-removed",
            "declaration-moved",
            "not-compared"
        ]
    );
}

#[test]
fn ids_are_unique_and_every_rule_explains_itself() {
    let mut ids: Vec<&str> = all().into_iter().map(|rule| rule.id).collect();
    ids.sort_unstable();
    let count = ids.len();
    ids.dedup();
    assert_eq!(ids.len(), count, "two rules with one id");
    for rule in all() {
        assert!(
            rule.summary.ends_with('.') && rule.why.ends_with('.'),
            "{}: sentences end with a full stop",
            rule.id
        );
        assert!(
            rule.id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'),
            "{}",
            rule.id
        );
    }
}
