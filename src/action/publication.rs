//! What is published on the branch of badges, and from which runs.

use super::base::CheckedOut;
use super::event::{Event, What};
use super::runner::Runner;
use crate::badge::{self, Badge};
use crate::render::{Report, json, markdown};
use crate::report as page;

/// Why a run may not publish: what it looked at is not what the default branch says.
///
/// # Errors
/// The reason, for people.
pub fn allowed(event: &Event, runner: &Runner, checked_out: &CheckedOut) -> Result<(), &'static str> {
    if matches!(event.what, What::PullRequest(_) | What::MergeGroup { .. }) {
        return Err("a change that is not merged publishes nothing");
    }
    match checked_out {
        CheckedOut::Commit(found) if !found.eq_ignore_ascii_case(&runner.commit) => {
            return Err("another commit than that of the event is checked out");
        }
        CheckedOut::Unknown => return Err("it cannot be told which commit is checked out"),
        CheckedOut::Commit(_) | CheckedOut::NoClone => {}
    }
    let branch = runner.reference.strip_prefix("refs/heads/");
    // A schedule runs on the default branch, and its payload may not name it.
    let is_default =
        runner.event == "schedule" || branch.is_some() && branch == event.default_branch.as_deref();
    if is_default { Ok(()) } else { Err("only the default branch is published") }
}

/// The files: badge as SVG and for shields.io, report for people and for programs, and the page where there are levels to show.
#[must_use]
pub fn files(report: &Report<'_>, badge: &Badge) -> Vec<(String, String)> {
    let named = |name: &str, text: String| (name.to_owned(), text);
    let mut files = vec![
        named("badge.json", badge::endpoint(badge)),
        named("badge.svg", badge::svg(badge)),
        named("report.json", json::json(report)),
    ];
    if report.assessment.is_some() {
        files.push(named("report.html", page::render(page::Format::Html, report)));
        files.push(named("report.md", page::render(page::Format::Markdown, report)));
    } else {
        // What is wrong, where there is nothing to show.
        files.push(named("report.md", markdown::markdown(report)));
    }
    files
}

/// The message of the commit.
#[must_use]
pub fn message(runner: &Runner) -> String {
    format!("Badge and report of {}", runner.commit)
}

#[cfg(test)]
mod tests {
    use super::allowed;
    use crate::action::base::CheckedOut;
    use crate::action::event::{Event, PullRequest, What};
    use crate::action::runner::Runner;

    const SHA: &str = "ec26c3e57ca3a959ca5aad62de7213c562f8c821";
    const OTHER: &str = "f95f852bd8fca8fcc58a9a2d6c842781e32a215e";

    fn may(event: &str, what: What, reference: &str, checked_out: Option<&str>) -> bool {
        let runner = Runner {
            event: event.to_owned(),
            payload: "event.json".into(),
            commit: SHA.to_owned(),
            reference: reference.to_owned(),
            repository: "a/b".parse().unwrap(),
            workspace: ".".into(),
            outputs: None,
            summary: None,
        };
        let default_branch = (event != "schedule").then(|| "main".to_owned());
        let checked_out = match checked_out {
            Some("?") => CheckedOut::Unknown,
            Some(id) => CheckedOut::Commit(id.to_owned()),
            None => CheckedOut::NoClone,
        };
        allowed(&Event { what, default_branch }, &runner, &checked_out).is_ok()
    }

    #[test]
    fn only_the_default_branch_is_published() {
        let push = || What::Push { branch: "main".into(), before: None };
        assert!(may("push", push(), "refs/heads/main", Some(SHA)));
        assert!(may("push", push(), "refs/heads/main", None));
        assert!(may("workflow_dispatch", What::Other, "refs/heads/main", Some(SHA)));
        assert!(may("schedule", What::Other, "refs/heads/main", Some(SHA)));
        assert!(!may("push", push(), "refs/heads/other", Some(SHA)));
        assert!(!may("push", What::Other, "refs/tags/main", Some(SHA)));
        assert!(!may("push", push(), "refs/heads/main", Some(OTHER)));
        assert!(!may("push", push(), "refs/heads/main", Some("?")), "it cannot be told");
        assert!(!may("workflow_run", What::Other, "refs/heads/main", Some(OTHER)));
        assert!(!may("workflow_dispatch", What::Other, "refs/heads/other", None));
    }

    #[test]
    fn a_change_publishes_nothing_whatever_it_says() {
        let it =
            PullRequest { number: 1, base: SHA.into(), head: SHA.into(), is_fork: false, is_target: true };
        for what in [What::PullRequest(it), What::MergeGroup { base: OTHER.into() }] {
            assert!(!may("pull_request_target", what, "refs/heads/main", Some(SHA)));
        }
    }
}
