//! Who claims, and about what.

use crate::declaration::Client;
use crate::render::exports::about::link;
use crate::render::exports::labels::labels;
use crate::render::exports::row::Row;
use crate::render::exports::subject::Subject;
use serde_json::{Map, Value, json};

/// The reference of the assessor.
pub const ASSESSOR: &str = "assessor";
/// The reference of the registry.
const REGISTRY: &str = "registry";

/// The registry, which assesses itself.
pub fn assessor(subject: &Subject<'_>) -> Value {
    json!({ "bom-ref": ASSESSOR, "thirdParty": false, "organization": { "name": subject.registry() } })
}

/// The registry, and the clients that have answers of their own.
pub fn targets(subject: &Subject<'_>) -> Value {
    let mut registry = json!({ "bom-ref": REGISTRY, "name": subject.registry() });
    if let (Some(home), Some(keys)) = (subject.home(), registry.as_object_mut()) {
        keys.insert("url".to_owned(), json!([home]));
    }
    let mut targets = Map::new();
    targets.insert("organizations".to_owned(), json!([registry]));
    let names: Vec<&str> = subject.declaration.clis.iter().map(|it| &*it.name).collect();
    let labelled = subject.declaration.clis.iter().zip(labels(&names));
    let clients: Vec<Value> =
        labelled.enumerate().map(|(index, (it, label))| client(index, it, &label)).collect();
    if !clients.is_empty() {
        targets.insert("components".to_owned(), clients.into());
    }
    Value::Object(targets)
}

/// The reference of what a row is about.
pub fn target_ref(subject: &Subject<'_>, row: &Row<'_>) -> String {
    let at = row.client.and_then(|name| subject.declaration.clis.iter().position(|it| it.name == name));
    at.map_or_else(|| REGISTRY.to_owned(), client_ref)
}

/// By place: a name may hold anything.
fn client_ref(index: usize) -> String {
    format!("client:{index}")
}

fn client(index: usize, client: &Client, label: &str) -> Value {
    let mut component = json!({
        "type": "application",
        "bom-ref": client_ref(index),
        "name": label,
    });
    let home = client.url.as_deref().and_then(link);
    if let (Some(home), Some(keys)) = (home, component.as_object_mut()) {
        keys.insert("externalReferences".to_owned(), json!([{ "type": "website", "url": home }]));
    }
    component
}
