//! Declaration → `EvaluationLog`.

use super::{SPECIFICATION, aggregate, catalog_id, evaluation, result};
use crate::render::Report;
use crate::render::exports::about::{SELF_ASSESSMENT, TOOL, VERSION, framework, timestamp};
use crate::render::exports::row::Row;
use crate::render::exports::subject::Subject;
use crate::render::exports::{document, ids};
use crate::text::sanitize::line;
use serde_json::{Value, json};

/// The answers of a declaration, each requirement as the evaluation of a control.
#[must_use]
pub fn log(report: &Report<'_>) -> String {
    document(report, |subject| {
        let evaluations: Vec<Value> =
            subject.rows.iter().map(|row| evaluation::evaluation(subject, row)).collect();
        json!({
            "metadata": metadata(subject, &evaluations),
            "result": result(aggregate(subject.rows.iter().map(Row::conclusion))),
            "target": target(subject),
            "evaluations": evaluations,
        })
    })
}

fn metadata(subject: &Subject<'_>, evaluations: &[Value]) -> Value {
    let report = subject.report;
    let content = Value::from(evaluations).to_string();
    json!({
        "id": ids::id("evaluation-log", &[subject.path, subject.sha256, &timestamp(report), &content]),
        "type": "EvaluationLog",
        "gemara-version": SPECIFICATION,
        "date": timestamp(report),
        "description": format!(
            "{SELF_ASSESSMENT} {} Declaration: {}, sha256:{}.",
            subject.as_of(),
            line(subject.path),
            subject.sha256
        ),
        "author": {
            "id": "authors",
            "name": format!("The authors of the declaration of {}", subject.registry()),
            "type": "Software Assisted",
            "description": format!("A self-assessment, written out by {TOOL} {VERSION}."),
        },
        "mapping-references": [{
            "id": catalog_id(report.catalogue),
            "title": framework(report),
            "version": line(&report.catalogue.version),
            "description": format!(
                "The requirements as a ControlCatalog: `check --output gemara-catalog`. The framework: {}",
                line(&report.catalogue.source)
            ),
        }],
    })
}

fn target(subject: &Subject<'_>) -> Value {
    let mut target = json!({
        "id": "registry",
        "name": subject.registry(),
        "type": "Software",
    });
    if let (Some(home), Some(keys)) = (subject.home(), target.as_object_mut()) {
        keys.insert("uri".to_owned(), home.into());
    }
    target
}
