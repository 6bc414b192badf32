//! Evidence that was looked at, as observations. What nobody could see was not observed.

use crate::render::exports::about::timestamp;
use crate::render::exports::ids;
use crate::render::exports::row::Seen;
use crate::render::exports::subject::Subject;
use serde_json::{Value, json};

/// Each item once, also where several clients rest on it.
pub fn observations(subject: &Subject<'_>) -> Vec<Value> {
    let mut items: Vec<&Seen<'_>> = Vec::new();
    for seen in subject.rows.iter().flat_map(|row| &row.evidence).filter(|seen| seen.was_seen()) {
        if !items.iter().any(|known| known.item.at == seen.item.at) {
            items.push(seen);
        }
    }
    items.into_iter().map(|seen| observation(subject, seen)).collect()
}

/// The id of what was seen, that day, in that declaration.
pub fn observation_id(subject: &Subject<'_>, seen: &Seen<'_>) -> String {
    ids::id(
        "observation",
        &[
            subject.path,
            subject.sha256,
            &timestamp(subject.report),
            &seen.pointer(),
            seen.outcome.as_str(),
            seen.looked_for,
            seen.found,
        ],
    )
}

fn observation(subject: &Subject<'_>, seen: &Seen<'_>) -> Value {
    let mut evidence = json!({ "description": seen.name() });
    if let (Some(href), Some(keys)) = (seen.link(), evidence.as_object_mut()) {
        keys.insert("href".to_owned(), href.into());
    }
    json!({
        "uuid": observation_id(subject, seen),
        "description": seen.message(),
        "methods": ["EXAMINE"],
        "types": ["control-objective"],
        "relevant-evidence": [evidence],
        "collected": timestamp(subject.report),
    })
}
