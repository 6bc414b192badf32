//! Answers as claims: what is declared, and, where evidence was seen to be otherwise, the claim against it.

use super::evidence::{evidence_ref, plan_ref};
use super::target::target_ref;
use crate::render::exports::conclusion::Conclusion;
use crate::render::exports::row::{Row, Seen};
use crate::render::exports::subject::Subject;
use serde_json::{Map, Value, json};

/// The claims of all rows of which something is said.
pub fn claims(subject: &Subject<'_>) -> Vec<Value> {
    let said = subject.rows.iter().enumerate().filter(|(_, row)| is_said(row));
    said.flat_map(|(index, row)| [Some(claim(subject, index, row)), counter_claim(subject, index, row)])
        .flatten()
        .collect()
}

/// Whether anything is claimed: not of what is not applicable or not assessed.
pub fn is_said(row: &Row<'_>) -> bool {
    !matches!(row.conclusion(), Conclusion::NotApplicable | Conclusion::Unknown)
}

/// The reference of the claim of a row.
pub fn claim_ref(index: usize) -> String {
    format!("claim:{index}")
}

/// The reference of the claim against a row.
pub fn counter_claim_ref(index: usize) -> String {
    format!("counter-claim:{index}")
}

fn claim(subject: &Subject<'_>, index: usize, row: &Row<'_>) -> Value {
    let mut claim = Map::new();
    let mut put = |key: &str, value: Value| claim.insert(key.to_owned(), value);
    put("bom-ref", claim_ref(index).into());
    put("target", target_ref(subject, row).into());
    put("predicate", format!("{}: {}", row.title(), row.message()).into());
    if row.answer.is_some_and(|answer| answer.plan.is_some()) {
        put("mitigationStrategies", json!([plan_ref(index)]));
    }
    let (against, with): (Vec<&Seen<'_>>, Vec<_>) = row.evidence.iter().partition(|it| it.is_contradicted());
    for (key, items) in [("evidence", with), ("counterEvidence", against)] {
        if !items.is_empty() {
            put(key, items.into_iter().map(evidence_ref).collect());
        }
    }
    Value::Object(claim)
}

fn counter_claim(subject: &Subject<'_>, index: usize, row: &Row<'_>) -> Option<Value> {
    let against: Value = row.evidence.iter().filter(|it| it.is_contradicted()).map(evidence_ref).collect();
    if against.as_array().is_none_or(Vec::is_empty) {
        return None;
    }
    Some(json!({
        "bom-ref": counter_claim_ref(index),
        "target": target_ref(subject, row),
        "predicate": format!("{}: evidence that was cited for it was seen to be otherwise.", row.title()),
        "evidence": against,
    }))
}
