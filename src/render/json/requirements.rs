//! Requirements in the JSON report: one entry each, and one for each client where clients answer.

use super::object::object;
use crate::assessment::answers::effective;
use crate::assessment::{Assessment, RequirementStanding, TrackStanding};
use crate::declaration::Item;
use crate::evidence::Outcome;
use crate::principles::Requirement;
use crate::read::{Part, Path};
use crate::render::Report;
use serde_json::{Value, json};

/// Every requirement of the catalogue, in its order; none where there is no declaration to hold against it.
pub fn requirements(report: &Report<'_>) -> Vec<Value> {
    let Some(assessment) = report.assessment else { return Vec::new() };
    let all = report.catalogue.requirements.iter();
    all.flat_map(|requirement| entries(report, assessment, requirement)).collect()
}

fn entries(report: &Report<'_>, assessment: &Assessment, requirement: &Requirement) -> Vec<Value> {
    let standings = assessment.track(&requirement.track).into_iter().flat_map(TrackStanding::standings);
    let mut entries: Vec<Value> = standings
        .filter_map(|(client, standing)| {
            let found = standing.requirements.iter().find(|it| it.id == requirement.id)?;
            Some(entry(report, requirement, client, Some(found)))
        })
        .collect();
    if entries.is_empty() {
        entries.push(entry(report, requirement, None, None));
    }
    entries
}

/// One entry. Of a requirement whose track does not apply nothing is said: its status is null.
fn entry(
    report: &Report<'_>,
    requirement: &Requirement,
    client: Option<&str>,
    standing: Option<&RequirementStanding>,
) -> Value {
    let mut entry = object(json!({
        "id": requirement.id,
        "track": requirement.track,
        "level": requirement.level,
    }));
    if let Some(client) = client {
        entry.insert("cli".to_owned(), client.into());
    }
    let implied_by = standing.and_then(|it| it.implied_by.as_deref());
    let answer = standing.and_then(|it| it.answer.as_ref());
    entry.extend(object(json!({
        "status": standing.map(|it| it.status.as_str()),
        "outcome": standing.and_then(|it| it.outcome).map(Outcome::as_str),
        "evidence": if standing.is_some() { evidence(report, requirement, client) } else { Vec::new() },
        "line": answer.and_then(|answer| line(report, answer)),
    })));
    if let Some(other) = implied_by {
        entry.insert("implied_by".to_owned(), other.into());
    }
    Value::Object(entry)
}

fn evidence(report: &Report<'_>, requirement: &Requirement, client: Option<&str>) -> Vec<Value> {
    let Some(declaration) = report.declaration else { return Vec::new() };
    let client = client.and_then(|name| declaration.clis.iter().find(|it| it.name == name));
    let answer = effective(declaration, client, requirement);
    answer.map_or(&[] as &[_], |answer| &answer.evidence).iter().map(|item| outcome(report, item)).collect()
}

/// One item; what nobody looked at is unchecked, and nothing was looked for.
fn outcome(report: &Report<'_>, item: &Item) -> Value {
    let verdict = report.outcomes.get(&item.at);
    json!({
        "locator": item.name(),
        "outcome": verdict.map_or(Outcome::Unchecked, |it| it.outcome).as_str(),
        "looked_for": verdict.map(|it| it.looked_for.as_str()),
        "found": verdict.map(|it| it.found.as_str()),
    })
}

/// The line on which an answer stands, from 1.
fn line(report: &Report<'_>, answer: &Path) -> Option<usize> {
    let span = report.root?.locate(answer, Part::Key);
    Some(report.source?.position(span.start).line)
}
