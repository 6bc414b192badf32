//! What is refused: fast, by name, with one clear finding, and never with a panic.

use crate::support::{Tree, rules_of, whole};
use std::time::{Duration, Instant};

/// A generous bound for a debug build on a busy machine; the release build is measured in `docs/performance.md`.
const SOON: Duration = Duration::from_secs(2);

fn refused(declaration: impl AsRef<[u8]>, rule: &str, code: i32) {
    let tree = Tree::with(declaration);
    let start = Instant::now();
    let (report, exit) = tree.json(&[]);
    assert!(start.elapsed() < SOON, "{rule}: {:?}", start.elapsed());
    assert_eq!(exit, code, "{rule}: {report:#}");
    assert_eq!(rules_of(&report), [rule], "{report:#}");
}

#[test]
fn floods_end_the_reading_at_their_limit() {
    refused("[".repeat(50_000), "yaml-limit", 3);
    refused("- ".repeat(25_000), "yaml-limit", 3);
    refused("{a: ".repeat(12_500), "yaml-limit", 3);
    refused("? ".repeat(25_000), "yaml-limit", 3);
    refused("a: 1\n".repeat(60_000), "yaml-limit", 3);
    refused(
        format!("answers:\n{}", (0..11_000).map(|n| format!("  a{n}: 1\n")).collect::<String>()),
        "yaml-limit",
        3,
    );
    refused(vec![b'a'; 10 * 1024 * 1024], "yaml-limit", 3);
    refused(vec![b'#'; 32 * 1024 * 1024], "yaml-limit", 3);
}

#[test]
fn a_bomb_of_aliases_is_one_finding_a_feature() {
    let mut bomb = "x-a: &a [lol, lol, lol]\n".to_owned();
    for (name, before) in ('b'..='i').zip('a'..='h') {
        bomb.push_str(&format!("x-{name}: &{name} [*{before}, *{before}, *{before}, *{before}]\n"));
    }
    let (report, code) = Tree::with(whole(&bomb)).json(&[]);
    assert_eq!((rules_of(&report), code), (vec!["yaml-anchor", "yaml-alias"], 1), "{report:#}");
    assert!(report["findings"][1]["message"].as_str().unwrap().contains("32 places"));
}

#[test]
fn bytes_that_are_no_utf_8_are_refused_where_they_begin() {
    refused(b"version: 1\nx-a: \xff\n", "encoding", 3);
    refused("version: 1\n".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>(), "encoding", 3);
    refused(b"\xff\xfev\0e\0r\0", "encoding", 3);
    refused(b"caf\xe9: 1\n", "encoding", 3);
}

#[test]
fn broken_syntax_is_one_finding() {
    for broken in [
        "answers: [",
        "a: b: c",
        "'",
        "\"\\q\"",
        "a:\n\t- b",
        "{",
        "a: *nowhere",
        "- a\nb: c",
        "@",
        "%\n---\n&",
    ] {
        let (report, code) = Tree::with(broken).json(&[]);
        assert_eq!(code, 3, "{broken:?}: {report:#}");
        assert!(rules_of(&report).contains(&"yaml-syntax"), "{broken:?}: {report:#}");
    }
}

#[test]
fn a_byte_order_mark_and_crlf_are_accepted_and_survive_a_fix() {
    let declaration = format!("\u{feff}{}", whole("answers:\n  mfa: unmeet\n").replace('\n', "\r\n"));
    let tree = Tree::with(&declaration);
    let (report, code) = tree.json(&[]);
    assert_eq!((rules_of(&report), code), (vec!["unknown-status"], 1), "{report:#}");
    assert_eq!(report["findings"][0]["line"], 2);
    assert_eq!(report["findings"][0]["column"], 8);
    assert_eq!(tree.check(&["--fix"]).code, 0);
    assert_eq!(tree.read(".package-repo-security.yml"), declaration.replace("unmeet", "unmet"));
}

