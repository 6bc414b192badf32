//! Catalogue → standard: tracks hold requirements, requirements hold their parts; a level of each track is a level.

use super::requirement_ref;
use crate::principles::{Catalogue, Part, Requirement, Track};
use crate::text::sanitize::line;
use serde_json::{Value, json};

/// The catalogue as a standard.
pub fn standard(catalogue: &Catalogue) -> Value {
    let tracks = catalogue.tracks.iter().map(track);
    let requirements = catalogue.requirements.iter().flat_map(requirement);
    json!({
        "bom-ref": "standard",
        "name": line(&catalogue.title),
        "version": line(&catalogue.version),
        "description": format!("{} ({}).", line(&catalogue.attribution), line(&catalogue.licence)),
        "requirements": tracks.chain(requirements).collect::<Vec<_>>(),
        "levels": catalogue.tracks.iter().flat_map(|track| levels(catalogue, track)).collect::<Vec<_>>(),
        "externalReferences": [{ "type": "website", "url": line(&catalogue.source) }],
    })
}

fn track_ref(id: &str) -> String {
    format!("track:{}", line(id))
}

fn track(track: &Track) -> Value {
    json!({ "bom-ref": track_ref(&track.id), "identifier": line(&track.id), "title": line(&track.title) })
}

fn requirement(requirement: &Requirement) -> Vec<Value> {
    let whole = json!({
        "bom-ref": requirement_ref(&requirement.id),
        "identifier": line(&requirement.id),
        "title": line(&requirement.title),
        "text": line(&requirement.text),
        "parent": track_ref(&requirement.track),
        "externalReferences": [{ "type": "documentation", "url": line(&requirement.source) }],
    });
    [whole].into_iter().chain(requirement.parts.iter().map(|it| part(requirement, it))).collect()
}

fn part(requirement: &Requirement, part: &Part) -> Value {
    let recommended = if part.optional { " (recommended, never needed for the level)" } else { "" };
    json!({
        "bom-ref": format!("part:{}.{}", line(&requirement.id), line(&part.id)),
        "identifier": format!("{}.{}", line(&requirement.id), line(&part.id)),
        "text": format!("{}{recommended}", line(&part.text)),
        "parent": requirement_ref(&requirement.id),
    })
}

fn levels(catalogue: &Catalogue, track: &Track) -> Vec<Value> {
    let level = |number: u8| {
        let asked: Vec<String> = catalogue
            .requirements
            .iter()
            .filter(|it| it.track == track.id && it.level == number)
            .map(|it| requirement_ref(&it.id))
            .collect();
        (!asked.is_empty()).then(|| {
            json!({
                "bom-ref": format!("level:{}-{number}", line(&track.id)),
                "identifier": format!("{}-{number}", line(&track.id)),
                "title": format!("{}, level {number}", line(&track.title)),
                "description": "What this level adds to those below it.",
                "requirements": asked,
            })
        })
    };
    (1..=3).filter_map(level).collect()
}
