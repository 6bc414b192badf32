//! The schema of catalogue files, `principles/*.yml`: the form that `principles::model::file` reads.

use super::{DIALECT, TEXT};
use crate::declaration::words;
use serde_json::{Value, json};

/// Ids of tracks, requirements, parts and references.
const ID: &str = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$";

/// The schema of a catalogue. That ids lead somewhere, only `--principles` itself checks.
#[must_use]
pub fn catalogue() -> Value {
    let text = json!({"type": "string", "pattern": TEXT});
    let link = json!({"type": "string", "pattern": r"^https://\S+$"});
    let date = json!({"type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$"});
    let of = |each: Value| json!({"type": "object", "propertyNames": {"pattern": ID}, "additionalProperties": each});
    json!({
        "$schema": DIALECT,
        "title": "A catalogue of package-repo-security",
        "description": "One published version of the Principles for Package Repository Security, as data.",
        "type": "object",
        "properties": {
            "version": {
                "description": "the version as declarations name it: `v0.1`",
                "type": "string",
                "pattern": "^v[0-9]",
            },
            "title": about(&text, "the framework's title"),
            "published": about(&date, "when the framework's version was published: year and month"),
            "source": about(&link, "permanent link to the framework's document"),
            "licence": about(&text, "SPDX identifier of the licence of the framework's document"),
            "attribution": about(&text, "who wrote the framework, and whose words the texts here are"),
            "review-within-days": days("how long a review of a declaration holds, in days"),
            "tracks": about(&of(track(&text)), "the tracks, in the framework's order"),
            "requirements":
                about(&of(requirement(&text, &link)), "the requirements, in the framework's order"),
            "references": about(
                &of(closed(&json!({
                    "title": about(&text, "its title"),
                    "url": about(&link, "where it stands"),
                }), &["title", "url"])),
                "guides and standards that requirements refer to",
            ),
        },
        "required": [
            "version", "title", "published", "source", "licence", "attribution", "review-within-days", "tracks",
            "requirements",
        ],
        "additionalProperties": false,
    })
}

fn track(text: &Value) -> Value {
    let when = closed(
        &json!({
            "user-accounts": {
                "description": "applies to registries that have user accounts",
                "type": "array",
                "items": {"const": true},
                "maxItems": 1,
            },
            "packages": {
                "description": "applies to registries with one of these kinds of package",
                "type": "array",
                "items": {"enum": words::PACKAGES},
                "uniqueItems": true,
            },
        }),
        &[],
    );
    closed(
        &json!({
            "title": about(text, "the framework's heading"),
            "when": about(&when, "which registries it applies to; left out, all"),
            "opt-in": {
                "description": "a registry that the taxonomy leaves out may opt in with `also-assess`",
                "type": "boolean",
            },
            "per": {"description": "its level is the least over the primary clients", "const": "cli"},
        }),
        &["title"],
    )
}

fn requirement(text: &Value, link: &Value) -> Value {
    let ids = json!({"type": "array", "items": {"type": "string", "pattern": ID}, "uniqueItems": true});
    let part = json!({"anyOf": [
        text,
        closed(&json!({
            "text": about(text, "the condition"),
            "na": about(text, "when this part cannot apply; left out, never"),
            "optional": {
                "description": "the framework says \"should\" or \"if possible\"",
                "type": "boolean",
            },
        }), &["text"]),
    ]});
    let example = closed(
        &json!({
            "registry": about(text, "the registry's name"),
            "how": about(text, "what it does, in one sentence"),
            "url": about(link, "where that can be seen"),
            "partly": {"description": "it holds only in part", "type": "boolean"},
        }),
        &["registry", "how", "url"],
    );
    let parts = json!({"type": "object", "propertyNames": {"pattern": ID}, "additionalProperties": part});
    closed(
        &json!({
            "track": {"description": "the id of its track", "type": "string", "pattern": ID},
            "level": {"description": "its level", "type": "integer", "minimum": 1, "maximum": 3},
            "title": about(text, "a short name"),
            "text": about(text, "what is asked, in the project's own words"),
            "source": about(link, "permanent link to the lines of the framework"),
            "parts": about(&parts, "the conditions that it falls into; left out where it is one condition"),
            "na": about(text, "when `not-applicable` is accepted; left out, never"),
            "separate-tool": {
                "description": "what a tool beside the client is worth, where the framework asks for the client itself",
                "const": "partial",
            },
            "implies": about(&ids, "requirements that are met where this one is"),
            "evidence": {
                "description": "kinds of evidence that make sense, best first",
                "type": "array",
                "items": {"enum": words::EVIDENCE_KINDS},
                "minItems": 1,
                "uniqueItems": true,
            },
            "hint": about(text, "what a reviewer looks for"),
            "see": about(&ids, "ids of references"),
            "examples": {
                "description": "how named registries met it",
                "type": "array",
                "items": example,
            },
            "max-age-days": days("how old the newest `as-of` of its evidence may be, in days"),
        }),
        &["track", "level", "title", "text", "source", "evidence", "hint"],
    )
}

fn closed(properties: &Value, required: &[&str]) -> Value {
    let mut schema = json!({"type": "object", "properties": properties, "additionalProperties": false});
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    schema
}

fn days(about: &str) -> Value {
    json!({"description": about, "type": "integer", "minimum": 1})
}

fn about(schema: &Value, about: &str) -> Value {
    super::declaration::described(schema.clone(), about)
}

#[cfg(test)]
mod tests {
    use super::catalogue;
    use crate::principles::LATEST;
    use serde_json::Value;

    /// The keys of a map schema, and whether it takes others.
    fn keys(schema: &Value) -> (Vec<&str>, bool) {
        let keys = schema["properties"].as_object().unwrap().keys().map(String::as_str).collect();
        (keys, schema["additionalProperties"] != false)
    }

    #[test]
    fn the_keys_are_those_that_the_reader_takes() {
        let schema = catalogue();
        let requirement = &schema["properties"]["requirements"]["additionalProperties"];
        for (map, expected) in [
            (
                &schema,
                "version title published source licence attribution review-within-days tracks requirements references",
            ),
            (
                requirement,
                "track level title text source parts na separate-tool implies evidence hint see examples max-age-days",
            ),
            (&schema["properties"]["tracks"]["additionalProperties"], "title when opt-in per"),
        ] {
            assert_eq!(keys(map), (expected.split(' ').collect(), false));
        }
        for key in requirement["properties"].as_object().unwrap().values() {
            assert!(key["description"].is_string(), "{key}");
        }
    }

    #[test]
    fn every_kind_of_evidence_of_the_catalogue_is_known() {
        let schema = catalogue();
        let kinds =
            &schema["properties"]["requirements"]["additionalProperties"]["properties"]["evidence"]["items"];
        let known = kinds["enum"].as_array().unwrap();
        for requirement in LATEST.requirements.iter() {
            for kind in requirement.evidence.iter() {
                assert!(known.iter().any(|it| it == &**kind), "{kind}");
            }
        }
    }
}
