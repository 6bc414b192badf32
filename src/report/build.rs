//! A report of a check → the page.

mod drawn;
mod errors;
mod requirements;
mod track;

use self::errors::Errors;
use super::mark::Mark;
use super::model::{Page, Preview, Track};
use super::progress::Progress;
use super::roadmap::gaps;
use crate::assessment::Assessment;
use crate::evidence::Outcome;
use crate::render::{Mode, Report};

/// In the order in which they are said: what was seen, what could not be, what is otherwise.
const TALLY: [Outcome; 5] =
    [Outcome::Matched, Outcome::Found, Outcome::Unreachable, Outcome::Contradicted, Outcome::Unchecked];

impl<'a> Page<'a> {
    /// The page of a report.
    #[must_use]
    pub fn new(report: &'a Report<'a>) -> Self {
        let registry = report.declaration.map(|it| &it.registry);
        let errors = Errors::of(report);
        let mut tracks: Vec<_> = report
            .assessment
            .map_or(&[] as &[_], |it| &it.tracks)
            .iter()
            .filter_map(|track| track::track(report, &errors, track))
            .collect();
        let gaps = gaps(report, &tracks);
        let remarks = remarks(report, &tracks);
        let progress = report.baseline.map(|it| Progress::new(report, it, &tracks));
        tracks.iter_mut().for_each(drawn::cut);
        Self {
            name: registry.and_then(|it| it.name.as_deref()),
            url: registry.and_then(|it| it.url.as_deref()),
            contact: report.declaration.and_then(|it| it.contact.as_deref()),
            catalogue: report.catalogue,
            reviewed: report.declaration.and_then(|it| it.reviewed),
            reviewed_by: report.declaration.and_then(|it| it.reviewed_by.as_deref()),
            checked: report.today,
            tally: TALLY.map(|outcome| (outcome, report.outcomes(outcome))),
            remarks,
            gaps,
            progress,
            tracks,
            preview: report.preview.map(preview),
            path: report.path(),
            sha256: report.file.as_ref().and_then(|it| it.sha256.as_deref()),
        }
    }
}

fn remarks(report: &Report<'_>, tracks: &[Track<'_>]) -> Vec<String> {
    let mut remarks = Vec::new();
    let errors = errors::errors(report).count();
    if errors > 0 {
        let (what, them) = if errors == 1 { ("error", "it") } else { ("errors", "them") };
        remarks.push(format!(
            "The declaration has {errors} {what}: the command check names {them}, and answers count as they are written."
        ));
    }
    let contradicted = tracks.iter().flat_map(|track| &track.requirements);
    let contradicted = contradicted.filter(|it| it.marks.contains(&Mark::Contradicted));
    let contradicted: Vec<&str> = contradicted.map(|it| &*it.asked.title).collect();
    if !contradicted.is_empty() {
        remarks.push(format!(
            "Evidence was seen to be otherwise, so these do not count as met: {}.",
            contradicted.join(", ")
        ));
    }
    if report.findings.iter().any(|finding| finding.rule.id == "review-overdue") {
        remarks.push("The last review is older than a review holds.".to_owned());
    }
    if report.assessment.is_some_and(|it| !it.taxonomy_known) {
        remarks.push(
            "Which tracks apply is not known: what kind of registry this is could not be read.".to_owned(),
        );
    }
    if report.mode == Mode::Offline && report.outcomes(Outcome::Unchecked) > 0 {
        remarks.push("Only files of the repository were looked at, and no address.".to_owned());
    }
    remarks
}

fn preview(assessment: &Assessment) -> Preview<'_> {
    let tracks = assessment.tracks.iter().map(|track| {
        let standing = track.standing.as_ref().filter(|_| track.applies);
        (track.title.as_str(), standing.map(|it| (it.declared, it.supported)))
    });
    Preview { version: &assessment.principles, tracks: tracks.collect() }
}
