//! The requirements of a track: a mark for each client, and an answer for all clients that share it.

use crate::assessment::answers::effective;
use crate::assessment::{ClientStanding, RequirementStanding, TrackStanding};
use crate::principles;
use crate::render::Report;
use crate::report::answer::Answer;
use crate::report::mark::Mark;
use crate::report::model::Requirement;

/// The requirements of a track that applies, in the framework's order.
pub(super) fn requirements<'a>(
    report: &'a Report<'a>,
    known: &principles::Track,
    track: &'a TrackStanding,
    shown: &'a [ClientStanding],
) -> Vec<Requirement<'a>> {
    let own = report.catalogue.requirements.iter().filter(|it| it.track == known.id);
    own.map(|asked| requirement(report, asked, track, shown)).collect()
}

fn requirement<'a>(
    report: &'a Report<'a>,
    asked: &'a principles::Requirement,
    track: &'a TrackStanding,
    shown: &'a [ClientStanding],
) -> Requirement<'a> {
    let find = |all: &'a [RequirementStanding]| all.iter().find(|it| it.id == asked.id);
    let mut marks = Vec::new();
    let mut answers: Vec<Answer<'a>> = Vec::new();
    if shown.is_empty() {
        let standing = track.standing.as_ref().and_then(|it| find(&it.requirements));
        if let Some(standing) = standing {
            marks.push(Mark::of(standing));
            answers.push(answer(report, asked, standing, None));
        }
    }
    for client in shown {
        let Some(standing) = find(&client.standing.requirements) else { continue };
        marks.push(Mark::of(standing));
        let new = answer(report, asked, standing, Some(&client.name));
        match answers.iter_mut().find(|it| is_same(it, &new)) {
            Some(shared) => shared.clients.push(&client.name),
            None => answers.push(Answer { clients: vec![&client.name], ..new }),
        }
    }
    Requirement { asked, marks, answers }
}

/// Whether two clients say the same of a requirement: they share the default, or neither says a thing.
fn is_same(one: &Answer<'_>, other: &Answer<'_>) -> bool {
    let at = |answer: &Answer<'_>| answer.written.map(|it| it.at.clone());
    one.mark == other.mark && one.implied_by == other.implied_by && at(one) == at(other)
}

fn answer<'a>(
    report: &'a Report<'a>,
    asked: &'a principles::Requirement,
    standing: &'a RequirementStanding,
    client: Option<&str>,
) -> Answer<'a> {
    let written = report.declaration.and_then(|declaration| {
        let client = client.and_then(|name| declaration.clis.iter().find(|it| it.name == name));
        effective(declaration, client, asked)
    });
    let title = |id: &str| report.catalogue.requirement(id).map(|it| &*it.title);
    let implied_by = standing.implied_by.as_deref().and_then(title);
    Answer::new(asked, standing, written, implied_by, report.outcomes, report.today)
}
