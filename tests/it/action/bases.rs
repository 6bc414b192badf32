//! Which commit a change is held against, told by real payloads.

use super::{
    HEAD, HELLO, Job, MERGE, NEWER, STALE, STANDARD, changed, double, met, payload, unmet, with_pull_request,
};
use crate::world::github::Repository;

const QUEUE: &str = "octo-org/octo-repo";
const ZEROS: &str = "0000000000000000000000000000000000000000";

#[test]
fn a_pull_request_is_held_against_the_first_parent_of_its_merge_commit() {
    // What the base was has no declaration; what it is has one. A stale base would call this one new.
    let double = double(with_pull_request(HELLO, &[(STANDARD, &met())], &[]));
    let ended = Job::pull_request(unmet()).on(&double).run();
    assert_eq!((ended.code(), ended.output("baseline")), (4, NEWER), "{ended:?}");
    assert_eq!(ended.output("regressed"), "true");
    let said = format!("{STANDARD} at {NEWER} (first parent of the merge commit)");
    assert!(ended.summary.contains(&said) && ended.run.stdout.contains("answer-left-met"), "{ended:?}");
    let honest = Job::pull_request(met()).on(&double).run();
    assert_eq!((honest.code(), honest.output("regressed")), (0, "false"), "{honest:?}");
}

#[test]
fn where_the_head_itself_is_checked_out_the_merge_base_counts() {
    // The base was loosened since: the change is not to blame for what it never saw.
    let repository = with_pull_request(HELLO, &[(STANDARD, &unmet())], &[]);
    let root = repository.first();
    let double = double(repository.with_commit(STALE, &[root], &[(STANDARD, &met())]));
    for event in ["pull_request", "pull_request_target", "pull_request_review"] {
        let job = Job::new(event, &payload("pull_request"), HEAD, changed(unmet())).on(&double);
        let ended = job.with("GITHUB_SHA", if event == "pull_request_target" { NEWER } else { MERGE }).run();
        assert_eq!((ended.code(), ended.output("baseline")), (4, STALE), "{event}: {ended:?}");
        assert!(ended.summary.contains("(merge base: the head of the change is checked out"), "{ended:?}");
    }
}

#[test]
fn a_merge_queue_says_what_a_group_is_put_on() {
    let event = payload("merge_group");
    let base = event["merge_group"]["base_sha"].as_str().unwrap();
    let head = event["merge_group"]["head_sha"].as_str().unwrap();
    let first = Repository::new(QUEUE, &[]);
    let root = first.first();
    let double = double(first.with_commit(base, &[root], &[(STANDARD, &met())]).with_commit(head, &[], &[]));
    let ended = Job::new("merge_group", &event, head, changed(unmet())).on(&double).run();
    assert_eq!((ended.code(), ended.output("baseline")), (4, base), "{ended:?}");
}

#[test]
fn a_push_is_held_against_what_the_branch_was() {
    let mut event = payload("push");
    let after = event["after"].as_str().unwrap().to_owned();
    let first = Repository::new(HELLO, &[]);
    let root = first.first();
    let first = first.with_commit(STALE, &[root], &[(STANDARD, &met())]);
    let double = double(first.with_commit(&after, &[STALE.to_owned()], &[]));
    // As it was sent, the branch is new: there is nothing before it, and nobody is asked for anything.
    let new = Job::new("push", &event, &after, changed(unmet())).on(&double).run();
    assert_eq!((new.code(), new.output("baseline")), (0, ""), "{new:?}");
    assert_eq!(event["before"], ZEROS);
    assert!(double.recorded().is_empty(), "{:?}", double.recorded());
    event["before"] = STALE.into();
    let moved = Job::new("push", &event, &after, changed(unmet())).on(&double).run();
    assert_eq!((moved.code(), moved.output("baseline")), (4, STALE), "{moved:?}");
    assert!(moved.summary.contains("(before the change)"));
}

