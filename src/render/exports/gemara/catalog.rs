//! Catalogue → `ControlCatalog`: a requirement is a control, a part that the framework demands is an assessment requirement.

use super::{SPECIFICATION, assessment_id, catalog_id, level};
use crate::principles::{Catalogue, Part, Requirement, Track};
use crate::render::exports::about::{TOOL, VERSION};
use crate::render::{Report, escaped_json};
use crate::text::sanitize::line;
use serde_json::{Value, json};

/// The document that the requirements are from, as controls refer to it.
const FRAMEWORK: &str = "framework";
/// The levels of the framework.
const LEVELS: [u8; 3] = [1, 2, 3];

/// The catalogue that a report is about.
#[must_use]
pub fn catalog(report: &Report<'_>) -> String {
    let catalogue = report.catalogue;
    escaped_json::pretty(&json!({
        "title": line(&catalogue.title),
        "metadata": metadata(catalogue),
        "groups": catalogue.tracks.iter().map(group).collect::<Vec<_>>(),
        "controls": catalogue.requirements.iter().map(control).collect::<Vec<_>>(),
    }))
}

fn metadata(catalogue: &Catalogue) -> Value {
    let levels = LEVELS.map(|number| {
        json!({
            "id": level(number),
            "title": format!("Level {number}"),
            "description": format!(
                "Asked of a registry that is to be at level {number} of the requirement's track. Each track has a level of its own."
            ),
        })
    });
    json!({
        "id": catalog_id(catalogue),
        "type": "ControlCatalog",
        "gemara-version": SPECIFICATION,
        "version": line(&catalogue.version),
        "description": format!("{} ({}).", line(&catalogue.attribution), line(&catalogue.licence)),
        "author": { "id": TOOL, "name": TOOL, "type": "Software", "version": VERSION },
        "mapping-references": [{
            "id": FRAMEWORK,
            "title": line(&catalogue.title),
            "version": line(&catalogue.version),
            "description": format!("Published {}.", line(&catalogue.published)),
            "url": line(&catalogue.source),
        }],
        "applicability-groups": levels,
    })
}

fn group(track: &Track) -> Value {
    json!({ "id": line(&track.id), "title": line(&track.title), "description": applies_to(track) })
}

/// Which registries a track is for.
fn applies_to(track: &Track) -> String {
    let mut text = "Applies to every registry".to_owned();
    if track.needs_user_accounts {
        text.push_str(" that has user accounts");
    }
    if !track.needs_packages.is_empty() {
        text.push_str(if track.needs_user_accounts { " and serves " } else { " that serves " });
        text.push_str("packages of the kind ");
        text.push_str(&line(&track.needs_packages.join(" or ")));
    }
    if track.opt_in {
        text.push_str("; others may opt in");
    }
    if track.per_cli {
        text.push_str("; its level is the least over the primary clients of the ecosystem");
    }
    text.push('.');
    text
}

fn control(requirement: &Requirement) -> Value {
    let parts: Vec<Option<&Part>> = requirement.mandatory_parts().map(Some).collect();
    let parts = if parts.is_empty() { vec![None] } else { parts };
    json!({
        "id": line(&requirement.id),
        "title": line(&requirement.title),
        "objective": line(&requirement.text),
        "group": line(&requirement.track),
        "assessment-requirements":
            parts.into_iter().map(|part| assessment_requirement(requirement, part)).collect::<Vec<_>>(),
        "guidelines": [{
            "reference-id": FRAMEWORK,
            "entries": [{ "reference-id": line(&requirement.id), "remarks": line(&requirement.source) }],
        }],
        "state": "Active",
    })
}

/// What the framework only recommends is no requirement of its own: it would look like one.
fn assessment_requirement(requirement: &Requirement, part: Option<&Part>) -> Value {
    let optional: Vec<String> = requirement
        .parts
        .iter()
        .filter(|it| it.optional)
        .map(|it| format!(" Recommended, and never needed for the level: {}.", line(&it.text)))
        .collect();
    json!({
        "id": assessment_id(requirement, part),
        "text": line(part.map_or(&requirement.text, |part| &part.text)),
        "applicability": [level(requirement.level)],
        "recommendation": format!("What shows it: {}.{}", line(&requirement.hint), optional.concat()),
        "state": "Active",
    })
}
