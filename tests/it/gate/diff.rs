//! `diff OLD NEW`.

use super::revisions::{git, repository};
use super::{change, met};
use crate::support::{Run, Tree, whole};

const LEVEL_2: &str = "claims: {authentication: 2, authorization: 0, general: 0, cli: 0}\nanswers:\n  email-verification: {status: met, evidence: a.md}\n\
    \x20 recovery-policy: {status: met, evidence: a.md}\n  mfa: {status: met, evidence: a.md}\n  security-notifications: {status: met, evidence: a.md}\n\
    \x20 brute-force-protection: {status: met, evidence: a.md}\n  abandoned-email-domains: {status: met, evidence: a.md}\n\
    \x20 phishing-resistant-mfa: {status: met, evidence: [a.md, {file: b.md, quote: a security key works}]}\n\
    \x20 mfa-required-critical: {status: met, evidence: a.md}\n  leaked-credential-checks: {status: met, evidence: a.md}\n";

fn lowered() -> String {
    LEVEL_2
        .replace("mfa-required-critical: {status: met, evidence: a.md}", "mfa-required-critical: unmet")
        .replace("[a.md, {file: b.md, quote: a security key works}]", "[b.md, c.md]")
        .replace("authentication: 2", "authentication: 1")
}

fn diff(tree: &Tree, arguments: &[&str]) -> Run {
    Run::of(tree.command(&[&["diff"], arguments].concat()))
}

#[test]
fn it_says_what_moved_a_level() {
    let tree = change(
        LEVEL_2,
        &format!(
            "{}clis: {{pip: {{}}}}\nwithdrawals: [{{date: 2026-11-20, at: answers.mfa-required-critical, reason: it was switched off}}]\n",
            lowered()
        ),
    );
    let run = diff(&tree, &["before.yml", ".package-repo-security.yml"]);
    assert_eq!(run.code, 0, "{run:?}");
    insta::assert_snapshot!(run.stdout);
    let back = diff(&tree, &[".package-repo-security.yml", "before.yml"]);
    assert!(back.stdout.contains("authentication 1 → 2: mfa-required-critical is met now"), "{back:?}");
    insta::assert_snapshot!(
        diff(&tree, &["before.yml", ".package-repo-security.yml", "--output", "markdown"]).stdout
    );
    let json = diff(&tree, &["before.yml", ".package-repo-security.yml", "--output", "json"]).stdout;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(
        json["levels"][0]["causes"],
        serde_json::json!([{"requirement": "mfa-required-critical", "before": "met", "after": "unmet"}])
    );
    assert_eq!(
        (&json["acknowledged"], &json["regressions"]),
        (&serde_json::json!(["answers.mfa-required-critical"]), &serde_json::json!([]))
    );
}

#[test]
fn it_ends_with_0_unless_one_of_them_cannot_be_read() {
    let tree = change(&met("mfa"), "").file("broken.yml", "a: [");
    assert_eq!(diff(&tree, &["before.yml", ".package-repo-security.yml"]).code, 0);
    assert_eq!(diff(&tree, &["before.yml", "before.yml"]).stdout, "nothing changed that the gate looks at\n");
    for missing in ["no-such.yml", "broken.yml", "docs", "main:", "--"] {
        let run = diff(&tree, &["before.yml", "--", missing]);
        assert_eq!(run.code, 3, "{missing}: {run:?}");
        assert!(run.stdout.is_empty() && run.stderr.starts_with("error: "), "{run:?}");
    }
    for wrong in [&["before.yml"][..], &[], &["a", "b", "c"], &["a", "b", "--output", "sarif"]] {
        assert_eq!(diff(&tree, wrong).code, 2, "{wrong:?}");
    }
}

#[test]
fn revisions_can_be_named() {
    let tree = Tree::with(whole(&met("mfa")));
    std::fs::remove_dir(tree.path(".git")).unwrap();
    repository(&tree);
    git(&tree.path(""), &["add", "-A"]);
    git(&tree.path(""), &["commit", "-q", "-m", "c"]);
    let tree = tree.file(".package-repo-security.yml", whole(""));
    for old in ["main:", "HEAD:.package-repo-security.yml"] {
        let run = diff(&tree, &[old, ".package-repo-security.yml"]);
        assert!(run.code == 0 && run.stdout.contains("answers.mfa: met → unknown"), "{old}: {run:?}");
    }
    for old in ["HEAD^:", "none:", "main:../x", "--output=x:", "main:no-such.yml"] {
        assert_eq!(diff(&tree, &["--", old, ".package-repo-security.yml"]).code, 3, "{old}");
    }
}
