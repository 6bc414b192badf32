//! Baselines from git: a clone of every kind, and names that would be options.

use super::{gate, met};
use crate::support::{Run, TODAY, Tree, binary, rules_of, whole};
use std::path::Path;
use std::process::Command;

pub fn git(directory: &Path, arguments: &[&str]) -> String {
    let output = Command::new("git")
        .current_dir(directory)
        .args([
            "-c",
            "user.name=t",
            "-c",
            "user.email=t@example.org",
            "-c",
            "commit.gpgsign=false",
            "-c",
            "protocol.file.allow=always",
        ])
        .args(arguments)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .output()
        .unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

/// Makes a repository of a tree, with an empty commit, whose id this is.
pub fn repository(tree: &Tree) -> String {
    git(&tree.path(""), &["init", "-q", "-b", "main"]);
    git(&tree.path(""), &["commit", "-q", "--allow-empty", "-m", "empty"]);
    git(&tree.path(""), &["rev-parse", "HEAD"])
}

fn commit(tree: &Tree) -> String {
    git(&tree.path(""), &["add", "-A"]);
    git(&tree.path(""), &["commit", "-q", "--allow-empty", "-m", "c"]);
    git(&tree.path(""), &["rev-parse", "HEAD"])
}

/// A repository whose `main` has `mfa` met.
fn base() -> (Tree, String) {
    let tree = Tree::with(whole(&met("mfa"))).file("docs/help.md", "# Help\n");
    std::fs::remove_dir(tree.path(".git")).unwrap();
    repository(&tree);
    let base = commit(&tree);
    (tree, base)
}

const STANDARD: &str = ".package-repo-security.yml";

#[test]
fn the_declaration_at_a_revision_is_the_baseline() {
    let (tree, base) = base();
    let tree = tree.file(STANDARD, whole(""));
    for name in [base.as_str(), &base[..10], "main", "HEAD", "refs/heads/main"] {
        let (report, code) = tree.json(&["--baseline-ref", name]);
        assert_eq!(
            (code, gate(&report)),
            (4, vec!["error answer-left-met".to_owned()]),
            "{name}: {report:#}"
        );
        assert_eq!(report["baseline"]["source"], format!("{STANDARD} at {base} ({name})"));
    }
    commit(&tree);
    git(&tree.path(""), &["tag", "-a", "v1", "-m", "v1", &base]);
    for name in ["HEAD^1", "HEAD~1", "v1", "main@{1}"] {
        assert_eq!(tree.json(&["--baseline-ref", name]).1, 4, "{name}");
    }
    assert_eq!(tree.json(&["--baseline-ref", "HEAD"]).1, 0);
    // Nothing of the work tree or the index counts for the base.
    git(&tree.path(""), &["rm", "-q", "--cached", STANDARD]);
    assert_eq!(tree.json(&["--baseline-ref", "v1"]).1, 4);
}

/// What is compared is what is read, and what is merged is the commit.
#[test]
fn a_declaration_that_git_rewrites_on_checkout_is_no_pass() {
    for attribute in ["ident", "working-tree-encoding=UTF-16", "filter=x"] {
        let (tree, base) = base();
        let tree = tree.file(".gitattributes", format!("*.yml {attribute}\n"));
        let run = tree.check(&["--baseline-ref", &base]);
        assert_eq!(run.code, 5, "{attribute}: {run:?}");
        assert!(run.stderr.contains("`.gitattributes` gives it `"), "{run:?}");
    }
    let (tree, base) = base();
    let tree = tree.file(".gitattributes", "*.yml text eol=lf -ident\n*.md ident\n");
    assert_eq!(tree.check(&["--baseline-ref", &base]).code, 0);
}

#[test]
fn a_declaration_that_moves_between_its_places_is_a_notice() {
    let (tree, _) = base();
    let text = tree.read(STANDARD);
    std::fs::remove_file(tree.path(STANDARD)).unwrap();
    let tree = tree.file(".github/.package-repo-security.yml", &text);
    let (report, code) = tree.json(&["--baseline-ref", "main"]);
    assert_eq!((code, gate(&report)), (0, vec!["notice declaration-moved".to_owned()]), "{report:#}");
    let tree = tree.file(".github/.package-repo-security.yml", whole(""));
    assert_eq!(tree.json(&["--baseline-ref", "main"]).1, 4, "moving hides nothing");
    let tree = tree.file("other.yml", whole(""));
    std::fs::remove_file(tree.path(".github/.package-repo-security.yml")).unwrap();
    let (report, code) = tree.json(&["--baseline-ref", "main", "--declaration", "other.yml"]);
    assert_eq!((code, gate(&report).len()), (4, 2), "{report:#}");
    std::fs::remove_file(tree.path("other.yml")).unwrap();
    let (report, code) = tree.json(&["--baseline-ref", "main"]);
    assert_eq!((code, rules_of(&report)), (4, vec!["declaration-removed"]));
}

#[test]
fn another_declaration_of_the_same_repository_is_new() {
    let (tree, _) = base();
    let tree = tree.file("examples/other.yml", whole(""));
    let (report, code) = tree.json(&["--baseline-ref", "main", "--declaration", "examples/other.yml"]);
    assert_eq!((code, gate(&report)), (0, vec!["notice not-compared".to_owned()]), "{report:#}");
    let run =
        tree.check(&["--baseline-ref", "main", "--declaration", "examples/other.yml", "--output", "short"]);
    assert!(run.stdout.contains(STANDARD), "{run:?}");
    commit(&tree);
    let (report, code) = tree.json(&["--baseline-ref", "HEAD", "--declaration", "examples/other.yml"]);
    assert_eq!((code, gate(&report)), (0, vec![]), "{report:#}");
}

#[test]
fn a_declaration_that_cannot_be_read_is_not_compared() {
    let (tree, _) = base();
    let tree = tree.file(STANDARD, "answers: [");
    let (report, code) = tree.json(&["--baseline-ref", "main"]);
    assert_eq!((code, rules_of(&report)), (3, vec!["not-compared", "yaml-syntax"]), "{report:#}");
    assert_eq!(rules_of(&tree.json(&[]).0), ["yaml-syntax"]);
}

/// 17. On systems that do not tell case apart, this is the same file; in a tree it never is.
#[cfg(target_os = "linux")]
#[test]
fn case_is_compared_as_trees_do() {
    let (tree, _) = base();
    std::fs::rename(tree.path(STANDARD), tree.path(".Package-Repo-Security.yml")).unwrap();
    assert_eq!(tree.json(&["--baseline-ref", "main"]).1, 4);
    commit(&tree);
    let tree = tree.file(STANDARD, whole(""));
    let (report, code) = tree.json(&["--baseline-ref", "main"]);
    assert_eq!(
        (code, &report["baseline"]["changes"]),
        (0, &serde_json::Value::Null),
        "the base had none of that name"
    );
}

#[test]
fn a_name_is_never_an_option() {
    let (tree, base) = base();
    let written = tree.path("written");
    let output = format!("--output={}", written.display());
    let tree = tree.file(STANDARD, whole(""));
    for name in [
        output.as_str(),
        "-h",
        "--all",
        "--help",
        "--git-dir",
        "-p",
        "--",
        "^main",
        "main..main",
        "main:docs",
        "main^{tree}",
        "",
        "@{u}",
        "a b",
        "*",
        "'; touch written",
    ] {
        let run = tree.check(&[&format!("--baseline-ref={name}")]);
        assert_eq!(run.code, 5, "{name}: {run:?}");
        assert!(run.stderr.starts_with("error: the baseline cannot be had"), "{name}: {run:?}");
    }
    assert!(!written.exists());
    // A branch can be called so, and is then that branch.
    git(&tree.path(""), &["update-ref", "refs/heads/--output=x", &base]);
    assert_eq!(tree.check(&["--baseline-ref=--output=x"]).code, 4);
    assert!(!tree.path("x").exists());
}

/// Git would take the tag, or the local branch, without a word.
#[test]
fn a_name_of_two_things_is_no_baseline() {
    let (tree, base) = base();
    let root = tree.path("");
    git(&root, &["update-ref", "refs/remotes/origin/main", &base]);
    let tree = tree.file(STANDARD, whole(""));
    let weak = commit(&tree);
    assert_eq!(tree.check(&["--baseline-ref", "origin/main"]).code, 4);
    for other in ["refs/tags/origin/main", "refs/heads/origin/main", "refs/origin/main"] {
        git(&root, &["update-ref", other, &weak]);
        for name in
            ["origin/main", "origin/main^{commit}", "origin/main~0", "origin/main^0", "origin/main@{0}"]
        {
            let run = tree.check(&["--baseline-ref", name]);
            let both = run.stderr.contains(other) && run.stderr.contains("refs/remotes/origin/main");
            assert!(run.code == 5 && run.stdout.is_empty() && both, "{name} {other}: {run:?}");
        }
        for name in
            ["refs/remotes/origin/main", "refs/remotes/origin/main~0", base.as_str(), "HEAD^1", "HEAD~1"]
        {
            assert_eq!(tree.check(&["--baseline-ref", name]).code, 4, "{name} {other}");
        }
        git(&root, &["update-ref", "-d", other]);
    }
    // What is called like an id, like `HEAD`, or like a full name.
    let short = &base[..10];
    for (name, other, code) in [
        (short, format!("refs/tags/{short}"), 5),
        (base.as_str(), format!("refs/tags/{base}"), 4),
        ("HEAD^1", "refs/tags/HEAD".to_owned(), 4),
        ("@^1", "refs/heads/@".to_owned(), 4),
        ("refs/remotes/origin/main", "refs/tags/refs/remotes/origin/main".to_owned(), 4),
        ("refs/remotes/origin/gone", "refs/tags/refs/remotes/origin/gone".to_owned(), 5),
        ("origin", "refs/heads/origin".to_owned(), 0),
    ] {
        git(&root, &["update-ref", &other, &weak]);
        let run = tree.check(&["--baseline-ref", name]);
        assert_eq!(run.code, code, "{name} {other}: {run:?}");
        git(&root, &["update-ref", "-d", &other]);
    }
}

#[test]
fn what_a_clone_lacks_is_said_with_what_to_do() {
    let (tree, first) = base();
    let tree = tree.file("docs/more.md", "");
    commit(&tree);
    let clone = Tree::new();
    std::fs::remove_dir(clone.path(".git")).unwrap();
    let url = format!("file://{}", tree.path("").display());
    git(&clone.path(""), &["clone", "-q", "--depth", "1", &url, "."]);
    for name in ["HEAD^1", first.as_str()] {
        let run = clone.check(&["--baseline-ref", name]);
        assert_eq!(run.code, 5, "{run:?}");
        assert!(run.stderr.contains("shallow") && run.stderr.contains("fetch-depth"), "{run:?}");
    }
    assert_eq!(clone.check(&["--baseline-ref", "HEAD"]).code, 0);
    let run = tree.check(&["--baseline-ref", "origin/none"]);
    assert!(
        run.code == 5 && !run.stderr.contains("fetch-depth") && run.stderr.contains("origin/main"),
        "{run:?}"
    );
    let run = tree.check(&["--baseline-ref", &"0".repeat(40)]);
    assert!(run.code == 5 && run.stderr.contains("new"), "{run:?}");
}

#[test]
fn without_a_clone_or_without_git_it_is_not_finished() {
    let tree = Tree::with(whole(""));
    let run = tree.check(&["--baseline-ref", "main"]);
    assert!(run.code == 5 && run.stderr.contains("no clone"), "{run:?}");
    let (tree, _) = base();
    let mut command = binary(&tree.path(""));
    command
        .args(["check", "--offline", "--today", TODAY, "--baseline-ref", "main"])
        .env("PATH", "/nonexistent");
    let run = Run::of(command);
    assert!(run.code == 5 && run.stderr.contains("git is not installed"), "{run:?}");
}

/// An object that a partial clone left with its server is not fetched behind anybody's back.
#[test]
fn an_object_that_is_not_there_is_no_pass() {
    let (tree, base) = base();
    let blob = git(&tree.path(""), &["rev-parse", &format!("{base}:{STANDARD}")]);
    std::fs::remove_file(tree.path(&format!(".git/objects/{}/{}", &blob[..2], &blob[2..]))).unwrap();
    let run = tree.check(&["--baseline-ref", "main"]);
    assert_eq!(run.code, 5, "{run:?}");
}

#[cfg(unix)]
#[test]
fn a_base_that_is_no_file_cannot_be_used() {
    let (tree, _) = base();
    std::fs::remove_file(tree.path(STANDARD)).unwrap();
    std::os::unix::fs::symlink("docs/help.md", tree.path(STANDARD)).unwrap();
    commit(&tree);
    std::fs::remove_file(tree.path(STANDARD)).unwrap();
    let tree = tree.file(STANDARD, whole(""));
    assert_eq!(tree.check(&["--baseline-ref", "main"]).code, 5);
    let tree = tree.file(STANDARD, "answers: [");
    commit(&tree);
    let tree = tree.file(STANDARD, whole(""));
    let run = tree.check(&["--baseline-ref", "main"]);
    assert!(run.code == 5 && run.stderr.contains("no YAML"), "{run:?}");
}

/// The usual case in containers: the checkout belongs to somebody else.
#[cfg(unix)]
#[test]
fn a_checkout_of_another_user_is_read() {
    let (tree, _) = base();
    let tree = tree.file(STANDARD, whole(""));
    let given = Command::new("chown").args(["-R", "65534"]).arg(tree.path("")).output().unwrap();
    // Only root can give a file away; everyone else has nothing to test here.
    if given.status.success() {
        assert_eq!(tree.check(&["--baseline-ref", "main"]).code, 4);
    }
}

#[test]
fn configuration_and_environment_of_others_have_no_say() {
    let (tree, _) = base();
    let tree = tree.file(STANDARD, whole(""));
    let hook = tree.path("owned");
    let program = format!("touch {}", hook.display());
    for key in ["core.fsmonitor", "core.pager", "diff.external", "core.sshCommand"] {
        git(&tree.path(""), &["config", key, &program]);
    }
    let elsewhere = Tree::new();
    let mut command = tree.command(&["check", "--offline", "--today", TODAY, "--baseline-ref", "main"]);
    command.env("GIT_DIR", elsewhere.path(".git")).env("GIT_OBJECT_DIRECTORY", elsewhere.path(""));
    assert_eq!(Run::of(command).code, 4);
    assert!(!hook.exists());
}

#[test]
fn what_replaces_an_object_does_not_replace_the_base() {
    let (tree, base) = base();
    let tree = tree.file(STANDARD, whole(""));
    let weak = commit(&tree);
    git(&tree.path(""), &["replace", &base, &weak]);
    assert_eq!(tree.check(&["--baseline-ref", &base]).code, 4);
}
