//! Tracks in the JSON report.

use super::object::object;
use crate::assessment::{ClientStanding, Standing, TrackStanding};
use serde_json::{Map, Value, json};

/// One track. What does not apply has no levels and claims none.
pub fn track(track: &TrackStanding) -> Value {
    let mut entry = object(json!({
        "applies": track.applies,
        "claimed": track.claimed.filter(|_| track.applies),
    }));
    entry.extend(standing(track.standing.as_ref()));
    if track.client.is_some() || !track.clients.is_empty() {
        let clients: Map<String, Value> = track.clients.iter().map(client).collect();
        entry.insert("client".to_owned(), track.client.clone().into());
        entry.insert("clients".to_owned(), clients.into());
    }
    Value::Object(entry)
}

fn client(client: &ClientStanding) -> (String, Value) {
    let mut entry = object(json!({ "primary": client.primary }));
    entry.extend(standing(Some(&client.standing)));
    (client.name.clone(), Value::Object(entry))
}

fn standing(standing: Option<&Standing>) -> Map<String, Value> {
    let blockers = standing.map_or(&[] as &[_], |it| &it.blockers).iter().map(|blocker| {
        json!({
            "requirement": blocker.requirement,
            "missing": blocker.missing,
            "status": blocker.status.as_str(),
            "contradicted": blocker.contradicted,
        })
    });
    object(json!({
        "declared": standing.map(|it| it.declared),
        "supported": standing.map(|it| it.supported),
        "levels": standing.map(levels),
        "blockers": blockers.collect::<Vec<_>>(),
        "ahead": standing.map_or(&[] as &[_], |it| &it.ahead),
    }))
}

fn levels(standing: &Standing) -> Map<String, Value> {
    let levels = standing.counts.iter().enumerate().map(|(index, count)| {
        let count = json!({
            "met": count.met,
            "applicable": count.applicable,
            "not_applicable": count.not_applicable,
        });
        ((index + 1).to_string(), count)
    });
    levels.collect()
}
