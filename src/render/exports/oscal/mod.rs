//! NIST OSCAL 1.2.1 (<https://pages.nist.gov/OSCAL/>): assessment results, as JSON.
//!
//! OSCAL knows `satisfied` and `not-satisfied` only. What is not applicable or not assessed is left out of the controls that were
//! reviewed, and has no finding: each of the two words would say something of it that the declaration does not.

mod finding;
mod metadata;
mod observation;

use super::conclusion::Conclusion;
use super::row::Row;
use super::subject::Subject;
use super::{about, document, ids};
use crate::render::Report;
use crate::render::inert_markdown::words;
use serde_json::{Map, Value, json};

/// The assessment results.
#[must_use]
pub fn oscal(report: &Report<'_>) -> String {
    document(report, |subject| {
        json!({
            "assessment-results": {
                // Of the declaration, not of its bytes: the next assessment is a revision of this document.
                "uuid": ids::id("assessment-results", &[&subject.registry(), subject.path]),
                "metadata": metadata::metadata(subject),
                // There is no assessment plan: what is assessed is what the framework says.
                "import-ap": { "href": format!("#{}", metadata::framework_id(subject)) },
                "results": [result(subject)],
                "back-matter": { "resources": metadata::resources(subject) },
            }
        })
    })
}

fn result(subject: &Subject<'_>) -> Value {
    let observations = observation::observations(subject);
    let findings: Vec<Value> = subject.rows.iter().filter_map(|row| finding::finding(subject, row)).collect();
    let controls = reviewed(subject);
    let content = json!([observations, findings, controls]).to_string();
    let time = about::timestamp(subject.report);
    let mut result = Map::new();
    let mut put = |key: &str, value: Value| result.insert(key.to_owned(), value);
    put("uuid", ids::id("result", &[subject.path, subject.sha256, &time, &content]).into());
    put("title", format!("Self-assessment of {}", words(&subject.registry())).into());
    put("description", format!("{} {}", about::SELF_ASSESSMENT, subject.as_of()).into());
    put("start", time.as_str().into());
    put("end", time.as_str().into());
    put("reviewed-controls", controls);
    // A list that is there holds something.
    if !observations.is_empty() {
        put("observations", observations.into());
    }
    if !findings.is_empty() {
        put("findings", findings.into());
    }
    Value::Object(result)
}

/// Which controls were reviewed: all but those of which nothing is said.
fn reviewed(subject: &Subject<'_>) -> Value {
    let is_reviewed = |id: &str| subject.rows.iter().any(|row| row.requirement.id == id && has_finding(row));
    let excluded: Vec<Value> = subject
        .report
        .catalogue
        .requirements
        .iter()
        .filter(|requirement| !is_reviewed(&requirement.id))
        .map(|requirement| json!({ "control-id": requirement.id }))
        .collect();
    let mut selection = Map::new();
    let description = format!(
        "The requirements of {}, but for those that are not applicable or not assessed.",
        about::framework(subject.report)
    );
    selection.insert("description".to_owned(), description.into());
    selection.insert("include-all".to_owned(), json!({}));
    if !excluded.is_empty() {
        selection.insert("exclude-controls".to_owned(), excluded.into());
    }
    json!({ "control-selections": [selection] })
}

/// Whether anything is said of a row.
fn has_finding(row: &Row<'_>) -> bool {
    !matches!(row.conclusion(), Conclusion::NotApplicable | Conclusion::Unknown)
}