#[test]
fn what_changes_nothing_is_held_against_nothing() {
    let double = double(Repository::new(QUEUE, &[]));
    let dispatch = payload("workflow_dispatch");
    let schedule = serde_json::json!({"schedule": "17 5 * * 1"});
    for (event, payload) in [("workflow_dispatch", &dispatch), ("schedule", &schedule)] {
        let ended = Job::new(event, payload, HEAD, changed(unmet())).on(&double).run();
        assert_eq!((ended.code(), ended.output("baseline")), (0, ""), "{event}: {ended:?}");
        assert!(!ended.summary.contains("Compared with"), "{ended:?}");
    }
    assert!(double.recorded().is_empty());
}

#[test]
fn a_base_without_a_declaration_is_new_and_passes() {
    let double = double(with_pull_request(HELLO, &[("other.yml", "x: 1\n")], &[]));
    let ended = Job::pull_request(unmet()).on(&double).run();
    assert_eq!((ended.code(), ended.output("baseline"), ended.output("regressed")), (0, NEWER, "false"));
    assert!(ended.summary.contains("It has no declaration: this one is new."), "{}", ended.summary);
}

#[test]
fn the_declaration_is_found_where_the_base_had_it() {
    let double = double(with_pull_request(HELLO, &[(".github/.package-repo-security.yml", &met())], &[]));
    let ended = Job::pull_request(unmet()).on(&double).run();
    assert_eq!(ended.code(), 4, "{ended:?}");
    assert!(ended.run.stdout.contains("declaration-moved"), "{ended:?}");
}

#[test]
fn a_declaration_in_a_folder_is_held_against_the_one_in_that_folder() {
    let declaration = format!("registry/{STANDARD}");
    let double = double(with_pull_request(HELLO, &[(STANDARD, &unmet()), (&declaration, &met())], &[]));
    let tree =
        crate::support::Tree::new().file(&declaration, unmet()).file("registry/docs/help.md", "# Help\n");
    let job = Job::new("pull_request", &payload("pull_request"), MERGE, tree).on(&double);
    let ended = job.with("INPUT_DIRECTORY", "registry").run();
    assert_eq!(ended.code(), 4, "{ended:?}");
    let annotation = ended.run.stdout.lines().next().unwrap();
    assert!(annotation.contains(&format!("file={declaration},")), "{annotation}");
}

#[test]
fn a_named_declaration_and_a_named_revision_are_taken() {
    let first = with_pull_request(HELLO, &[("security.yml", &met())], &[]);
    let double = double(first.with_tag("v1", NEWER, true));
    for name in ["v1", "master", NEWER] {
        let tree = crate::support::Tree::new();
        let tree = tree.file("security.yml", unmet()).file("docs/help.md", "# Help\n");
        let job = Job::new("schedule", &serde_json::json!({}), HEAD, tree).on(&double);
        let ended = job.with("INPUT_DECLARATION", "security.yml").with("INPUT_BASELINE-REF", name).run();
        assert_eq!((ended.code(), ended.output("baseline")), (4, NEWER), "{name}: {ended:?}");
    }
}

#[test]
fn baseline_none_is_asked_for_and_said() {
    let double = double(with_pull_request(HELLO, &[(STANDARD, &met())], &[]));
    let ended = Job::pull_request(unmet()).on(&double).with("INPUT_BASELINE", "none").run();
    assert_eq!((ended.code(), ended.output("baseline")), (0, ""), "{ended:?}");
    assert!(double.recorded().is_empty());
}

#[test]
fn the_base_is_had_without_a_token_where_it_is_public() {
    let double = double(with_pull_request(HELLO, &[(STANDARD, &met())], &[]));
    let ended = Job::pull_request(unmet()).on(&double).without("INPUT_TOKEN").run();
    assert_eq!((ended.code(), ended.output("baseline")), (4, NEWER), "{ended:?}");
    assert!(double.recorded().iter().all(|it| it.header("authorization").is_none()));
}

#[test]
fn a_github_enterprise_server_is_asked_where_the_runner_says() {
    let double = double(with_pull_request(HELLO, &[(STANDARD, &met())], &[]));
    let api = format!("{}/api/v3", double.api);
    let ended = Job::pull_request(unmet()).on(&double).with("GITHUB_API_URL", &api).run();
    assert_eq!(ended.code(), 4, "{ended:?}");
    assert!(double.api_requests().iter().all(|it| it.path.starts_with("/api/v3/repos/Codertocat/")));
}
