//! The directory of `report --roadmap`: what is ours in it, and that nothing else is touched.

use super::{FULL, full, report};
use crate::support::{Tree, whole};
use std::fs;

const MARK: &str = "<!-- package-repo-security roadmap -->\n";
const STANDARD: &str = ".package-repo-security.yml";

/// Everything in a directory below the top of a tree: names and texts.
fn all(tree: &Tree, directory: &str) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = fs::read_dir(tree.path(directory))
        .map(|entries| {
            let entries = entries.map(|it| it.unwrap()).filter(|it| it.file_type().unwrap().is_file());
            let named = entries.map(|it| it.file_name().into_string().unwrap());
            named.map(|name| (name.clone(), tree.read(&format!("{directory}/{name}")))).collect()
        })
        .unwrap_or_default();
    all.sort();
    all
}

fn written() -> Tree {
    let tree = full();
    assert_eq!(report(&tree, &["--roadmap", "gaps"]).code, 0);
    tree
}

/// Declares that a gap is closed.
fn close(tree: &Tree) {
    let closed = FULL.replace(
        "vulnerability-warnings: unmet",
        "vulnerability-warnings: {status: met, evidence: docs/help.md}",
    );
    fs::write(tree.path(STANDARD), closed).unwrap();
}

#[test]
fn every_file_begins_with_a_mark_of_its_own() {
    let tree = written();
    let all = all(&tree, "gaps");
    assert!(all.len() > 10);
    for (name, text) in all {
        assert!(text.starts_with(MARK) && text.matches("<!--").count() == 1, "{name}: {text}");
    }
}

#[test]
fn a_report_is_never_taken_for_a_file_of_the_roadmap() {
    for name in ["README.md", "recovery-policy.md"] {
        let tree = full();
        fs::create_dir(tree.path("gaps")).unwrap();
        let path = format!("gaps/{name}");
        assert_eq!(report(&tree, &["--output", &format!("markdown={path}")]).code, 0);
        let before = all(&tree, "gaps");
        let run = report(&tree, &["--roadmap", "gaps"]);
        assert_eq!(run.code, 5, "{run:?}");
        let said = format!("`{path}` is there and is a report");
        assert!(run.stderr.replace('\\', "/").contains(&said), "{run:?}");
        assert_eq!(all(&tree, "gaps"), before);
    }
    let tree = written();
    let report_of_check = tree.check(&["--output", "markdown"]).stdout;
    fs::write(tree.path("gaps/vulnerability-warnings.md"), &report_of_check).unwrap();
    close(&tree);
    let run = report(&tree, &["--roadmap", "gaps"]);
    assert!(run.code == 0 && !run.stderr.contains("took away"), "{run:?}");
    assert_eq!(tree.read("gaps/vulnerability-warnings.md"), report_of_check, "it closed, and is a report");
}

#[test]
fn the_roadmap_is_no_evidence_of_what_it_says() {
    let tree = written();
    for file in ["gaps/README.md", "gaps/recovery-policy.md"] {
        fs::write(
            tree.path(STANDARD),
            whole(&format!("answers:\n  mfa: {{status: met, evidence: {file}}}\n")),
        )
        .unwrap();
        let (json, code) = tree.json(&[]);
        assert_eq!((code, &json["requirements"][2]["evidence"][0]["outcome"]), (1, &"contradicted".into()));
        assert!(json.to_string().contains("a roadmap of this tool"), "{json:#}");
    }
}

#[test]
fn an_output_that_lands_in_the_roadmap_is_refused_before_anything_is_written() {
    let tree = full();
    let absolute = tree.path("gaps/mfa.md");
    for (output, roadmap) in [
        ("gaps/README.md", "gaps"),
        ("gaps/readme.MD", "gaps"),
        ("./gaps/README.md", "gaps/"),
        ("gaps/x/../mfa.md", "./gaps"),
        ("gaps/brute-force-protection.md", "docs/../gaps"),
        // It is met, and named by the catalogue.
        ("gaps/email-verification.md", "gaps"),
        (absolute.to_str().unwrap(), "gaps"),
        ("gaps", "gaps"),
        ("gaps", "gaps/deeper"),
    ] {
        for exists in [false, true] {
            if exists {
                fs::create_dir_all(tree.path("gaps/x")).unwrap();
            }
            let run = report(&tree, &["--output", &format!("markdown={output}"), "--roadmap", roadmap]);
            assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{output}, {roadmap}: {run:?}");
            assert!(run.stderr.contains("the roadmap"), "{run:?}");
            assert!(all(&tree, "gaps").is_empty() && tree.path("gaps").exists() == exists);
        }
        fs::remove_dir_all(tree.path("gaps")).unwrap();
    }
    let beside = report(&tree, &["--output", "markdown=gaps/report.md", "--roadmap", "gaps"]);
    assert!(beside.code == 0 && tree.path("gaps/report.md").exists(), "{beside:?}");
}

