//! What an answer needs beside its status, requirement by requirement.

use super::declaration::Writer;
use super::leaf::{parts, statuses};
use crate::declaration::Status;
use crate::declaration::grammar::{ANSWER, Shape};
use crate::declaration::words;
use crate::principles::{Part, Requirement};
use serde_json::{Value, json};

/// The schema of an answer to this requirement, with what an editor shows of it.
pub(super) fn answer(writer: &Writer<'_>, requirement: &Requirement) -> Value {
    let forms = match &ANSWER {
        // Alone stand only the statuses that need nothing beside them.
        Shape::Short(_, long) => json!([
            statuses(|status| matches!(status, Status::Unmet | Status::Unknown)),
            writer.expand(long, Some(requirement)),
        ]),
        whole => json!([writer.expand(whole, Some(requirement))]),
    };
    json!({"title": requirement.title, "description": about(requirement), "anyOf": forms})
}

fn about(requirement: &Requirement) -> String {
    let Requirement { track, level, text, hint, .. } = requirement;
    let mut about = format!("{text}\n\n{track}, level {level}. What a reviewer looks for: {hint}.");
    for part in requirement.parts.iter() {
        about.push_str("\n- ");
        about.push_str(&part.id);
        about.push_str(": ");
        about.push_str(&about_part(part));
    }
    if let Some(na) = &requirement.na {
        about.push_str("\n\nNot applicable where: ");
        about.push_str(na);
        about.push('.');
    }
    about
}

/// A part in one line.
pub(super) fn about_part(part: &Part) -> String {
    let optional = if part.optional { " (optional)" } else { "" };
    match &part.na {
        Some(na) => format!("{}{optional}; not applicable where {na}", part.text),
        None => format!("{}{optional}", part.text),
    }
}

/// Narrows the map form of an answer to what this requirement knows.
pub(super) fn refine_answer(schema: &mut Value, requirement: &Requirement) {
    let accepts_na = requirement.na.is_some();
    let mandatory = requirement.mandatory_parts().count();
    if let Some(properties) = schema["properties"].as_object_mut() {
        if let Some(status) = properties.get_mut("status") {
            status["oneOf"] =
                statuses(|status| accepts_na || status != Status::NotApplicable)["oneOf"].take();
        }
        // With one mandatory part or none, "some parts hold" is said in words.
        if mandatory > 1 {
            if let Some(missing) = properties.get_mut("missing") {
                missing["items"] = parts(requirement.mandatory_parts());
                missing["uniqueItems"] = json!(true);
            }
        } else {
            properties.shift_remove("missing");
        }
        let never: Vec<&str> =
            requirement.parts.iter().filter(|part| part.na.is_none()).map(|part| &*part.id).collect();
        if never.len() == requirement.parts.len() {
            properties.shift_remove("not-applicable-parts");
        } else if let Some(table) = properties.get_mut("not-applicable-parts")
            && let Some(known) = table["properties"].as_object_mut()
        {
            known.retain(|id, _| !never.contains(&id.as_str()));
        }
    }
    schema["allOf"] = companions(requirement, mandatory);
}

/// The key that a status needs beside it.
fn companions(requirement: &Requirement, mandatory: usize) -> Value {
    let needs = |status: Status, then: Value| {
        json!({
            "if": {"properties": {"status": {"const": status.as_str()}}, "required": ["status"]},
            "then": then,
        })
    };
    let mut met = json!({"required": ["evidence"]});
    if requirement.separate_tool.is_some() {
        met["properties"] = json!({"tool": false});
    }
    let partial = if mandatory > 1 {
        let missing = json!({"minItems": 1, "maxItems": mandatory - 1});
        json!({"required": ["missing"], "properties": {"missing": missing}})
    } else {
        json!({"required": ["note"]})
    };
    let mut companions = vec![
        needs(Status::Met, met),
        needs(Status::Partial, partial),
        needs(Status::Planned, json!({"required": ["plan"]})),
    ];
    if requirement.na.is_some() {
        companions.push(needs(Status::NotApplicable, json!({"required": ["reason"]})));
    }
    // And the statuses that a key goes with: with any other it contradicts them.
    let goes_with = |key: &str, statuses: &[Status]| {
        let words: Vec<&str> = statuses.iter().map(|status| status.as_str()).collect();
        json!({"if": {"required": [key]}, "then": {"properties": {"status": {"enum": words}}}})
    };
    companions.push(goes_with("missing", &[Status::Partial]));
    companions.push(goes_with("reason", &[Status::NotApplicable]));
    companions.push(goes_with("plan", &[Status::Partial, Status::Planned]));
    Value::Array(companions)
}

/// One locator, at most one check, and `for` only where there are parts.
pub(super) fn refine_item(schema: &mut Value, requirement: Option<&Requirement>) {
    if requirement.is_none()
        && let Some(properties) = schema["properties"].as_object_mut()
    {
        properties.shift_remove("for");
    }
    let present = |key: &&str| json!({"required": [key]});
    let locators: Vec<Value> = words::LOCATORS.iter().map(present).collect();
    let checks: Vec<Value> = words::CHECKS.iter().map(present).collect();
    schema["oneOf"] = json!(locators);
    let mut looks_into: Vec<Value> = checks.clone();
    looks_into.push(present(&"sha256"));
    schema["allOf"] = json!([
        {"oneOf": [{"not": {"anyOf": &checks}}, {"oneOf": &checks}]},
        {"if": {"required": ["statement"]}, "then": {"not": {"anyOf": looks_into}}},
    ]);
    schema["dependentRequired"] = json!({"commit": ["file"]});
}
