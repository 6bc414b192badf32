//! Check run, comment, publication: only what was asked for, only from where it may be, and never the verdict.

use super::{
    HEAD, HELLO, Job, MERGE, NEWER, STANDARD, changed, double, met, payload, unmet, with_pull_request,
};
use crate::world::github::{Double, Recorded};
use serde_json::{Value, json};

fn writes(double: &Double) -> Vec<Recorded> {
    double.api_requests().into_iter().filter(|it| it.method != "GET" && it.path != "/graphql").collect()
}

fn make_read_only(double: &Double) {
    double.change(|hub| {
        hub.readers.insert(super::TOKEN.to_owned());
    });
}

fn on_default_branch(declaration: &str) -> Job {
    let event = json!({"schedule": "17 5 * * 1"});
    Job::new("schedule", &event, NEWER, changed(declaration)).with("GITHUB_REF", "refs/heads/master")
}

#[test]
fn nothing_is_written_unless_it_was_asked_for() {
    let double = double(with_pull_request(HELLO, &[(STANDARD, &met())], &[]));
    assert_eq!(Job::pull_request(unmet()).on(&double).run().code(), 4);
    assert_eq!(on_default_branch(&met()).on(&double).run().code(), 0);
    assert!(writes(&double).is_empty(), "{:?}", writes(&double));
}

#[test]
fn a_check_run_says_the_verdict_at_the_head_of_the_change() {
    let double = double(with_pull_request(HELLO, &[(STANDARD, &met())], &[]));
    assert_eq!(Job::pull_request(unmet()).on(&double).with("INPUT_CHECK-RUN", "true").run().code(), 4);
    let writes = writes(&double);
    let body: Value = serde_json::from_str(&writes[0].body).unwrap();
    assert_eq!((body["head_sha"].as_str(), body["conclusion"].as_str()), (Some(HEAD), Some("failure")));
    assert_eq!(body["name"], "Package repository security levels");
    assert!(
        body["output"]["summary"].as_str().unwrap().starts_with("**Failed:** the declaration stepped down")
    );
    assert_eq!(body["output"]["annotations"], json!([]), "the log has room for all of them");
}

#[test]
fn a_check_run_has_the_annotations_that_the_log_has_no_room_for() {
    let unknown: String = (0..130).map(|number| format!("key{number:03}: 1\n")).collect();
    let double = double(with_pull_request(HELLO, &[(STANDARD, &met())], &[]));
    for (annotations, expected) in [("true", 121), ("false", 130)] {
        let before = writes(&double).len();
        let job =
            Job::pull_request(format!("{}{unknown}", met())).on(&double).with("INPUT_CHECK-RUN", "true");
        let ended = job.with("INPUT_ANNOTATIONS", annotations).run();
        assert_eq!(ended.code(), 1, "{ended:?}");
        let mut sent = 0;
        for write in &writes(&double)[before..] {
            let body: Value = serde_json::from_str(&write.body).unwrap();
            let batch = body["output"]["annotations"].as_array().unwrap();
            assert!(batch.len() <= 50);
            assert!(batch.iter().all(|it| it["path"] == STANDARD && it["annotation_level"] == "failure"));
            sent += batch.len();
        }
        assert_eq!(sent, expected);
        let shown = ended.run.stdout.lines().filter(|line| line.starts_with("::error ")).count();
        assert_eq!(shown, if annotations == "true" { 10 } else { 0 });
    }
}

#[test]
fn a_comment_is_written_once_and_kept_up_to_date() {
    let double = double(with_pull_request(HELLO, &[(STANDARD, &met())], &[]));
    let bodies = || -> Vec<String> {
        writes(&double)
            .iter()
            .map(|it| {
                let body: Value = serde_json::from_str(&it.body).unwrap();
                format!("{} {}", it.method, body["body"].as_str().unwrap())
            })
            .collect()
    };
    let run =
        |declaration: String| Job::pull_request(declaration).on(&double).with("INPUT_COMMENT", "true").run();
    assert_eq!(run(unmet()).code(), 4);
    assert!(
        bodies()[0].starts_with("POST <!-- package-repo-security comment -->\n**Failed:**"),
        "{:?}",
        bodies()
    );
    assert_eq!(run(unmet()).code(), 4);
    assert_eq!(bodies().len(), 1, "the same again is no edit");
    assert_eq!(run(met()).code(), 0);
    assert_eq!(bodies().len(), 2);
    assert!(bodies()[1].starts_with("PATCH <!-- package-repo-security comment -->\n**Passed.**"));
}

