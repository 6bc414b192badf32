//! The schema of the JSON report of `check`, `report_version: 1`. Keys are only ever added within a version, so that every
//! map takes keys that are not named here.

use super::{DATE, DIALECT};
use crate::declaration::words;
use serde_json::{Value, json};

/// What came of looking at an item of evidence.
const OUTCOMES: [&str; 5] = ["matched", "found", "contradicted", "unreachable", "unchecked"];

/// The schema of the JSON report.
#[must_use]
pub fn report() -> Value {
    let statuses = with_null(words::STATUSES);
    let outcomes = with_null(&OUTCOMES);
    json!({
        "$schema": DIALECT,
        "title": "The JSON report of package-repo-security, version 1",
        "description": "Lines and columns count from 1; columns count characters. Keys are only ever added.",
        "type": "object",
        "required": [
            "report_version", "tool", "declaration", "principles", "mode", "as_of", "tracks", "requirements",
            "findings", "summary",
        ],
        "properties": {
            "report_version": {"const": 1},
            "tool": open(&json!({"name": string(), "version": string()}), &["name", "version"]),
            "declaration": {
                "description": "the file that was read; null where there is none",
                "type": ["object", "null"],
                "required": ["path", "sha256"],
                "properties": {
                    "path": string(),
                    "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
                },
            },
            "principles": {"description": "the framework's version", "type": "string"},
            "mode": {"enum": ["offline", "online"]},
            "as_of": {"description": "the day of the check", "type": "string", "pattern": DATE},
            "tracks": {"type": "object", "additionalProperties": {"$ref": "#/$defs/track"}},
            "requirements": {"type": "array", "items": {"$ref": "#/$defs/requirement"}},
            "findings": {"type": "array", "items": {"$ref": "#/$defs/finding"}},
            "baseline": open(
                &json!({
                    "source": string(),
                    "regressions": strings(),
                    "acknowledged": strings(),
                    "changes": {
                        "description": "everything that changed; null where there is nothing to compare",
                        "type": ["object", "null"],
                    },
                }),
                &["source", "regressions", "acknowledged"],
            ),
            "summary": open(
                &json!({
                    "errors": count(),
                    "warnings": count(),
                    "notices": count(),
                    "evidence": open(&OUTCOMES.iter().map(|it| ((*it).to_owned(), count())).collect(), &OUTCOMES),
                }),
                &["errors", "warnings", "notices", "evidence"],
            ),
        },
        "$defs": {
            "track": track(),
            "standing": standing(&statuses),
            "requirement": requirement(&statuses, &outcomes),
            "finding": finding(),
        },
    })
}

/// One track: whether it applies, what is claimed, how it stands.
fn track() -> Value {
    json!({
        "type": "object",
        "allOf": [{"$ref": "#/$defs/standing"}],
        "required": ["applies", "claimed"],
        "properties": {
            "applies": {"type": "boolean"},
            "claimed": level(),
            "client": {
                "description": "the client that the track is about: the lowest primary one",
                "type": ["string", "null"],
            },
            "clients": {
                "description": "every client",
                "type": "object",
                "additionalProperties": {"$ref": "#/$defs/standing"},
            },
        },
    })
}

/// A level and what it rests on, of a track or of a client.
fn standing(statuses: &Value) -> Value {
    let met = json!({"met": count(), "applicable": count(), "not_applicable": count()});
    let met = open(&met, &["met", "applicable", "not_applicable"]);
    let blocker = open(
        &json!({"requirement": string(), "missing": strings(), "status": statuses}),
        &["requirement", "missing"],
    );
    json!({
        "type": "object",
        "required": ["declared", "supported", "levels", "blockers", "ahead"],
        "properties": {
            "declared": level(),
            "supported": level(),
            "levels": {
                "description": "for each level, how many requirements are met; null where the track does not apply",
                "type": ["object", "null"],
                "required": ["1", "2", "3"],
                "properties": {"1": met, "2": met, "3": met},
            },
            "blockers": {"type": "array", "items": blocker},
            "ahead": strings(),
        },
    })
}

fn requirement(statuses: &Value, outcomes: &Value) -> Value {
    let item = open(
        &json!({
            "locator": string(),
            "outcome": {"enum": OUTCOMES},
            "looked_for": {"type": ["string", "null"]},
            "found": {"type": ["string", "null"]},
        }),
        &["locator", "outcome", "looked_for", "found"],
    );
    open(
        &json!({
            "id": string(),
            "track": string(),
            "level": {"type": "integer", "minimum": 1, "maximum": 3},
            "cli": {"description": "the client that the answer is about", "type": "string"},
            "status": statuses,
            "outcome": outcomes,
            "evidence": {"type": "array", "items": item},
            "line": {"type": ["integer", "null"], "minimum": 1},
        }),
        &["id", "track", "level", "status", "outcome", "evidence", "line"],
    )
}

fn finding() -> Value {
    let position = json!({"type": "integer", "minimum": 1});
    open(
        &json!({
            "rule": string(),
            "severity": {"enum": ["error", "warning", "notice"]},
            "message": string(),
            "path": string(),
            "line": position,
            "column": position,
            "end_line": position,
            "end_column": position,
            "help": string(),
            "url": string(),
            "fix": {"type": "object"},
        }),
        &["rule", "severity", "message", "path", "line", "column", "end_line", "end_column", "url"],
    )
}

fn open(properties: &Value, required: &[&str]) -> Value {
    json!({"type": "object", "required": required, "properties": properties})
}

fn with_null(words: &[&str]) -> Value {
    let words: Vec<Value> = words.iter().map(|word| json!(word)).chain([Value::Null]).collect();
    json!({"enum": words})
}

fn string() -> Value {
    json!({"type": "string"})
}

fn strings() -> Value {
    json!({"type": "array", "items": {"type": "string"}})
}

fn count() -> Value {
    json!({"type": "integer", "minimum": 0})
}

fn level() -> Value {
    json!({"type": ["integer", "null"], "minimum": 0, "maximum": 3})
}

#[cfg(test)]
mod tests {
    use super::{OUTCOMES, report};
    use crate::evidence::Outcome;
    use crate::findings::Severity;

    #[test]
    fn the_words_are_those_of_the_program() {
        let outcomes = [
            Outcome::Matched,
            Outcome::Found,
            Outcome::Contradicted,
            Outcome::Unreachable,
            Outcome::Unchecked,
        ];
        assert_eq!(OUTCOMES, outcomes.map(Outcome::as_str));
        let schema = report();
        let severities = [Severity::Error, Severity::Warning, Severity::Notice].map(Severity::as_str);
        assert_eq!(
            schema["$defs"]["finding"]["properties"]["severity"]["enum"],
            serde_json::json!(severities)
        );
    }

    #[test]
    fn later_versions_may_add_keys() {
        let text = report().to_string();
        assert!(!text.contains("\"additionalProperties\":false"), "{text}");
        assert!(!text.contains("unevaluatedProperties"));
    }

    #[test]
    fn the_keys_of_the_format_are_there() {
        let schema = report();
        for key in ["report_version", "tool", "declaration", "tracks", "requirements", "findings", "summary"]
        {
            assert!(schema["properties"][key].is_object(), "{key}");
            assert!(schema["required"].as_array().unwrap().iter().any(|it| it == key), "{key}");
        }
        assert!(!schema["required"].as_array().unwrap().iter().any(|it| it == "baseline"));
    }
}
