//! Answers as findings.

use super::observation::observation_id;
use crate::declaration::Status;
use crate::render::exports::about::timestamp;
use crate::render::exports::conclusion::Conclusion;
use crate::render::exports::ids;
use crate::render::exports::row::Row;
use crate::render::exports::subject::Subject;
use crate::render::exports::words::plan;
use crate::render::inert_markdown::words;
use crate::text::sanitize::line;
use serde_json::{Map, Value, json};

/// The finding of a row; `None` where nothing is said of it.
pub fn finding(subject: &Subject<'_>, row: &Row<'_>) -> Option<Value> {
    let (state, reason) = match row.conclusion() {
        Conclusion::Passed => ("satisfied", "pass"),
        Conclusion::Failed => ("not-satisfied", "fail"),
        Conclusion::NeedsReview => ("not-satisfied", "other"),
        Conclusion::NotApplicable | Conclusion::Unknown => return None,
    };
    let mut target = Map::new();
    target.insert("type".to_owned(), "objective-id".into());
    target.insert("target-id".to_owned(), line(&row.requirement.id).into());
    target.insert("status".to_owned(), json!({ "state": state, "reason": reason }));
    if let Some(state) = implementation(row) {
        target.insert("implementation-status".to_owned(), json!({ "state": state }));
    }
    let seen: Vec<Value> = row
        .evidence
        .iter()
        .filter(|seen| seen.was_seen())
        .map(|seen| json!({ "observation-uuid": observation_id(subject, seen) }))
        .collect();
    let [requirement, client] = row.key();
    let (message, plan) = (row.message(), row.answer.and_then(|it| it.plan.as_ref()).map(plan));
    let time = timestamp(subject.report);
    let observed = Value::from(seen.clone()).to_string();
    let name = [subject.path, subject.sha256, &time, requirement, client, &message, state, &observed];
    let mut finding = Map::new();
    let mut put = |key: &str, value: Value| finding.insert(key.to_owned(), value);
    put("uuid", ids::id("finding", &name).into());
    let title = match &row.label {
        Some(client) => format!("{} ({})", line(&row.requirement.title), words(client)),
        None => line(&row.requirement.title).into_owned(),
    };
    put("title", title.into());
    put("description", message.into());
    put("target", target.into());
    if !seen.is_empty() {
        put("related-observations", seen.into());
    }
    if let Some(plan) = plan {
        put("remarks", plan.into());
    }
    Some(finding.into())
}

/// OSCAL's words for how far something is implemented, where it has one.
fn implementation(row: &Row<'_>) -> Option<&'static str> {
    // What is contradicted or malformed is no more implemented than it is satisfied.
    let is_taken = row.standing.is_some_and(|it| !it.contradicted) && row.doubts.is_empty();
    match row.standing?.status {
        Status::Met if is_taken => Some("implemented"),
        Status::Partial if is_taken => Some("partial"),
        Status::Planned => Some("planned"),
        _ => None,
    }
}
