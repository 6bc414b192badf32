//! Findings in the JSON report.

use super::object::object;
use crate::findings::{Finding, Fix, Place};
use crate::render::{Location, Report};
use serde_json::{Map, Value, json};

/// One finding. `at` is its path in the declaration, which is what an entry of `ignore` names.
#[must_use]
pub fn finding(report: &Report<'_>, finding: &Finding) -> Map<String, Value> {
    let mut entry = object(json!({
        "rule": finding.rule.id,
        "severity": finding.severity.as_str(),
        "message": finding.message,
    }));
    entry.extend(location(report.location(finding)));
    if let Some(help) = &finding.help {
        entry.insert("help".to_owned(), help.as_str().into());
    }
    entry.insert("url".to_owned(), finding.rule.url().into());
    if let Some(fix) = finding.fix.as_ref().and_then(|it| fix_of(report, it)) {
        entry.insert("fix".to_owned(), fix);
    }
    if let Some(at) = &finding.at {
        entry.insert("at".to_owned(), at.to_string().into());
    }
    entry.insert("notes".to_owned(), finding.notes.clone().into());
    let related = finding.related.iter().map(|(place, label)| {
        let mut other = object(json!({ "message": label }));
        other.extend(location(Location::of(place, report.source, report.path())));
        other
    });
    entry.insert("related".to_owned(), related.collect::<Vec<_>>().into());
    entry
}

fn location(at: Location<'_>) -> Map<String, Value> {
    object(json!({
        "path": at.path,
        "line": at.line,
        "column": at.column,
        "end_line": at.end_line,
        "end_column": at.end_column,
    }))
}

/// A fix, where every edit of it has its bytes: half a fix mends nothing.
fn fix_of(report: &Report<'_>, fix: &Fix) -> Option<Value> {
    let edits: Option<Vec<Value>> = fix
        .edits
        .iter()
        .map(|edit| {
            let Place::Span(_) = edit.place else { return None };
            let mut entry = location(Location::of(&edit.place, report.source, report.path()));
            entry.insert("text".to_owned(), edit.text.as_str().into());
            Some(Value::Object(entry))
        })
        .collect();
    Some(json!({ "title": fix.title, "edits": edits? }))
}
