//! Evidence and plans.

use crate::declaration::Plan;
use crate::render::exports::about::{link, midnight};
use crate::render::exports::row::Seen;
use crate::render::exports::subject::Subject;
use crate::render::exports::words;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Every item of evidence once, then every plan.
pub fn evidence(subject: &Subject<'_>) -> Vec<Value> {
    let mut known = BTreeSet::new();
    let items = subject.rows.iter().flat_map(|row| &row.evidence).filter(|seen| known.insert(&seen.item.at));
    let mut all: Vec<Value> = items.map(item).collect();
    let plans = subject.rows.iter().enumerate();
    all.extend(plans.filter_map(|(index, row)| Some(plan(index, row.answer?.plan.as_ref()?))));
    all
}

/// The reference of an item.
pub fn evidence_ref(seen: &Seen<'_>) -> String {
    format!("evidence:{}", seen.pointer())
}

/// The reference of the plan of a row.
pub fn plan_ref(index: usize) -> String {
    format!("plan:{index}")
}

fn item(seen: &Seen<'_>) -> Value {
    let mut evidence = json!({ "bom-ref": evidence_ref(seen), "description": seen.message() });
    let Some(keys) = evidence.as_object_mut() else { return evidence };
    if let Some(url) = seen.link() {
        keys.insert("data".to_owned(), data("source", &url));
    }
    if let Some(day) = seen.item.as_of {
        keys.insert("created".to_owned(), midnight(day).into());
    }
    evidence
}

fn plan(index: usize, plan: &Plan) -> Value {
    let mut evidence = json!({ "bom-ref": plan_ref(index), "description": words::plan(plan) });
    if let (Some(url), Some(keys)) = (plan.issue.as_deref().and_then(link), evidence.as_object_mut()) {
        keys.insert("data".to_owned(), data("issue", &url));
    }
    evidence
}

fn data(name: &str, url: &str) -> Value {
    json!([{ "name": name, "contents": { "url": url } }])
}
