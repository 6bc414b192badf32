//! in-toto: a Statement about the bytes of the declaration, with the predicate `test-result` 0.1
//! (<https://github.com/in-toto/attestation/blob/main/spec/predicates/test-result.md>). It is not signed.

use super::about::{SELF_ASSESSMENT, TOOL, VERSION, framework};
use super::conclusion::Conclusion;
use super::row::Row;
use super::subject::Subject;
use super::{about, document};
use crate::render::Report;
use crate::text::sanitize::line;
use serde_json::{Value, json};

/// The statement.
#[must_use]
pub fn in_toto(report: &Report<'_>) -> String {
    document(report, |subject| {
        json!({
            "_type": "https://in-toto.io/Statement/v1",
            "subject": [{
                "name": line(subject.path),
                "digest": { "sha256": subject.sha256 },
            }],
            "predicateType": "https://in-toto.io/attestation/test-result/v0.1",
            "predicate": predicate(subject),
        })
    })
}

/// A test is a requirement. What is not applicable or not assessed was not run, and stands in no list.
fn predicate(subject: &Subject<'_>) -> Value {
    let names = |grade: Grade| -> Vec<String> {
        subject.rows.iter().filter(|row| Grade::of(row) == Some(grade)).map(name).collect()
    };
    let (passed, warned, failed) = (names(Grade::Passed), names(Grade::Warned), names(Grade::Failed));
    let is_complete = subject
        .rows
        .iter()
        .all(|row| matches!(row.conclusion(), Conclusion::Passed | Conclusion::NotApplicable));
    let result = match (is_complete, warned.is_empty()) {
        // Also where something was not assessed: whoever looks at nothing else must not take it for met.
        (false, _) => "FAILED",
        (true, false) => "WARNED",
        (true, true) => "PASSED",
    };
    json!({
        "result": result,
        "configuration": [
            { "name": framework(subject.report), "uri": line(&subject.report.catalogue.source) },
            {
                "name": TOOL,
                "annotations": {
                    "version": VERSION,
                    "asOf": about::timestamp(subject.report),
                    "evidence": subject.report.mode.as_str(),
                    "statement": format!("{SELF_ASSESSMENT} {}", subject.as_of()),
                },
            },
        ],
        "passedTests": passed,
        "warnedTests": warned,
        "failedTests": failed,
    })
}

/// The list that a requirement stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Grade {
    /// Met, and something that was looked at shows it.
    Passed,
    /// Met by the word of the declaration alone.
    Warned,
    /// Not met, or its answer cannot be taken as it stands.
    Failed,
}

impl Grade {
    fn of(row: &Row<'_>) -> Option<Self> {
        match row.conclusion() {
            Conclusion::Passed if row.is_seen() => Some(Self::Passed),
            Conclusion::Passed => Some(Self::Warned),
            Conclusion::Failed | Conclusion::NeedsReview => Some(Self::Failed),
            Conclusion::NotApplicable | Conclusion::Unknown => None,
        }
    }
}

/// `mfa`, or `pinned-installs (pip)` where clients answer.
fn name(row: &Row<'_>) -> String {
    match &row.label {
        Some(client) => format!("{} ({client})", row.requirement.id),
        None => row.requirement.id.to_string(),
    }
}
