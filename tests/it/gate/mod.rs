//! The gate, through the binary: a change cannot lower a level unnoticed.

mod bypasses;
mod diff;
mod properties;
pub mod revisions;
mod rows;
mod scopes;
mod table;

use crate::support::{Tree, rules_of, whole};
use serde_json::Value;

/// A tree with this declaration, and the older one beside it.
fn change(before: &str, after: &str) -> Tree {
    Tree::with(whole(after))
        .file("before.yml", whole(before))
        .file("docs/help.md", "# Help\n\n## Two factor\n")
}

/// The report of a change, and the exit code.
fn held(before: &str, after: &str) -> (Value, i32) {
    change(before, after).json(&["--baseline", "before.yml"])
}

/// The rules of the gate that found something, each with its severity and, behind `@`, the line that it stands on.
fn gate(report: &Value) -> Vec<String> {
    let names = [
        "declaration-removed",
        "declaration-moved",
        "not-compared",
        "principles-older",
        "track-dropped",
        "client-dropped",
        "answer-left-met",
        "evidence-lost",
        "level-fell",
        "answer-stepped-down",
        "evidence-weaker",
        "withdrawal-without-effect",
        "withdrawal-removed",
        "ignore-added",
    ];
    let findings = report["findings"].as_array().unwrap().iter();
    let ours = findings.filter(|it| names.contains(&it["rule"].as_str().unwrap()));
    ours.map(|it| format!("{} {}", it["severity"].as_str().unwrap(), it["rule"].as_str().unwrap())).collect()
}

fn paths(report: &Value, key: &str) -> Vec<String> {
    let list = report["baseline"][key].as_array().unwrap();
    list.iter().map(|it| it.as_str().unwrap().to_owned()).collect()
}

/// What the gate says of a change: findings, regressions, what was owned up to, exit code.
#[derive(Debug, PartialEq, Eq)]
struct Verdict {
    findings: Vec<String>,
    regressions: Vec<String>,
    acknowledged: Vec<String>,
    code: i32,
}

fn verdict(before: &str, after: &str) -> Verdict {
    let (report, code) = held(before, after);
    Verdict {
        findings: gate(&report),
        regressions: paths(&report, "regressions"),
        acknowledged: paths(&report, "acknowledged"),
        code,
    }
}

#[track_caller]
fn regresses(before: &str, after: &str, rule: &str, at: &str) {
    let found = verdict(before, after);
    let wanted = Verdict {
        findings: vec![format!("error {rule}")],
        regressions: vec![at.to_owned()],
        acknowledged: Vec::new(),
        code: 4,
    };
    assert_eq!(found, wanted, "silent");
    let entry = format!("withdrawals: [{{date: 2026-11-20, at: {at}, reason: it does not hold any more}}]\n");
    let honest = verdict(before, &format!("{after}{entry}"));
    let wanted = Verdict {
        findings: vec![format!("warning {rule}")],
        regressions: Vec::new(),
        acknowledged: vec![at.to_owned()],
        code: honest.code,
    };
    assert_eq!(honest, wanted, "honest");
    assert_ne!(honest.code, 4);
    let old = verdict(&format!("{before}{entry}"), &format!("{after}{entry}"));
    assert_eq!((old.code, old.regressions), (4, vec![at.to_owned()]), "an old entry does nothing");
}

#[track_caller]
fn silent(before: &str, after: &str) {
    let found = verdict(before, after);
    assert_eq!((found.findings, found.regressions), (vec![], vec![]), "{before}\n{after}");
}

/// Evidence that is there.
const SEEN: &str = "evidence: docs/help.md";

fn met(id: &str) -> String {
    format!("answers: {{{id}: {{status: met, {SEEN}}}}}\n")
}

#[test]
fn the_list_of_rules_is_whole() {
    let ours = package_repo_security::rules::all();
    let ours = ours.iter().filter(|rule| {
        use package_repo_security::findings::Class;
        matches!(rule.class, Class::Regression | Class::SteppedDown | Class::Changed)
    });
    for rule in ours {
        assert!(!rule.class.can_be_ignored(), "{}", rule.id);
    }
    let (report, _) = held(&met("mfa"), "");
    assert_eq!(rules_of(&report), ["answer-left-met"]);
}
