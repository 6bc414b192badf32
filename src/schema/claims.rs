//! A claim for each track that applies, and none for one that does not: what the taxonomy says of `claims`.

use crate::principles::{Catalogue, Track};
use serde_json::{Value, json};

/// The conditions, for the top level of a declaration.
pub(super) fn claims_of_the_taxonomy(catalogue: &Catalogue) -> Value {
    let always: Vec<&str> =
        catalogue.tracks.iter().filter(|track| applies_always(track)).map(|track| &*track.id).collect();
    let mut conditions = vec![json!({"properties": {"claims": {"required": always}}})];
    for track in catalogue.tracks.iter().filter(|track| !applies_always(track)) {
        let id = &*track.id;
        conditions.push(json!({
            // As long as the taxonomy is not written, nothing is said of what rests on it.
            "if": registry(&json!({"required": ["user-accounts", "packages"]})),
            "then": {
                "if": registry(&applies(track)),
                "then": {"properties": {"claims": {"required": [id]}}},
                "else": {"properties": {"claims": {"properties": {id: false}}}},
            },
        }));
    }
    Value::Array(conditions)
}

fn applies_always(track: &Track) -> bool {
    !track.needs_user_accounts && track.needs_packages.is_empty()
}

fn registry(schema: &Value) -> Value {
    json!({"properties": {"registry": schema}, "required": ["registry"]})
}

fn applies(track: &Track) -> Value {
    let mut taxonomy = json!({"properties": {}});
    if track.needs_user_accounts {
        taxonomy["properties"]["user-accounts"] = json!({"const": true});
    }
    if !track.needs_packages.is_empty() {
        taxonomy["properties"]["packages"] = json!({"contains": {"enum": &*track.needs_packages}});
    }
    if !track.opt_in {
        return taxonomy;
    }
    let opted_in = json!({
        "properties": {"also-assess": {"contains": {"const": &*track.id}}},
        "required": ["also-assess"],
    });
    json!({"anyOf": [taxonomy, opted_in]})
}
