//! A baseline that cannot be had is never a pass, and never taken for none.

use super::{
    HEAD, HELLO, Job, MERGE, NEWER, STANDARD, changed, double, met, payload, unmet, with_pull_request,
};
use crate::world::github::{Double, Fault, Repository};

fn repository() -> Repository {
    with_pull_request(HELLO, &[(STANDARD, &met())], &[])
}

/// Ends with 5, and everybody who looks is told.
fn assert_unfinished(job: &Job, why: &str) {
    let ended = job.run();
    assert_eq!(ended.code(), 5, "{why}: {ended:?}");
    let first = ended.run.stdout.lines().next().unwrap();
    let title = "::error title=package-repo-security::the baseline cannot be had: ";
    assert!(first.starts_with(title) && first.contains(why), "{why}: {first}");
    assert!(ended.summary.starts_with("**Failed:** the check could not finish."), "{ended:?}");
    assert!(!ended.outputs.contains_key("regressed"), "nothing is known: {ended:?}");
    assert!(!ended.run.stdout.contains("::stop-commands::"), "no report: {ended:?}");
}

/// Faults for both tries of a request.
fn twice(fault: &Fault) -> Vec<Fault> {
    vec![fault.clone(), fault.clone()]
}

fn answer(status: u16, headers: Vec<(&'static str, String)>, message: &str) -> Fault {
    Fault::Answer(status, headers, format!("{{\"message\": \"{message}\"}}"))
}

#[test]
fn no_answer_of_the_api_is_taken_for_no_declaration() {
    let limited = vec![("retry-after", "3600".to_owned()), ("x-ratelimit-remaining", "0".to_owned())];
    let faults = [
        (answer(404, vec![], "Not Found"), "404"),
        (answer(403, vec![], "Resource not accessible by integration"), "403"),
        (answer(403, limited.clone(), "API rate limit exceeded"), "asked too often"),
        (answer(429, limited, "slow down"), "asked too often"),
        (answer(401, vec![], "Bad credentials"), "does not accept the token"),
        (answer(451, vec![], "blocked"), "451"),
        (answer(500, vec![], "oops"), "500"),
        (answer(503, vec![], "oops"), "503"),
        (Fault::Answer(200, vec![], "<html>".to_owned()), ""),
        (Fault::Answer(200, vec![], "{}".to_owned()), ""),
        (Fault::Reset, "Run the job again"),
    ];
    for (fault, why) in faults {
        // The first request is for the commit; the second one, two requests later, for the file.
        for before in [0, 1] {
            let double = double(repository());
            double.break_next(std::iter::repeat_n(Fault::None, before).chain(twice(&fault)));
            if before == 1 && why == "404" {
                // A file that is not there at a commit that is: that, and only that, is new.
                continue;
            }
            assert_unfinished(&Job::pull_request(unmet()).on(&double), why);
        }
    }
}

#[test]
fn nobody_to_ask_is_no_pass() {
    let api = double(repository()).api.clone();
    let job = Job::pull_request(unmet()).with("GITHUB_API_URL", &api).with("GITHUB_SERVER_URL", &api);
    assert_unfinished(&job, "Run the job again");
}

#[test]
fn a_commit_that_is_not_there_is_no_pass() {
    let gone: Double = double(Repository::new(HELLO, &[]));
    assert_unfinished(&Job::pull_request(unmet()).on(&gone), "no such commit");
    let mut push = payload("push");
    push["before"] = NEWER.into();
    let after = push["after"].as_str().unwrap().to_owned();
    assert_unfinished(&Job::new("push", &push, &after, changed(unmet())).on(&gone), "no such commit");
    let queue = payload("merge_group");
    let head = queue["merge_group"]["head_sha"].as_str().unwrap().to_owned();
    let elsewhere = Job::new("merge_group", &queue, &head, changed(unmet())).on(&gone);
    assert_unfinished(&elsewhere, "");
    let named = Job::pull_request(unmet()).on(&gone).with("INPUT_BASELINE-REF", "no/such");
    assert_unfinished(&named, "");
}

#[test]
fn a_private_repository_without_a_token_is_no_pass() {
    let mut repository = repository();
    repository.is_private = true;
    let double = double(repository);
    assert_unfinished(&Job::pull_request(unmet()).on(&double).without("INPUT_TOKEN"), "cannot be seen");
    assert_eq!(Job::pull_request(met()).on(&double).run().code(), 0);
}

#[test]
fn a_base_that_is_no_declaration_is_no_pass() {
    for text in
        ["{", "fatal: not a git repository", "- a\n- b\n", "version https://git-lfs.github.com/spec/v1\n"]
    {
        let double = double(with_pull_request(HELLO, &[(STANDARD, text)], &[]));
        assert_unfinished(&Job::pull_request(unmet()).on(&double), "cannot use");
    }
    let large = format!("version: 1\n# {}", "x".repeat(3_000_000));
    let double = double(with_pull_request(HELLO, &[(STANDARD, &large)], &[]));
    assert_unfinished(&Job::pull_request(unmet()).on(&double), "cannot use");
}

#[test]
fn a_tree_that_is_not_the_change_is_no_pass() {
    let double = double(repository());
    for (event, sha, checked_out, why) in [
        ("pull_request", MERGE, NEWER, "is checked out"),
        ("pull_request_target", NEWER, NEWER, "the base is checked out"),
        ("merge_group", HEAD, NEWER, "is checked out"),
    ] {
        let payload = payload(event.trim_end_matches("_target"));
        let job = Job::new(event, &payload, checked_out, changed(met())).on(&double).with("GITHUB_SHA", sha);
        assert_unfinished(&job, why);
    }
}

#[test]
fn a_payload_that_is_not_what_github_sends_is_no_pass() {
    for (event, text) in [
        ("pull_request", "{}"),
        ("push", "{}"),
        ("merge_group", "{}"),
        ("pull_request", "<html>"),
        ("push", ""),
    ] {
        let job = Job::new(event, &serde_json::json!({}), MERGE, changed(met()));
        std::fs::write(job.tree.path(".git/event.json"), text).unwrap();
        let ended = job.run();
        assert_eq!(ended.code(), 5, "{event} {text}: {ended:?}");
        assert!(
            ended.run.stdout.starts_with("::error title=package-repo-security::the payload of the event")
        );
    }
    let job = Job::pull_request(met());
    std::fs::remove_file(job.tree.path(".git/event.json")).unwrap();
    assert_eq!(job.run().code(), 5);
}
