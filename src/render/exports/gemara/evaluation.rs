//! One answer as the evaluation of a control: an assessment for each part that the framework demands.

use super::{assessment_id, entry, level, result};
use crate::evidence::Outcome;
use crate::principles::Part;
use crate::render::exports::about::timestamp;
use crate::render::exports::conclusion::Conclusion;
use crate::render::exports::row::{Row, Seen};
use crate::render::exports::subject::Subject;
use crate::text::sanitize::line;
use serde_json::{Value, json};

/// The evaluation of a row.
pub fn evaluation(subject: &Subject<'_>, row: &Row<'_>) -> Value {
    let catalogue = subject.report.catalogue;
    json!({
        "name": row.title(),
        "result": result(row.conclusion()),
        "message": row.message(),
        "control": entry(catalogue, &row.requirement.id),
        "assessment-logs": row
            .parts()
            .into_iter()
            .map(|(part, conclusion)| assessment(subject, row, part, conclusion))
            .collect::<Vec<_>>(),
    })
}

fn assessment(subject: &Subject<'_>, row: &Row<'_>, part: Option<&Part>, conclusion: Conclusion) -> Value {
    let requirement = row.requirement;
    let evidence: Vec<&Seen<'_>> =
        row.evidence.iter().filter(|seen| part.is_none_or(|part| seen.supports(&part.id))).collect();
    let steps = steps(subject, row, &evidence);
    let mut log = json!({
        "requirement": entry(subject.report.catalogue, &assessment_id(requirement, part)),
        "description": line(part.map_or(&requirement.text, |part| &part.text)),
        "result": result(conclusion),
        "message": row.message(),
        "applicability": [level(requirement.level)],
        "steps-executed": steps.len(),
        "steps": steps,
        "start": timestamp(subject.report),
    });
    let Some(keys) = log.as_object_mut() else { return log };
    let is_seen = evidence.iter().any(|seen| seen.was_seen());
    if conclusion == Conclusion::Passed && !is_seen {
        keys.insert("confidence-level".to_owned(), "Undetermined".into());
    }
    if is_seen {
        let seen = evidence.iter().filter(|seen| seen.was_seen());
        keys.insert("evidence".to_owned(), seen.map(|seen| item(subject, seen)).collect());
    }
    log
}

/// What was done to come to a result, as it was done.
fn steps(subject: &Subject<'_>, row: &Row<'_>, evidence: &[&Seen<'_>]) -> Vec<String> {
    let read = match row.answer {
        Some(answer) => format!("Read `{}` in {}", line(&answer.at.to_string()), line(subject.path)),
        None => format!("Looked for an answer in {}", line(subject.path)),
    };
    let tried = evidence.iter().filter(|seen| seen.outcome != Outcome::Unchecked);
    let looked = tried.map(|seen| format!("Looked for {}", seen.message()));
    [read].into_iter().chain(looked).collect()
}

/// Evidence that was collected: what nobody could look at was not.
fn item(subject: &Subject<'_>, seen: &Seen<'_>) -> Value {
    json!({
        "id": seen.pointer(),
        "type": "public-document",
        "collected-at": timestamp(subject.report),
        "description": seen.message(),
    })
}