#[cfg(unix)]
#[test]
fn an_output_through_a_link_lands_in_the_roadmap_too() {
    let tree = full();
    fs::create_dir(tree.path("gaps")).unwrap();
    std::os::unix::fs::symlink("gaps", tree.path("linked")).unwrap();
    let through = tree.path("linked/README.md");
    let run = report(&tree, &["--output", &format!("markdown={}", through.display()), "--roadmap", "gaps"]);
    assert_eq!(run.code, 2, "{run:?}");
    assert!(all(&tree, "gaps").is_empty());
}

#[test]
fn a_roadmap_that_is_refused_leaves_no_output() {
    let tree = full().file("gaps/recovery-policy.md", "mine");
    let run = report(&tree, &["--output", "html=r.html", "--output", "json", "--roadmap", "gaps"]);
    assert_eq!((run.code, run.stdout.as_str()), (5, ""), "{run:?}");
    assert!(!tree.path("r.html").exists());
    let taken = full().file("gaps", "a file");
    assert_eq!(report(&taken, &["--output", "html=r.html", "--roadmap", "gaps"]).code, 5);
    assert!(!taken.path("r.html").exists());
}

#[cfg(unix)]
#[test]
fn a_directory_that_cannot_be_written_to_leaves_no_output() {
    use std::os::unix::fs::PermissionsExt;
    let tree = written();
    fs::set_permissions(tree.path("gaps"), fs::Permissions::from_mode(0o555)).unwrap();
    let is_root = fs::write(tree.path("gaps/probe"), "").is_ok();
    let run = report(&tree, &["--output", "html=r.html", "--roadmap", "gaps"]);
    fs::set_permissions(tree.path("gaps"), fs::Permissions::from_mode(0o755)).unwrap();
    // Nothing is forbidden to root.
    if !is_root {
        assert_eq!(run.code, 5, "{run:?}");
        assert!(run.stderr.contains("gaps") && !tree.path("r.html").exists(), "{run:?}");
    }
}

#[test]
fn each_output_and_the_roadmap_are_said_to_be_written() {
    let tree = full();
    let run = report(&tree, &["--output", "html=r.html", "--output", "markdown=r.md", "--roadmap", "gaps"]);
    let gaps = all(&tree, "gaps").len() - 1;
    assert_eq!(
        (run.code, run.stderr),
        (0, format!("wrote r.html\nwrote r.md\nwrote an index and {gaps} gaps to gaps\n"))
    );
}

/// What is taken away goes last: a write that fails loses nothing.
#[cfg(unix)]
#[test]
fn a_write_that_fails_takes_nothing_away() {
    let tree = written();
    close(&tree);
    // The file that a gap is written to before it is put in its place is not free.
    let mut command = std::process::Command::new("sh");
    command.current_dir(tree.path("")).env_clear().env("PATH", std::env::var_os("PATH").unwrap());
    command.args(["-c", "mkdir \"gaps/.recovery-policy.md.$$.new\" && exec \"$0\" \"$@\""]);
    command.arg(assert_cmd::cargo::cargo_bin("package-repo-security"));
    command.args(["report", "--offline", "--today", crate::support::TODAY, "--roadmap", "gaps"]);
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(5), "{output:?}");
    assert!(String::from_utf8(output.stderr).unwrap().contains("recovery-policy.md"));
    assert!(tree.path("gaps/vulnerability-warnings.md").exists());
}

#[test]
fn what_is_taken_away_is_said_for_what_it_is() {
    let tree = written();
    // A track that no longer applies has no gap, and closed none.
    fs::write(tree.path(STANDARD), FULL.replace("packages: [accepts-built]", "packages: [source-only]"))
        .unwrap();
    let before = all(&tree, "gaps").len();
    let run = report(&tree, &["--roadmap", "gaps"]);
    let gone = before - all(&tree, "gaps").len();
    assert!(run.code == 0 && gone > 0, "{run:?}");
    let files = if gone == 1 { "file" } else { "files" };
    let said = format!("; took away {gone} {files} whose requirement is no gap of this roadmap\n");
    assert!(run.stderr.contains(&said), "{run:?}");
}

#[test]
fn the_roadmap_of_another_registry_stays() {
    let tree = written();
    let before = all(&tree, "gaps");
    fs::write(tree.path(STANDARD), FULL.replace("Example Index", "Another Index")).unwrap();
    let run = report(&tree, &["--output", "html=r.html", "--roadmap", "gaps"]);
    assert_eq!(run.code, 5, "{run:?}");
    assert!(
        run.stderr.contains("says \"Roadmap: `Example Index`\"")
            && run.stderr.contains("a directory of its own"),
        "{run:?}"
    );
    assert!(all(&tree, "gaps") == before && !tree.path("r.html").exists());
}

#[test]
fn where_no_index_says_whose_they_are_no_file_is_taken_away() {
    let tree = written();
    fs::remove_file(tree.path("gaps/README.md")).unwrap();
    close(&tree);
    let run = report(&tree, &["--roadmap", "gaps"]);
    assert!(run.code == 0 && !run.stderr.contains("took away"), "{run:?}");
    assert!(tree.path("gaps/vulnerability-warnings.md").exists());
}
