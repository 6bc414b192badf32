//! The check run: the verdict at the commit, with the annotations that the runner would drop.

use super::summary::verdict;
use crate::findings::{Finding, Severity};
use crate::online::repository::{Annotation, AnnotationLevel, CheckRun, Conclusion};
use crate::render::Report;
use crate::render::github::left_out;
use crate::render::markdown::{Size, markdown_within};
use crate::text::sanitize;

/// Its name. Not that of a job: two checks of one name hide each other.
pub const NAME: &str = "Package repository security levels";

/// The check run of a report. Where the log has annotations (`annotated`), the run has those that do not fit there, else all.
#[must_use]
pub fn of(report: &Report<'_>, head: &str, exit_code: u8, annotated: bool, folder: &str) -> CheckRun {
    let findings: Vec<&Finding> = if annotated { left_out(report) } else { report.findings.iter().collect() };
    CheckRun {
        name: NAME.to_owned(),
        head_sha: head.to_owned(),
        conclusion: if exit_code == 0 { Conclusion::Success } else { Conclusion::Failure },
        title: title(report, exit_code),
        summary: format!("{}\n\n{}", verdict(exit_code), markdown_within(report, Size::Comment)),
        annotations: findings.into_iter().map(|finding| annotation(report, finding, folder)).collect(),
    }
}

/// The levels, as short as they can be said.
fn title(report: &Report<'_>, exit_code: u8) -> String {
    let tracks = report.assessment.map(|it| it.tracks.as_slice()).unwrap_or_default();
    let levels: Vec<String> = tracks
        .iter()
        .filter_map(|track| Some(format!("{} {}", track.title, track.standing.as_ref()?.declared)))
        .collect();
    match (levels.is_empty(), exit_code) {
        (true, 0) => "No track applies".to_owned(),
        (true, _) => "No levels".to_owned(),
        (false, _) => sanitize::line(&levels.join(", ")).into_owned(),
    }
}

fn annotation(report: &Report<'_>, finding: &Finding, folder: &str) -> Annotation {
    let at = report.location(finding);
    let is_one_line = at.line == at.end_line;
    let lines: Vec<&str> = std::iter::once(finding.message.as_str())
        .chain(finding.notes.iter().map(String::as_str))
        .chain(finding.help.as_deref())
        .collect();
    let lines: Vec<_> = lines.into_iter().map(sanitize::line).collect();
    Annotation {
        path: sanitize::line(&format!("{folder}{}", at.path)).into_owned(),
        start_line: at.line,
        end_line: at.end_line,
        start_column: is_one_line.then_some(at.column),
        end_column: is_one_line.then_some(at.end_column),
        level: match finding.severity {
            Severity::Error => AnnotationLevel::Failure,
            Severity::Warning => AnnotationLevel::Warning,
            Severity::Notice => AnnotationLevel::Notice,
        },
        title: finding.rule.id.to_owned(),
        message: lines.join("\n"),
    }
}
