//! The exact bytes that a runner and a person get.

use super::{HELLO, Job, NEWER, STANDARD, changed, double, met, payload, with_pull_request};
use crate::support::whole;
use crate::world::github::Repository;
use insta::assert_snapshot;

/// Everything of a run in one text.
fn all(job: &Job) -> String {
    let ended = job.run();
    let outputs: Vec<String> = ended.outputs.iter().map(|(name, value)| format!("{name}={value}")).collect();
    format!(
        "exit code: {}\n--- log\n{}--- messages\n{}--- outputs\n{}\n--- summary\n{}",
        ended.code(),
        ended.run.stdout,
        ended.run.stderr,
        outputs.join("\n"),
        ended.summary
    )
}

#[test]
fn a_pull_request_that_steps_down() {
    let before = std::fs::read_to_string("examples/pypi.yml").unwrap();
    let (first, rest) = before.split_once("\n  mfa:\n").unwrap();
    let (_, rest) = rest.split_once("\n  security-notifications:\n").unwrap();
    let after = format!(
        "{first}\n  mfa: {{status: planned, plan: {{by: 2027-03-31}}}}\n  security-notifications:\n{rest}"
    );
    let double = double(with_pull_request(HELLO, &[(STANDARD, &before)], &[]));
    assert_snapshot!(all(&Job::pull_request(after).on(&double).with("INPUT_EVIDENCE", "offline")));
}

#[test]
fn a_pull_request_that_steps_down_and_says_so() {
    let double = double(with_pull_request(HELLO, &[(STANDARD, &met())], &[]));
    let after = whole(
        "answers: {mfa: unmet}\nwithdrawals: [{date: 2026-11-20, at: answers.mfa, reason: The provider went away}]\n",
    );
    assert_snapshot!(all(&Job::pull_request(after).on(&double)));
}

#[test]
fn a_group_of_a_merge_queue() {
    let event = payload("merge_group");
    let base = event["merge_group"]["base_sha"].as_str().unwrap();
    let head = event["merge_group"]["head_sha"].as_str().unwrap().to_owned();
    let first = Repository::new("octo-org/octo-repo", &[]);
    let root = first.first();
    let before = whole("answers: {mfa: unmet}\n");
    let double =
        double(first.with_commit(base, &[root], &[(STANDARD, &before)]).with_commit(&head, &[], &[]));
    assert_snapshot!(all(&Job::new("merge_group", &event, &head, changed(met())).on(&double)));
}

#[test]
fn a_push_of_a_new_branch() {
    let event = payload("push");
    let after = event["after"].as_str().unwrap().to_owned();
    let job =
        Job::new("push", &event, &after, changed(whole("reviewed: 2025-01-01\nanswers: {mfa: unmet}\n")));
    assert_snapshot!(all(&job));
}

#[test]
fn a_baseline_that_cannot_be_had() {
    let double = double(Repository::new(HELLO, &[]));
    assert_snapshot!(all(&Job::pull_request(met()).on(&double).with("INPUT_BASELINE-REF", NEWER)));
}