#[test]
fn badge_and_report_are_published_from_the_default_branch_only() {
    let double = double(with_pull_request(HELLO, &[(STANDARD, &met())], &[]));
    let publish = |job: Job| job.on(&double).with("INPUT_PUBLISH", "true").run();
    let change = publish(Job::pull_request(met()));
    assert!(change.run.stderr.contains("not published: a change that is not merged publishes nothing"));
    let target = Job::new("pull_request_target", &payload("pull_request"), HEAD, changed(met()));
    publish(target.with("GITHUB_SHA", NEWER).with("GITHUB_REF", "refs/heads/master"));
    let mut push = payload("push");
    push["ref"] = "refs/heads/other".into();
    publish(Job::new("push", &push, HEAD, changed(met())).with("GITHUB_REF", "refs/heads/other"));
    assert!(writes(&double).is_empty(), "{:?}", writes(&double));
    let first = publish(on_default_branch(&met()));
    assert_eq!((first.code(), first.run.stderr.as_str()), (0, ""), "{first:?}");
    let made: Vec<String> = writes(&double).iter().map(|it| format!("{} {}", it.method, it.path)).collect();
    let at = format!("/repos/{HELLO}/git");
    assert_eq!(made, ["trees", "commits", "refs"].map(|what| format!("POST {at}/{what}")));
    let tree: Value = serde_json::from_str(&writes(&double)[0].body).unwrap();
    let files: Vec<&str> =
        tree["tree"].as_array().unwrap().iter().map(|it| it["path"].as_str().unwrap()).collect();
    assert_eq!(files, ["badge.json", "badge.svg", "report.json", "report.html", "report.md"]);
    publish(on_default_branch(&met()));
    let commits = writes(&double).iter().filter(|it| it.path.ends_with("/commits")).count();
    assert_eq!(commits, 1, "the same bytes are no commit");
    publish(on_default_branch(&unmet()));
    assert!(writes(&double).last().unwrap().path.ends_with("/git/refs/heads/badges"));
}

#[test]
fn a_token_that_may_not_write_is_one_warning_and_changes_no_verdict() {
    for (declaration, code) in [(met(), 0), (unmet(), 4)] {
        let double = double(with_pull_request(HELLO, &[(STANDARD, &met())], &[]));
        make_read_only(&double);
        let job = Job::pull_request(declaration).on(&double).with("INPUT_CHECK-RUN", "true");
        let ended = job.with("INPUT_COMMENT", "true").run();
        assert_eq!(ended.code(), code, "{ended:?}");
        let remark = "::warning title=package-repo-security::";
        let warnings: Vec<&str> =
            ended.run.stdout.lines().filter_map(|line| line.strip_prefix(remark)).collect();
        assert_eq!(warnings.len(), 1, "{warnings:?}");
        for word in
            ["no check run was made", "got no comment", "`checks: write`", "`pull-requests: write`", "fork"]
        {
            assert!(warnings[0].contains(word), "{word}: {warnings:?}");
        }
    }
    let double = double(with_pull_request(HELLO, &[(STANDARD, &met())], &[]));
    make_read_only(&double);
    let ended = on_default_branch(&met()).on(&double).with("INPUT_PUBLISH", "true").run();
    assert_eq!(ended.code(), 0);
    assert!(ended.run.stdout.contains("::badge and report were not published: could not "), "{ended:?}");
    assert!(ended.run.stdout.contains("`contents: write`"));
}

#[test]
fn without_a_token_nothing_is_written_and_nothing_else_changes() {
    let double = double(with_pull_request(HELLO, &[(STANDARD, &met())], &[]));
    let job = Job::new("pull_request", &payload("pull_request"), MERGE, changed(unmet())).on(&double);
    let ended = job.without("INPUT_TOKEN").with("INPUT_COMMENT", "true").run();
    assert_eq!(ended.code(), 4);
    assert!(ended.run.stdout.contains("the pull request got no comment: could not "), "{ended:?}");
    assert!(writes(&double).is_empty());
}
