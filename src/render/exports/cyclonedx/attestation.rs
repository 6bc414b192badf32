//! What the registry attests to: each requirement of which something is said, with its claims.

use super::claim::{claim_ref, counter_claim_ref, is_said};
use super::evidence::plan_ref;
use super::requirement_ref;
use super::target::ASSESSOR;
use crate::declaration::Status;
use crate::render::exports::about::{SELF_ASSESSMENT, framework};
use crate::render::exports::conclusion::Conclusion;
use crate::render::exports::row::{Row, Seen};
use crate::render::exports::subject::Subject;
use serde_json::{Map, Value, json};

/// The attestation, signed by nobody.
pub fn attestation(subject: &Subject<'_>) -> Value {
    let rows = subject.rows.iter().enumerate().filter(|(_, row)| is_said(row));
    json!({
        "summary": format!("{} {SELF_ASSESSMENT}", framework(subject.report)),
        "assessor": ASSESSOR,
        "map": rows.map(|(index, row)| entry(index, row)).collect::<Vec<_>>(),
    })
}

fn entry(index: usize, row: &Row<'_>) -> Value {
    let mut entry = Map::new();
    let mut put = |key: &str, value: Value| entry.insert(key.to_owned(), value);
    put("requirement", requirement_ref(&row.requirement.id).into());
    put("claims", json!([claim_ref(index)]));
    if row.evidence.iter().any(Seen::is_contradicted) {
        put("counterClaims", json!([counter_claim_ref(index)]));
    }
    put("conformance", conformance(index, row));
    if let Some(unseen) = row.unseen().filter(|_| row.conclusion() == Conclusion::Passed) {
        put("confidence", json!({ "rationale": unseen }));
    }
    Value::Object(entry)
}

/// The score says met, not met, or which share of the parts holds: it weighs nothing.
fn conformance(index: usize, row: &Row<'_>) -> Value {
    let mut conformance = Map::new();
    let score = match row.conclusion() {
        Conclusion::Passed => Some(json!(1)),
        Conclusion::Failed if row.standing.is_some_and(|it| it.status == Status::Partial) => share(row),
        Conclusion::Failed => Some(json!(0)),
        Conclusion::NeedsReview | Conclusion::NotApplicable | Conclusion::Unknown => None,
    };
    if let Some(score) = score {
        conformance.insert("score".to_owned(), score);
    }
    conformance.insert("rationale".to_owned(), row.message().into());
    if row.answer.is_some_and(|answer| answer.plan.is_some()) {
        conformance.insert("mitigationStrategies".to_owned(), json!([plan_ref(index)]));
    }
    Value::Object(conformance)
}

/// Which share of the parts that apply holds, in hundredths, rounded down; `None` where it does not say which do.
fn share(row: &Row<'_>) -> Option<Value> {
    let parts = row.parts();
    let count = |wanted: Conclusion| parts.iter().filter(|(_, conclusion)| *conclusion == wanted).count();
    let (holds, fails) = (count(Conclusion::Passed), count(Conclusion::Failed));
    let is_known =
        parts.iter().all(|(part, conclusion)| part.is_some() && *conclusion != Conclusion::NeedsReview);
    if !is_known || holds + fails == 0 {
        return None;
    }
    let hundredths = u8::try_from(holds * 100 / (holds + fails)).ok()?;
    Some(json!(f64::from(hundredths) / 100.0))
}
