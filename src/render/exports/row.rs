//! One answer with everything that is known of it.

use super::labels::labels;
use crate::assessment::answers::effective;
use crate::assessment::{Assessment, RequirementStanding, TrackStanding};
use crate::declaration::{Answer, Declaration, Item};
use crate::evidence::Outcome;
use crate::findings::{Class, Finding};
use crate::principles::Requirement;
use crate::render::Report;
use std::collections::BTreeMap;

/// One requirement, for one client where clients answer.
pub struct Row<'a> {
    /// The requirement.
    pub requirement: &'a Requirement,
    /// The title of its track.
    pub track: &'a str,
    /// The client that it is about.
    pub client: Option<&'a str>,
    /// What that client is called, otherwise than every other.
    pub label: Option<String>,
    /// How it stands; `None` where its track does not apply.
    pub standing: Option<&'a RequirementStanding>,
    /// The answer, where there is one.
    pub answer: Option<&'a Answer>,
    /// The evidence of the answer.
    pub evidence: Vec<Seen<'a>>,
    /// The rules by which the answer cannot be taken as it stands.
    pub doubts: Vec<&'static str>,
}

/// One item of evidence, and what came of looking at it.
#[derive(Clone, Copy)]
pub struct Seen<'a> {
    /// The item.
    pub item: &'a Item,
    /// What came of it.
    pub outcome: Outcome,
    /// What was looked for; empty where nobody looked.
    pub looked_for: &'a str,
    /// What was found.
    pub found: &'a str,
}

impl Seen<'_> {
    /// Whether somebody looked, and could see: only that was collected on the day of the check.
    pub fn was_seen(&self) -> bool {
        matches!(self.outcome, Outcome::Matched | Outcome::Found | Outcome::Contradicted)
    }

    /// Whether it was seen to be otherwise.
    pub fn is_contradicted(&self) -> bool {
        self.outcome == Outcome::Contradicted
    }

    /// Whether it speaks of this part: an item without parts speaks of them all.
    pub fn supports(&self, part: &str) -> bool {
        self.item.parts.is_empty() || self.item.parts.iter().any(|it| it == part)
    }
}

/// Every row, in the order of the catalogue; clients in the order of the declaration.
pub fn rows<'a>(
    report: &'a Report<'a>,
    assessment: &'a Assessment,
    declaration: &'a Declaration,
) -> Vec<Row<'a>> {
    let names: Vec<&str> = declaration.clis.iter().map(|it| &*it.name).collect();
    let labels: BTreeMap<&str, String> = names.iter().copied().zip(labels(&names)).collect();
    let all = report.catalogue.requirements.iter();
    let rows = all.flat_map(|requirement| {
        let track = assessment.track(&requirement.track);
        let title = track.map_or("", |it| it.title.as_str());
        let standings = track.into_iter().flat_map(TrackStanding::standings);
        let mut rows: Vec<Row<'a>> = standings
            .filter_map(|(client, standing)| {
                let standing = standing.requirements.iter().find(|it| it.id == requirement.id)?;
                let row = row(report, declaration, requirement, title, client, standing);
                Some(Row { label: client.and_then(|name| labels.get(name)).cloned(), ..row })
            })
            .collect();
        if rows.is_empty() {
            rows.push(Row {
                requirement,
                track: title,
                client: None,
                label: None,
                standing: None,
                answer: None,
                evidence: Vec::new(),
                doubts: Vec::new(),
            });
        }
        rows
    });
    rows.collect()
}

fn row<'a>(
    report: &'a Report<'a>,
    declaration: &'a Declaration,
    requirement: &'a Requirement,
    track: &'a str,
    client: Option<&'a str>,
    standing: &'a RequirementStanding,
) -> Row<'a> {
    let of_client = client.and_then(|name| declaration.clis.iter().find(|it| it.name == name));
    let answer = effective(declaration, of_client, requirement);
    let items = answer.map_or(&[] as &[_], |it| &it.evidence);
    let mut doubts: Vec<&'static str> =
        report.findings.iter().filter(|it| doubts(it, answer)).map(|it| it.rule.id).collect();
    doubts.sort_unstable();
    doubts.dedup();
    Row {
        requirement,
        track,
        client,
        label: None,
        standing: Some(standing),
        answer,
        evidence: items.iter().map(|item| seen(report, item)).collect(),
        doubts,
    }
}

/// Whether an answer cannot be taken as it stands because of this finding: the file means something else to another reader, or
/// the answer itself is malformed.
fn doubts(finding: &Finding, answer: Option<&Answer>) -> bool {
    let Some(answer) = answer else { return false };
    match finding.class {
        Class::Unreadable => true,
        Class::Malformed => finding.at.as_ref().is_some_and(|at| answer.at.covers(at)),
        _ => false,
    }
}

fn seen<'a>(report: &'a Report<'a>, item: &'a Item) -> Seen<'a> {
    match report.outcomes.get(&item.at) {
        Some(verdict) => {
            Seen { item, outcome: verdict.outcome, looked_for: &verdict.looked_for, found: &verdict.found }
        }
        None => Seen { item, outcome: Outcome::Unchecked, looked_for: "", found: "" },
    }
}
