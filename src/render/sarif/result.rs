//! Findings in a SARIF log.

use super::rule::level;
use crate::findings::{Finding, Fix, Place, Rule};
use crate::render::fingerprint::fingerprints;
use crate::render::uri::relative;
use crate::render::{Location, Report};
use crate::text::sanitize;
use serde_json::{Map, Value, json};

/// Every finding as a result.
pub fn results(report: &Report<'_>, rules: &[&Rule]) -> Vec<Value> {
    let fingerprints = fingerprints(report.findings);
    let results = report.findings.iter().zip(fingerprints);
    results.map(|(finding, fingerprint)| result(report, rules, finding, &fingerprint)).collect()
}

fn result(report: &Report<'_>, rules: &[&Rule], finding: &Finding, fingerprint: &str) -> Value {
    let mut result = Map::new();
    let mut put = |key: &str, value: Value| result.insert(key.to_owned(), value);
    put("ruleId", finding.rule.id.into());
    put("ruleIndex", rules.iter().position(|rule| rule.id == finding.rule.id).into());
    put("level", level(finding.severity).into());
    put("message", message(finding));
    put("locations", json!([{ "physicalLocation": physical(report.location(finding)) }]));
    if !finding.related.is_empty() {
        let related = finding.related.iter().enumerate().map(|(id, (place, label))| {
            let at = Location::of(place, report.source, report.path());
            json!({ "id": id, "physicalLocation": physical(at), "message": { "text": plain(label) } })
        });
        put("relatedLocations", related.collect());
    }
    put("partialFingerprints", json!({ "packageRepoSecurity/v1": fingerprint }));
    if let Some(fix) = finding.fix.as_ref().and_then(|it| fix_of(report, it)) {
        put("fixes", json!([fix]));
    }
    Value::Object(result)
}

fn message(finding: &Finding) -> Value {
    let mut text = plain(&finding.message);
    for line in finding.notes.iter().chain(&finding.help) {
        text.push('\n');
        text.push_str(&plain(line));
    }
    json!({ "text": text })
}

/// One line of a message. `[words](target)` would be a link, in plain messages too.
fn plain(text: &str) -> String {
    sanitize::line(text).replace("](", "] (")
}

fn physical(at: Location<'_>) -> Value {
    json!({ "artifactLocation": artifact(at.path), "region": region(at) })
}

fn artifact(path: &str) -> Value {
    json!({ "uri": relative(path), "uriBaseId": "%SRCROOT%" })
}

fn region(at: Location<'_>) -> Value {
    json!({
        "startLine": at.line,
        "startColumn": at.column,
        "endLine": at.end_line,
        "endColumn": at.end_column,
    })
}

/// A fix, where every edit of it has its bytes: half a fix mends nothing.
fn fix_of(report: &Report<'_>, fix: &Fix) -> Option<Value> {
    let replacements: Option<Vec<Value>> = fix
        .edits
        .iter()
        .map(|edit| {
            let Place::Span(_) = edit.place else { return None };
            let at = Location::of(&edit.place, report.source, report.path());
            Some(json!({ "deletedRegion": region(at), "insertedContent": { "text": edit.text } }))
        })
        .collect();
    Some(json!({
        "description": { "text": plain(&fix.title) },
        "artifactChanges": [{
            "artifactLocation": artifact(report.path()),
            "replacements": replacements?,
        }],
    }))
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn a_message_holds_no_link() {
        assert_eq!(plain("[x](https://e.example)\u{202e}"), "[x] (https://e.example)\\u{202e}");
    }
}
