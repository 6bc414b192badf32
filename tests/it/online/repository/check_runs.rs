//! A check run with all of its annotations.

use super::support::{asked, index, open, status, world};
use crate::world::github::Fault;
use package_repo_security::online::repository::{
    Annotation, AnnotationLevel, ApiError, CheckRun, Conclusion,
};

fn run(annotations: usize) -> CheckRun {
    let annotation = |number: usize| Annotation {
        path: ".package-repo-security.yml".to_owned(),
        start_line: number,
        end_line: number,
        start_column: Some(3),
        end_column: Some(9),
        level: [AnnotationLevel::Notice, AnnotationLevel::Warning, AnnotationLevel::Failure][number % 3],
        message: format!("finding {number}"),
        title: "level-fell".to_owned(),
    };
    CheckRun {
        name: "package-repo-security".to_owned(),
        head_sha: index().first(),
        conclusion: Conclusion::Failure,
        title: "1 error".to_owned(),
        summary: "# Levels".to_owned(),
        annotations: (1..=annotations).map(annotation).collect(),
    }
}

#[test]
fn all_annotations_are_there_once_and_in_order_fifty_a_request() {
    for (count, requests) in [(0, 1), (1, 1), (50, 1), (51, 2), (120, 3)] {
        let world = world();
        open(&world).report_check_run(&run(count)).unwrap();
        let hub = world.double.hub();
        let [made] = hub.repository("acme/index").check_runs.as_slice() else { panic!("one check run") };
        let lines: Vec<u64> = made.annotations.iter().map(|it| it["start_line"].as_u64().unwrap()).collect();
        assert_eq!(lines, (1..=count as u64).collect::<Vec<_>>(), "{count}");
        assert_eq!(made.conclusion, "failure");
        assert_eq!((made.title.as_str(), made.summary.as_str()), ("1 error", "# Levels"));
        let asked = asked(&world);
        assert_eq!(asked.len(), requests, "{count}");
        assert_eq!(asked[0], "POST /check-runs");
        assert!(asked[1..].iter().all(|it| *it == format!("PATCH /check-runs/{}", made.id)), "{asked:?}");
    }
}

#[test]
fn it_is_completed_by_its_first_request() {
    let world = world();
    world.double.break_next([Fault::None, status(502, "Bad Gateway")]);
    let error = open(&world).report_check_run(&run(51)).unwrap_err();
    assert!(matches!(error, ApiError::Unreachable { .. }), "{error:?}");
    let hub = world.double.hub();
    let made = &hub.repository("acme/index").check_runs[0];
    assert_eq!((made.conclusion.as_str(), made.annotations.len()), ("failure", 50));
}

#[test]
fn texts_are_cut_to_what_github_takes() {
    let world = world();
    let mut run = run(1);
    run.summary = "é".repeat(60_000);
    run.annotations[0].message = "é".repeat(60_000);
    run.annotations[0].title = "é".repeat(600);
    (run.annotations[0].start_line, run.annotations[0].end_line) = (2, 4);
    open(&world).report_check_run(&run).unwrap();
    let hub = world.double.hub();
    let made = &hub.repository("acme/index").check_runs[0];
    assert_eq!(made.summary.len(), 65_534);
    assert_eq!(made.annotations[0]["message"].as_str().unwrap().len(), 65_536);
    assert!(made.annotations[0].get("start_column").is_none());
}

#[test]
fn a_request_whose_answer_was_lost_is_not_made_again() {
    for fault in [Fault::Lost, Fault::Silence, status(500, "Oops"), status(503, "Later")] {
        let mut world = world();
        world.limits.request = std::time::Duration::from_millis(500);
        world.double.break_next([fault.clone()]);
        let error = open(&world).report_check_run(&run(1)).unwrap_err();
        assert!(matches!(error, ApiError::Unreachable { .. }), "{fault:?}: {error:?}");
        assert_eq!(asked(&world).len(), 1, "{fault:?}");
    }
}

#[test]
fn a_commit_that_is_not_there_is_said_in_githubs_words() {
    let world = world();
    let mut run = run(0);
    run.head_sha = "0".repeat(40);
    let error = open(&world).report_check_run(&run).unwrap_err();
    assert!(matches!(error, ApiError::Refused { status: 422, .. }), "{error:?}");
    assert!(error.to_string().contains("No commit found for SHA"), "{error}");
}
