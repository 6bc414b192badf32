//! The JSON report, version 1. Keys are only ever added, and stand in the order that the format gives them.

mod finding;
mod object;
mod requirements;
#[cfg(test)]
mod tests;
mod tracks;

pub use finding::finding;

use super::{Baseline, Report, changes, escaped_json};
use crate::assessment::Assessment;
use crate::evidence::Outcome;
use crate::findings::{Scope, Severity};
use crate::read::Path;
use object::object;
use serde_json::{Map, Value, json};

/// The version of the report's form.
pub const REPORT_VERSION: u32 = 1;

/// The report as JSON.
#[must_use]
pub fn json(report: &Report<'_>) -> String {
    escaped_json::pretty(&document(report))
}

/// The report as a value, for commands that put it into something larger.
#[must_use]
pub fn document(report: &Report<'_>) -> Value {
    let file = report.file.as_ref();
    let registry = report.declaration.map(|it| &it.registry);
    let mut document = object(json!({
        "report_version": REPORT_VERSION,
        "tool": { "name": env!("CARGO_PKG_NAME"), "version": env!("CARGO_PKG_VERSION") },
        "declaration": file.and_then(|it| Some(json!({ "path": it.path, "sha256": it.sha256.as_ref()? }))),
        "principles": report.catalogue.version,
        "mode": report.mode.as_str(),
        "as_of": report.today.to_string(),
        "scope": match report.scope {
            Scope::Change => "change",
            Scope::Audit => "audit",
        },
        "registry": registry.map(|it| json!({
            "name": it.name,
            "url": it.url,
            "user_accounts": it.user_accounts,
            "packages": it.packages,
        })),
        "reviewed": report.declaration.and_then(|it| it.reviewed).map(|day| day.to_string()),
        "tracks": tracks_of(report.assessment),
        "requirements": requirements::requirements(report),
        "findings": report.findings.iter().map(|it| finding(report, it)).collect::<Vec<_>>(),
    }));
    if let Some(baseline) = report.baseline {
        document.insert("baseline".to_owned(), compared(baseline));
    }
    document.insert("summary".to_owned(), Value::Object(summary(report)));
    if let Some(preview) = report.preview {
        let preview = json!({ "principles": preview.principles, "tracks": tracks_of(Some(preview)) });
        document.insert("preview".to_owned(), preview);
    }
    Value::Object(document)
}

/// How many findings of each severity, and how many items of evidence with each outcome.
pub(super) fn summary(report: &Report<'_>) -> Map<String, Value> {
    object(json!({
        "errors": report.count(Severity::Error),
        "warnings": report.count(Severity::Warning),
        "notices": report.count(Severity::Notice),
        "evidence": {
            "matched": report.outcomes(Outcome::Matched),
            "found": report.outcomes(Outcome::Found),
            "contradicted": report.outcomes(Outcome::Contradicted),
            "unreachable": report.outcomes(Outcome::Unreachable),
            "unchecked": report.outcomes(Outcome::Unchecked),
        },
    }))
}

fn tracks_of(assessment: Option<&Assessment>) -> Map<String, Value> {
    let tracks = assessment.map_or(&[] as &[_], |it| &it.tracks);
    tracks.iter().map(|track| (track.id.clone(), tracks::track(track))).collect()
}

fn compared(baseline: &Baseline) -> Value {
    let paths = |paths: &[Path]| paths.iter().map(ToString::to_string).collect::<Vec<_>>();
    json!({
        "source": baseline.source,
        "regressions": paths(&baseline.regressions),
        "acknowledged": paths(&baseline.acknowledged),
        "changes": baseline.comparison.as_ref().map(changes::json::body),
    })
}
