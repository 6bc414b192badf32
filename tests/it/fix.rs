//! `--fix`: what is safe is mended, and everything else stays byte for byte.

use crate::support::{Tree, rules_of, whole};

#[test]
fn misspelt_names_and_missing_quotes_are_mended_around_comments() {
    let before = whole(
        "answers: # the answers\n  email-verfication: unmet   # one typo\n  'mfa': {status: plannned, plan: {by: 2027-03-31}} # another\n\
         \x20 typosquatting:\n    status: met\n    evidense: # and one in a key\n      - {file: docs/help.md, quote: Every account can use WebAuthn} # plain\n\
         \x20 sbom: {status: unmet, note: 2027 } # a number to YAML\n",
    );
    let after = whole(
        "answers: # the answers\n  email-verification: unmet   # one typo\n  'mfa': {status: planned, plan: {by: 2027-03-31}} # another\n\
         \x20 typosquatting:\n    status: met\n    evidence: # and one in a key\n      - {file: docs/help.md, quote: \"Every account can use WebAuthn\"} # plain\n\
         \x20 sbom: {status: unmet, note: \"2027\" } # a number to YAML\n",
    );
    let tree = Tree::with(before).file("docs/help.md", "Every account can use WebAuthn.\n");
    let run = tree.check(&["--fix"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert_eq!(run.stderr, "mended 5 findings\n");
    assert_eq!(tree.read(".package-repo-security.yml"), after);
    let again = tree.check(&["--fix"]);
    assert_eq!((again.code, again.stderr.as_str()), (0, ""), "nothing is left to mend");
}

#[test]
fn a_path_and_a_line_range_follow_their_quote() {
    let declaration = whole(
        "answers:\n  typosquatting:\n    status: met\n    evidence:\n      - {file: 'docs/old.md', quote: \"names are compared\"} # moved\n\
         \x20     - file: docs/help.md#L1-L1   # drifted\n        quote: \"Every account can use WebAuthn\"\n",
    );
    let tree = Tree::with(&declaration)
        .file("docs/new/old.md", "Here names are compared.\n")
        .file("docs/help.md", "# Help\n\nEvery account can use WebAuthn.\n");
    let run = tree.check(&["--fix"]);
    assert_eq!(run.code, 0, "{run:?}");
    let expected = declaration
        .replace("'docs/old.md'", "'docs/new/old.md'")
        .replace("docs/help.md#L1-L1", "docs/help.md#L3");
    assert_eq!(tree.read(".package-repo-security.yml"), expected);
}

#[test]
fn what_needs_a_person_is_left_alone() {
    let declaration = whole(
        "answers:\n  mfa: {status: met, evidence: 'http://epi.example/help'}\n  recovery-policy: met\n  zzz: unmet\n  typosquatting:\n    status: met\n\
         \x20   evidence: {file: docs/help.md, quote: \"this stands nowhere at all\"}\n",
    );
    let tree = Tree::with(&declaration).file("docs/help.md", "# Help\n");
    assert_eq!(tree.check(&["--fix"]).code, 1);
    assert_eq!(tree.read(".package-repo-security.yml"), declaration);
}

#[test]
fn every_fix_that_is_offered_leads_to_a_file_without_that_finding() {
    for rule in package_repo_security::rules::all().into_iter().filter(|rule| !rule.fails.is_empty()) {
        let tree = Tree::with(whole(rule.fails))
            .file("docs/help.md", "# Help\n\n## Two factor\n\nEvery account can use WebAuthn.\n");
        let (before, _) = tree.json(&[]);
        let fixable: Vec<&serde_json::Value> = before["findings"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|finding| !finding["fix"].is_null())
            .collect();
        tree.check(&["--fix"]);
        let (after, _) = tree.json(&[]);
        for finding in fixable {
            assert!(!rules_of(&after).contains(&finding["rule"].as_str().unwrap()), "{}: {after:#}", rule.id);
        }
    }
}

#[cfg(unix)]
#[test]
fn a_linked_declaration_is_not_written_through() {
    let tree = Tree::new().file("elsewhere.yml", whole("answers:\n  mfa: unmeet\n"));
    std::os::unix::fs::symlink("elsewhere.yml", tree.path("link.yml")).unwrap();
    assert_eq!(tree.check(&["--fix", "--declaration", "link.yml"]).code, 3);
    assert!(tree.read("elsewhere.yml").contains("unmeet"));
}

/// A fix writes names that an attacker chose: whatever they are, the file stays the declaration that it was, but for that path.
#[cfg(unix)]
#[test]
fn hostile_file_names_cannot_write_yaml() {
    let names = [
        "docs/a}.md",
        "docs/a: b.md",
        "- x.md",
        "*x.md",
        "@x.md",
        "%d.md",
        "\"x\".md",
        "{x}.md",
        "docs/a]b.md",
        "`x.md",
        "docs/a, b.md",
        "&a.md",
        "!t.md",
        "docs/a #b.md",
        "docs/a#b.md",
        "a, status: met.md",
        "x\n  mfa: met.md",
        "x\u{1b}[2J.md",
        "x\u{202e}.md",
        "| x.md",
        "? x.md",
        "null.md",
        "it's.md",
    ];
    for name in names {
        for form in [
            "{status: met, evidence: {file: old.md, quote: \"requires a verified email address\"}}",
            "\n    status: met\n    evidence:\n      - file: old.md\n        quote: \"requires a verified email address\"",
        ] {
            let declaration = whole(&format!("answers:\n  email-verification: {form}\n  mfa: unmet\n"));
            let tree = Tree::with(&declaration).file(name, "An account requires a verified email address.\n");
            tree.check(&["--fix"]);
            let (report, code) = tree.json(&[]);
            let after = tree.read(".package-repo-security.yml");
            assert!(code == 0 || after == declaration, "{name:?}: {after}\n{report:#}");
            let statuses: Vec<&str> = report["requirements"]
                .as_array()
                .unwrap()
                .iter()
                .filter(|it| it["status"] == "met")
                .map(|it| it["id"].as_str().unwrap())
                .collect();
            assert_eq!(statuses, ["email-verification"], "{name:?}");
            let evidence = &report["requirements"][0]["evidence"];
            assert_eq!(evidence.as_array().unwrap().len(), 1, "{name:?}");
            if code == 0 {
                assert_eq!(evidence[0]["locator"], name, "{after}");
            }
        }
    }
}
