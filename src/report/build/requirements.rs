//! The requirements of a track: a mark for each client, and an answer for all clients that share it.

use super::errors::Errors;
use crate::assessment::answers::effective;
use crate::assessment::{ClientStanding, RequirementStanding, TrackStanding};
use crate::declaration::{self, Declaration};
use crate::principles;
use crate::read::Path;
use crate::render::Report;
use crate::report::answer::Answer;
use crate::report::mark::Mark;
use crate::report::model::Requirement;
use std::collections::BTreeMap;

/// What makes two clients say the same of a requirement: they share the default, or neither says a thing.
type Shared<'a> = (Mark, Option<&'a str>, Option<&'a Path>);

/// The requirements of a track that applies, in the framework's order.
pub(super) fn requirements<'a>(
    report: &'a Report<'a>,
    errors: &Errors<'_>,
    known: &principles::Track,
    track: &'a TrackStanding,
) -> Vec<Requirement<'a>> {
    let own = report.catalogue.requirements.iter().filter(|it| it.track == known.id);
    own.map(|asked| requirement(report, errors, asked, track)).collect()
}

fn requirement<'a>(
    report: &'a Report<'a>,
    errors: &Errors<'_>,
    asked: &'a principles::Requirement,
    track: &'a TrackStanding,
) -> Requirement<'a> {
    let find = |all: &'a [RequirementStanding]| all.iter().find(|it| it.id == asked.id);
    let answer = |standing: &'a RequirementStanding, client: Option<&'a declaration::Client>| {
        answer(report, errors, asked, standing, client)
    };
    let mut marks = Vec::new();
    let mut answers: Vec<Answer<'a>> = Vec::new();
    let mut known: BTreeMap<Shared<'a>, usize> = BTreeMap::new();
    if track.clients.is_empty() {
        let standing = track.standing.as_ref().and_then(|it| find(&it.requirements));
        if let Some(standing) = standing {
            marks.push(Mark::of(standing));
            answers.push(answer(standing, None));
        }
    }
    for (client, written) in clients(report.declaration, track) {
        let Some(standing) = find(&client.standing.requirements) else { continue };
        let mark = Mark::of(standing);
        marks.push(mark);
        let shared = (mark, standing.implied_by.as_deref(), standing.answer.as_ref());
        let index = *known.entry(shared).or_insert_with(|| {
            answers.push(answer(standing, written));
            answers.len() - 1
        });
        if let Some(own) = answers.get_mut(index) {
            own.clients.push(&client.name);
        }
    }
    Requirement { asked, marks, answers }
}

/// The clients of a track, each with what the declaration has of it: both are in file order.
fn clients<'a>(
    declaration: Option<&'a Declaration>,
    track: &'a TrackStanding,
) -> impl Iterator<Item = (&'a ClientStanding, Option<&'a declaration::Client>)> {
    let written = declaration.map_or(&[] as &[_], |it| &it.clis);
    track
        .clients
        .iter()
        .enumerate()
        .map(|(index, client)| (client, written.get(index).filter(|it| it.name == client.name)))
}

fn answer<'a>(
    report: &'a Report<'a>,
    errors: &Errors<'_>,
    asked: &'a principles::Requirement,
    standing: &'a RequirementStanding,
    client: Option<&'a declaration::Client>,
) -> Answer<'a> {
    let written = report.declaration.and_then(|declaration| effective(declaration, client, asked));
    let title = |id: &str| report.catalogue.requirement(id).map(|it| &*it.title);
    let implied_by = standing.implied_by.as_deref().and_then(title);
    let errors = written.map_or(0, |it| errors.within(&it.at));
    Answer { errors, ..Answer::new(asked, standing, written, implied_by, report.outcomes, report.today) }
}
