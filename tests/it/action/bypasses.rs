//! The known ways around such a gate, as pull requests. The numbers are those of the project's list of threats; those that need
//! no event stand in `gate/bypasses.rs`, too.

use super::{
    HEAD, HELLO, Job, MERGE, NEWER, STALE, STANDARD, changed, double, met, payload, unmet, with_pull_request,
};
use crate::support::{Tree, whole};
use crate::world::github::Fault;

/// The pull request's own tree against a base that has `mfa` met: its exit code and the rules of its errors.
fn verdict(tree: Tree) -> (i32, Vec<String>) {
    let double = double(with_pull_request(HELLO, &[(STANDARD, &met())], &[]));
    let ended = Job::new("pull_request", &payload("pull_request"), MERGE, tree).on(&double).run();
    let rules = ended.run.stdout.lines().filter_map(|line| line.strip_prefix("::error title="));
    (ended.code(), rules.map(|rest| rest.split([',', ':']).next().unwrap().to_owned()).collect())
}

#[test]
fn every_known_way_around_the_gate_fails() {
    let answers = |text: &str| changed(whole(&format!("answers: {text}\n")));
    let trees = [
        (
            "1: brings its own excuse",
            answers(
                "{mfa: unmet}\nignore: [{rule: answer-left-met, at: answers.mfa, reason: we know about it}]",
            ),
            4,
        ),
        ("1: an old excuse", answers("{mfa: unmet}\nwithdrawals: []"), 4),
        ("2: deletes it", Tree::new(), 4),
        ("3: moves it", Tree::new().file("docs/.package-repo-security.yml", met()), 4),
        ("3: renames it", Tree::new().file(".package-repo-security.yaml", met()), 4),
        ("3: a second one", changed(met()).file(".github/.package-repo-security.yml", met()), 3),
        ("4: a directory", Tree::new().file(&format!("{STANDARD}/x"), ""), 4),
        ("4: a pointer", Tree::with("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n"), 4),
        ("5: another taxonomy", changed(met().replace("user-accounts: true", "user-accounts: false")), 4),
        ("6: a version that nobody knows", changed(met().replace("principles: v0.1", "principles: v9")), 1),
        ("6: no version", changed(met().replace("principles: v0.1\n", "")), 1),
        ("7: a key twice", changed(format!("{}answers: {{mfa: unmet}}\n", met())), 1),
        ("7: a second document", changed(format!("{}---\n{}", met(), unmet())), 1),
        ("7: a merge key", changed(met().replace("answers: {", "answers: {<<: {}, ")), 1),
        ("7: broken", changed("answers: ["), 3),
        ("8: no evidence", answers("{mfa: met}"), 4),
        ("8: a statement", answers("{mfa: {status: met, evidence: {statement: trust us}}}"), 4),
        ("9: not applicable", answers("{mfa: {status: not-applicable, reason: we think it is}}"), 4),
        ("9: planned", answers("{mfa: {status: planned, plan: {by: 2027-01-01}}}"), 4),
        ("9: unknown", answers("{mfa: unknown}"), 4),
        ("9: left out", answers("{}"), 4),
        ("16: a look-alike key", answers("{mf\u{430}: {status: met, evidence: docs/help.md}}"), 4),
        ("17: another case", Tree::new().file(".Package-Repo-Security.yml", met()), 4),
    ];
    for (what, tree, code) in trees {
        let (found, rules) = verdict(tree);
        assert_eq!(found, code, "{what}: {rules:?}");
        assert!(!rules.is_empty(), "{what}");
    }
}

#[cfg(unix)]
#[test]
fn four_a_link_is_no_declaration() {
    let tree = Tree::new().file("docs/help.md", "# Help\n").file("elsewhere.yml", met());
    std::os::unix::fs::symlink("elsewhere.yml", tree.path(STANDARD)).unwrap();
    assert_eq!(verdict(tree).0, 4);
}

#[test]
fn ten_no_base_no_pass() {
    let double = double(with_pull_request(HELLO, &[(STANDARD, &met())], &[]));
    double.break_next([Fault::Reset, Fault::Reset]);
    assert_eq!(Job::pull_request(met()).on(&double).run().code(), 5);
}

