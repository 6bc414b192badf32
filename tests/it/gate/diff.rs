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

#[test]
fn a_revision_needs_no_colon() {
    let tree = Tree::with(whole(&met("mfa")));
    std::fs::remove_dir(tree.path(".git")).unwrap();
    repository(&tree);
    git(&tree.path(""), &["add", "-A"]);
    git(&tree.path(""), &["commit", "-q", "-m", "c"]);
    git(&tree.path(""), &["tag", "v1"]);
    git(&tree.path(""), &["tag", "-a", "-m", "signed off", "v1-annotated"]);
    let tree = tree.file(".package-repo-security.yml", whole(""));
    git(&tree.path(""), &["commit", "-q", "-a", "-m", "d"]);
    let new = ".package-repo-security.yml";
    for old in ["v1", "v1-annotated", "HEAD^", "HEAD~1", "tags/v1", "v1:"] {
        let run = diff(&tree, &[old, new]);
        assert!(run.code == 0 && run.stdout.contains("answers.mfa: met → unknown"), "{old}: {run:?}");
    }
    assert!(
        diff(&tree, &[new, "v1"]).stdout.contains("answers.mfa: unknown → met"),
        "the newer one may be older"
    );
    assert!(
        diff(&tree, &["v1", "main"]).stdout.contains("answers.mfa: met → unknown"),
        "both may be revisions"
    );
    let named = diff(&tree, &["v1", new, "--output", "markdown"]);
    assert!(named.stdout.starts_with("## What changed from `v1` to"), "{named:?}");
    let run = diff(&tree, &["v2", new]);
    assert!(run.code == 3 && run.stdout.is_empty() && run.stderr.contains("v2"), "{run:?}");
    let tree = tree.file("v1", whole(""));
    let run = diff(&tree, &["v1", new]);
    assert!(
        run.code == 5 && run.stderr.contains("`./v1`") && run.stderr.contains("`refs/tags/v1`"),
        "{run:?}"
    );
    assert_eq!(diff(&tree, &["./v1", new]).stdout, "nothing changed that the gate looks at\n");
}

// Windows has no file of such a name.
#[cfg(unix)]
#[test]
fn a_name_that_is_a_file_and_a_revision_is_refused() {
    let tree = Tree::with(whole(&met("mfa")));
    std::fs::remove_dir(tree.path(".git")).unwrap();
    repository(&tree);
    git(&tree.path(""), &["add", "-A"]);
    git(&tree.path(""), &["commit", "-q", "-m", "c"]);
    let tree = tree.file("main:", whole("")).file("none:", whole(""));
    let new = ".package-repo-security.yml";
    for names in [["main:", new], [new, "main:"]] {
        let run = diff(&tree, &names);
        assert_eq!((run.code, run.stdout.as_str()), (5, ""), "{run:?}");
        assert!(run.stderr.contains("`./main:`") && run.stderr.contains("`refs/heads/main:`"), "{run:?}");
    }
    assert!(diff(&tree, &["./main:", new]).stdout.contains("answers.mfa: unknown → met"));
    assert!(diff(&tree, &["none:", new]).stdout.contains("answers.mfa: unknown → met"), "only a file is");
    assert_eq!(diff(&tree, &["refs/heads/main:", new]).stdout, "nothing changed that the gate looks at\n");
}

#[test]
fn parts_and_plans_that_move_are_said() {
    let answers = |missing: &str, by: &str| {
        format!(
            "answers:\n  security-notifications: {{status: partial, missing: [{missing}], plan: {{by: {by}}}}}\n\
             clis:\n  rubygems: {{primary: true}}\n"
        )
    };
    let tree = change(
        &answers("password-change, mfa-disabled", "2027-01-01"),
        &(answers("mfa-disabled", "2027-03-01") + "  jruby: {primary: false}\n"),
    );
    let names = ["before.yml", ".package-repo-security.yml"];
    insta::assert_snapshot!(diff(&tree, &names).stdout, @r#"
    Answers
      answers.security-notifications: gained "email on a password change"
    Plans
      answers.security-notifications: moved later, by 2027-01-01 → 2027-03-01
    Clients
      jruby is new; no level rests on it
    "#);
    insta::assert_snapshot!(diff(&tree, &[&names[..], &["--output", "markdown"]].concat()).stdout, @"
    ## What changed from `before.yml` to `.package-repo-security.yml`

    **Answers**

    - `answers.security-notifications`: gained email on a password change

    **Plans**

    - `answers.security-notifications`: moved later, by 2027-01-01 → 2027-03-01

    **Clients**

    - `jruby` is new; no level rests on it
    ");
    let json = diff(&tree, &[&names[..], &["--output", "json"]].concat()).stdout;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let at = "answers.security-notifications";
    assert_eq!(
        json["parts"],
        serde_json::json!([{
            "at": at, "requirement": "security-notifications", "clients": [],
            "gained": ["password-change"], "lost": [], "left_out": [], "counted": [],
        }])
    );
    assert_eq!(
        json["plans"],
        serde_json::json!([{
            "at": at, "requirement": "security-notifications", "clients": [],
            "by": {"before": "2027-01-01", "after": "2027-03-01"}, "issue": null, "funding": null, "funder": null,
        }])
    );
    assert_eq!(json["clients"], serde_json::json!([{"name": "jruby", "what": "added", "primary": false}]));
    let back = diff(&tree, &[names[1], names[0]]).stdout;
    assert!(back.contains("answers.security-notifications: lost \"email on a password change\""), "{back}");
}
