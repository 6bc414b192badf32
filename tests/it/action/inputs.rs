//! Inputs: what a workflow asks for, and what is said where it cannot be had.

use super::{HELLO, Job, STANDARD, changed, double, met, unmet, with_pull_request};
use crate::support::Run;

#[test]
fn all_that_is_wrong_with_the_inputs_is_said_in_one_run() {
    let job = Job::pull_request(met()).with("INPUT_FAIL-ON", "notice").with("INPUT_STRICT", "yes");
    let ended = job.with("INPUT_OUTPUT", "sarif").run();
    assert_eq!(ended.code(), 2, "{ended:?}");
    for name in ["fail-on", "strict", "output"] {
        assert!(ended.run.stdout.contains(&format!("input `{name}` cannot ")), "{name}: {ended:?}");
    }
    assert!(ended.summary.starts_with("**Failed:** the inputs of the Action cannot be used.\n\n- `"));
}

#[test]
fn outside_of_a_runner_it_says_what_to_use_instead() {
    let run = Run::of(changed(met()).command(&["action"]));
    assert_eq!(run.code, 2);
    assert!(
        run.stdout
            .contains("is not set: `action` runs as a step of GitHub Actions; anywhere else use `check`")
    );
}

#[test]
fn reports_and_the_badge_go_where_the_workflow_says() {
    let double = double(with_pull_request(HELLO, &[(STANDARD, &met())], &[]));
    let job = Job::pull_request(met()).on(&double);
    let job = job.with("INPUT_OUTPUT", "json=report.json\nsarif=a.sarif\n").with("INPUT_BADGE", "badge.svg");
    let ended = job.run();
    assert_eq!(ended.code(), 0, "{ended:?}");
    for (name, file) in [("report", "report.json"), ("sarif", "a.sarif"), ("badge", "badge.svg")] {
        assert_eq!(ended.output(name), file);
        assert!(!job.tree.read(file).is_empty());
    }
    let report: serde_json::Value = serde_json::from_str(&job.tree.read("report.json")).unwrap();
    assert!(report["baseline"]["source"].as_str().unwrap().contains("first parent of the merge commit"));
}

#[cfg(unix)]
#[test]
fn no_report_leaves_the_workspace_by_a_link_of_the_change() {
    let double = double(with_pull_request(HELLO, &[(STANDARD, &met())], &[]));
    let job = Job::pull_request(met()).on(&double).with("INPUT_OUTPUT", "json=out/report.json");
    let elsewhere = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(elsewhere.path(), job.tree.path("out")).unwrap();
    let ended = job.run();
    assert_eq!(ended.code(), 5, "{ended:?}");
    assert!(ended.run.stdout.contains("is a symbolic link"), "{ended:?}");
    assert_eq!(std::fs::read_dir(elsewhere.path()).unwrap().count(), 0);
}

#[cfg(unix)]
#[test]
fn a_directory_that_a_change_made_a_link_is_not_followed() {
    let declaration = format!("registry/{STANDARD}");
    let double = double(with_pull_request(HELLO, &[(&declaration, &met())], &[]));
    let job = Job::pull_request(met()).on(&double).with("INPUT_DIRECTORY", "registry");
    std::os::unix::fs::symlink(".", job.tree.path("registry")).unwrap();
    let ended = job.run();
    assert_eq!(ended.code(), 5, "{ended:?}");
    assert!(ended.run.stdout.contains("cannot take `registry` for the repository: it is a symbolic link"));
}

#[test]
fn annotations_and_summary_can_be_left_out() {
    let double = double(with_pull_request(HELLO, &[(STANDARD, &met())], &[]));
    let job = Job::pull_request(unmet()).on(&double).with("INPUT_ANNOTATIONS", "false");
    let ended = job.with("INPUT_SUMMARY", "false").run();
    assert_eq!(ended.code(), 4);
    assert!(ended.run.stdout.starts_with("::stop-commands::WORD\n"), "{}", ended.run.stdout);
    assert_eq!(ended.summary, "");
}

#[test]
fn nothing_that_a_workflow_says_lets_a_regression_pass() {
    let double = double(with_pull_request(HELLO, &[(STANDARD, &met())], &[]));
    for (name, value) in [
        ("INPUT_FAIL-ON", "never"),
        ("INPUT_SCOPE", "audit"),
        ("INPUT_EVIDENCE", "offline"),
        ("INPUT_EVIDENCE", "online"),
        ("INPUT_ANNOTATIONS", "false"),
    ] {
        assert_eq!(
            Job::pull_request(unmet()).on(&double).with(name, value).run().code(),
            4,
            "{name}: {value}"
        );
    }
}

#[test]
fn a_token_in_the_environment_serves_where_no_input_has_one() {
    let mut repository = with_pull_request(HELLO, &[(STANDARD, &met())], &[]);
    repository.is_private = true;
    let double = double(repository);
    let job = Job::pull_request(met()).on(&double).without("INPUT_TOKEN");
    assert_eq!(job.with("GITHUB_TOKEN", super::TOKEN).run().code(), 0);
}

#[test]
fn an_earlier_step_that_left_a_line_open_costs_no_output() {
    let double = double(with_pull_request(HELLO, &[(STANDARD, &met())], &[]));
    let job = Job::pull_request(met()).on(&double);
    std::fs::write(job.tree.path(".git/output"), "mine=1").unwrap();
    let ended = job.run();
    assert_eq!((ended.output("mine"), ended.output("exit-code")), ("1", "0"));
}