#[test]
fn eleven_a_stale_branch_is_no_regression_and_a_stale_base_no_way_around() {
    // The base gained an answer since the branch was made; the merge commit has it.
    let gained = double(with_pull_request(HELLO, &[(STANDARD, &met())], &[(STANDARD, &unmet())]));
    assert_eq!(Job::pull_request(met()).on(&gained).run().code(), 0, "the merge keeps it");
    // Whoever looks only at the head sees no answer that went, for the branch never had it.
    let head = Job::new("pull_request", &payload("pull_request"), HEAD, changed(unmet()));
    let ended = head.on(&gained).with("GITHUB_SHA", MERGE).run();
    assert_eq!((ended.code(), ended.output("baseline")), (0, STALE));
    assert_eq!(Job::pull_request(unmet()).on(&gained).run().code(), 4, "the merge loses it");
}

/// 4 and 7. Git writes another file than the commit has, or a link stands on the way.
#[test]
fn what_is_checked_out_must_be_what_is_merged() {
    for (tree, why) in [
        (changed(met()), "is not what the commit"),
        (Tree::new().file(".github/.package-repo-security.yml", met()), "an earlier step made it"),
    ] {
        let double = double(with_pull_request(HELLO, &[(STANDARD, &met())], &[(STANDARD, &unmet())]));
        let job = Job::new("pull_request", &payload("pull_request"), MERGE, tree).beside(&double);
        let ended = job.run();
        assert_eq!(ended.code(), 5, "{ended:?}");
        assert!(ended.run.stdout.contains(why), "{ended:?}");
    }
    // Windows checks out other line ends, which change nothing.
    let double = double(with_pull_request(HELLO, &[(STANDARD, &met())], &[(STANDARD, &met())]));
    let tree = changed(met().replace('\n', "\r\n")).file("docs/help.md", "# Help\n");
    assert_eq!(
        Job::new("pull_request", &payload("pull_request"), MERGE, tree).beside(&double).run().code(),
        0
    );
}

#[test]
fn twelve_an_event_that_the_tree_does_not_go_with_is_no_pass() {
    let double = double(with_pull_request(HELLO, &[(STANDARD, &unmet())], &[]));
    let job = Job::new("pull_request", &payload("pull_request"), NEWER, changed(met())).on(&double);
    let ended = job.with("GITHUB_SHA", MERGE).run();
    assert_eq!(ended.code(), 5, "{ended:?}");
    assert!(ended.run.stdout.contains(&format!("the event is about {MERGE}, and {NEWER} is checked out")));
}

#[test]
fn thirteen_the_exit_code_is_the_verdict_with_every_report() {
    let double = double(with_pull_request(HELLO, &[(STANDARD, &met())], &[]));
    let formats = "json=a.json\nsarif=a.sarif\njunit=a.xml\ngitlab=a.gitlab.json\nmarkdown=a.md\nshort=a.txt";
    assert_eq!(Job::pull_request(unmet()).on(&double).with("INPUT_OUTPUT", formats).run().code(), 4);
}

#[test]
fn fourteen_a_flood_does_not_hide_the_regression() {
    let flood: String = (0..100).map(|number| format!("key{number}: 1\n")).collect();
    let (code, rules) = verdict(changed(format!("{}{flood}", unmet())));
    assert_eq!((code, rules[0].as_str()), (4, "answer-left-met"));
    assert_eq!(rules.len(), 10);
}

#[test]
fn fifteen_a_network_that_fails_is_no_excuse() {
    let double = double(with_pull_request(HELLO, &[(STANDARD, &met())], &[]));
    let after = whole("answers: {mfa: {status: unmet, evidence: \"https://127.0.0.1:1/x\"}}\n");
    let ended = Job::pull_request(after).on(&double).with("INPUT_EVIDENCE", "online").run();
    assert_eq!(ended.code(), 4, "{ended:?}");
}

#[test]
fn eighteen_a_change_that_says_the_same_is_silent() {
    let double = double(with_pull_request(HELLO, &[(STANDARD, &met())], &[]));
    let text = met();
    let mut lines: Vec<&str> = text.lines().collect();
    lines.reverse();
    let same = format!("# A comment.\r\n\r\n{}\r\n", lines.join("\r\n\r\n"));
    let ended = Job::pull_request(same).on(&double).run();
    assert_eq!((ended.code(), ended.output("errors"), ended.output("warnings")), (0, "0", "0"), "{ended:?}");
    assert!(ended.run.stdout.starts_with("::stop-commands::WORD\n"), "no annotation: {ended:?}");
}