#[test]
fn every_refused_character_is_refused_raw_and_as_an_escape() {
    let cases = [
        ("\u{1b}", "\\e", "control-character"),
        ("\u{7f}", "\\x7f", "control-character"),
        ("\u{9b}", "\\x9b", "control-character"),
        ("\u{85}", "\\N", "unicode-line-end"),
        ("\u{2028}", "\\L", "unicode-line-end"),
        ("\u{2029}", "\\u2029", "unicode-line-end"),
        ("\u{202e}", "\\u202e", "bidirectional-control"),
        ("\u{2066}", "\\u2066", "bidirectional-control"),
        ("\u{200f}", "\\u200f", "bidirectional-control"),
        ("\u{200b}", "\\u200b", "invisible-character"),
        ("\u{feff}", "\\ufeff", "invisible-character"),
        ("\u{e0041}", "\\U000e0041", "invisible-character"),
        ("\u{ad}", "\\xad", "invisible-character"),
    ];
    for (raw, escape, rule) in cases {
        for written in [raw, escape] {
            let fragment = format!("answers:\n  mfa: {{status: unmet, note: \"a{written}b\"}}\n");
            let (report, code) = Tree::with(whole(&fragment)).json(&[]);
            assert_eq!((rules_of(&report), code), (vec![rule], 1), "{written:?}: {report:#}");
            assert_eq!(report["findings"][0]["line"], 2, "{written:?}");
        }
    }
    let (report, code) =
        Tree::with(whole("answers:\n  mfa: {status: unmet, note: \"\\0 and \\r\"}\n")).json(&[]);
    assert_eq!((rules_of(&report), code), (vec!["control-character"], 1));
    let (report, code) =
        Tree::with(whole("answers:\n  mfa: {status: unmet, note: 'fine ⚠️ ümlaut 日本'}\n")).json(&[]);
    assert_eq!((rules_of(&report), code), (vec![], 0), "{report:#}");
}

#[cfg(unix)]
#[test]
fn the_declaration_is_a_regular_file() {
    let declaration = whole("");
    let linked = Tree::new().file("elsewhere.yml", &declaration);
    std::os::unix::fs::symlink("elsewhere.yml", linked.path(".package-repo-security.yml")).unwrap();
    let folder = Tree::new().file(".package-repo-security.yml/x", "");
    let pointer = Tree::with("version https://git-lfs.github.com/spec/v1\noid sha256:aa\nsize 1\n");
    for tree in [linked, folder, pointer] {
        let (report, code) = tree.json(&[]);
        assert_eq!((rules_of(&report), code), (vec!["declaration-not-a-file"], 3), "{report:#}");
    }
}

#[test]
fn there_is_one_declaration_at_one_of_two_places() {
    let (report, code) = Tree::new().json(&[]);
    assert_eq!((rules_of(&report), code), (vec!["declaration-missing"], 3));
    let other = Tree::new().file(".github/.package-repo-security.yml", whole(""));
    let (report, code) = other.json(&[]);
    assert_eq!(
        (report["declaration"]["path"].as_str(), code),
        (Some(".github/.package-repo-security.yml"), 0)
    );
    let (report, code) = other.file(".package-repo-security.yml", whole("")).json(&[]);
    assert_eq!((rules_of(&report), code), (vec!["declaration-ambiguous"], 3));
}

#[test]
fn one_malformed_answer_hides_no_other() {
    let fragment =
        "answers:\n  mfa: [met]\n  recovery-policy: met\n  typosquatting: {status: partial}\n  sbom:\n";
    let (report, _) = Tree::with(whole(fragment)).json(&[]);
    assert_eq!(
        rules_of(&report),
        ["wrong-kind", "met-without-evidence", "partial-without-missing", "wrong-kind"],
        "{report:#}"
    );
}

#[test]
fn other_spellings_of_what_is_refused_are_refused() {
    for (text, rule) in [
        ("...\n%YAML 9.9\n---\n", "yaml-directive"),
        ("%TAG ! tag:x,2000:\n---\n", "yaml-directive"),
        ("x-a: {b: |c}\n", "yaml-leading-indicator"),
        ("x-a: [>c]\n", "yaml-leading-indicator"),
        ("x-a: [?c]\n", "yaml-leading-indicator"),
        ("x-y:\n  foo: |\n  \t\n  bar: 1\n", "yaml-tab"),
    ] {
        let (report, code) = Tree::with(whole(text)).json(&[]);
        assert_eq!((rules_of(&report), code), (vec![rule], 1), "{text:?}: {report:#}");
    }
    for number in ["0x1F", "0o17", ".5", "1.", "+1", "007", ".inf"] {
        let answer = format!(
            "answers:\n  mfa: {{status: unmet, evidence: {{url: 'https://a.example/', json: {{at: /a, is: {number}}}}}}}\n"
        );
        let (report, code) = Tree::with(whole(&answer)).json(&[]);
        assert_eq!((rules_of(&report), code), (vec!["bad-value"], 1), "{number}: {report:#}");
    }
}

#[test]
fn a_word_of_another_checklist_is_asked_about_and_not_rewritten() {
    let words = [
        ("n/a", "not-applicable"),
        ("Done", "met"),
        ("no", "unmet"),
        ("TODO", "planned"),
        ("wip", "partial"),
    ];
    for (word, status) in words {
        let declared = whole(&format!("answers: {{mfa: {word}}}\n"));
        let tree = Tree::with(&declared);
        let run = crate::support::Run::of(tree.command(&["check", "--offline"]));
        assert!(run.code == 1 && run.stdout.contains(&format!("did you mean `{status}`?")), "{run:?}");
        crate::support::Run::of(tree.command(&["check", "--offline", "--fix"]));
        assert_eq!(tree.read(".package-repo-security.yml"), declared);
    }
}
