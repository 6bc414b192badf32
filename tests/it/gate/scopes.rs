//! Who is asked: the author of a change, or the declaration itself.

use super::{change, held, met};
use crate::support::{Tree, rules_of, whole};

/// One for each row of the table that time moves.
#[test]
fn what_time_did_never_fails_a_change() {
    let old = "reviewed: 2020-01-01\nanswers:\n  passwordless-login: {status: planned, plan: {by: 2021-01-01}}\n\
               \x20 vulnerability-disclosure: {status: partial, missing: [safe-harbor], evidence: {file: docs/expired.txt, security-txt: true}}\n\
               \x20 security-reviews: {status: met, evidence: {url: 'https://epi.example/audit', as-of: 2019-01-01}}\n\
               contact: mailto:change-me@change-me.example\nignore: [{rule: mutable-link, at: answers.mfa, reason: there is no other}]\n";
    let tree = change(old, old)
        .file("docs/expired.txt", "Contact: mailto:security@epi.example\nExpires: 2026-01-01T00:00:00Z\n");
    let (audit, code) = tree.json(&[]);
    assert_eq!(code, 0);
    let slow = [
        "review-overdue",
        "plan-overdue",
        "security-txt-expired",
        "evidence-stale",
        "placeholder",
        "ignore-without-effect",
    ];
    let severity = |report: &serde_json::Value, rule: &str| {
        let findings = report["findings"].as_array().unwrap();
        let found = findings.iter().find(|it| it["rule"] == rule);
        found.unwrap_or_else(|| panic!("{rule}: {report:#}"))["severity"].as_str().unwrap().to_owned()
    };
    for rule in slow {
        assert_eq!(severity(&audit, rule), "warning", "{rule}");
    }
    let (held, code) = tree.json(&["--baseline", "before.yml", "--fail-on", "warning"]);
    assert_eq!((code, &held["scope"]), (0, &"change".into()), "{held:#}");
    for rule in slow {
        assert_eq!(severity(&held, rule), "notice", "{rule}");
    }
    let (asked, code) = tree.json(&["--baseline", "before.yml", "--scope", "audit", "--fail-on", "warning"]);
    assert_eq!((code, severity(&asked, slow[0]).as_str()), (1, "warning"));
}

#[test]
fn evidence_in_the_tree_and_claims_are_the_authors_too() {
    let gone = "answers: {mfa: {status: unmet, evidence: gone.md}}\n";
    assert_eq!(held(gone, gone).1, 1);
    let high = "claims: {authentication: 1, authorization: 0, general: 0, cli: 0}\n";
    assert_eq!(held(high, high).1, 1);
}

#[test]
fn a_base_without_a_declaration_is_new_and_passes() {
    let tree = Tree::with(whole(&met("mfa"))).file("docs/help.md", "");
    std::fs::remove_dir(tree.path(".git")).unwrap();
    let base = super::revisions::repository(&tree);
    let (report, code) = tree.json(&["--baseline-ref", &base]);
    assert_eq!(code, 0, "{report:#}");
    assert_eq!(report["baseline"]["regressions"], serde_json::json!([]));
    assert_eq!(report["baseline"]["changes"], serde_json::Value::Null);
    assert!(rules_of(&report).is_empty(), "{report:#}");
    let shown = tree.check(&["--baseline-ref", &base]).stdout;
    assert!(shown.contains("it has no declaration: this one is new"), "{shown}");
}

#[test]
fn a_declaration_that_cannot_be_read_is_not_called_new() {
    let tree = change("answers: {mfa: unmet}\n", "answers: [\n");
    let run = tree.check(&["--baseline", "before.yml"]);
    assert_eq!(run.code, 3, "{run:?}");
    assert!(run.stdout.contains("not compared: this one could not be read"), "{}", run.stdout);
    assert!(!run.stdout.contains("this one is new"), "{}", run.stdout);
}

#[test]
fn every_format_for_people_shows_what_changed() {
    let after = "answers: {mfa-required-critical: unmet}\nwithdrawals: [{date: 2026-11-20, at: answers.mfa-required-critical, reason: it was switched off}]\n";
    let tree = change(&met("mfa-required-critical"), after);
    let human = tree.check(&["--baseline", "before.yml"]).stdout;
    assert!(
        human.contains("Compared with before.yml")
            && human.contains("answers.mfa-required-critical: met → unmet"),
        "{human}"
    );
    let markdown = tree.check(&["--baseline", "before.yml", "--output", "markdown"]).stdout;
    assert!(markdown.contains("Withdrawn in this change: `answers.mfa-required-critical`."), "{markdown}");
    assert!(markdown.contains("- `answers.mfa-required-critical`: met → unmet"), "{markdown}");
}
