use super::{Shape, declaration};
use crate::declaration::grammar::DECLARATION;
use crate::principles::LATEST;
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn schema() -> Value {
    declaration(LATEST, &["placeholder", "mutable-link"])
}

/// The map form of an answer.
fn answer(id: &str) -> Value {
    schema()["$defs"][format!("answer-{id}")]["anyOf"][1].clone()
}

fn words(choices: &Value) -> Vec<&str> {
    choices["oneOf"].as_array().unwrap().iter().map(|choice| choice["const"].as_str().unwrap()).collect()
}

/// What must stand beside a status.
fn companion(answer: &Value, status: &str) -> Value {
    let all = answer["allOf"].as_array().unwrap();
    let found = all.iter().find(|it| it["if"]["properties"]["status"]["const"] == status);
    found.map(|it| it["then"].clone()).unwrap_or_default()
}

fn keys_of_the_grammar(shape: &'static Shape, keys: &mut BTreeSet<&'static str>) {
    match shape {
        Shape::Map(_, fields) => {
            for field in *fields {
                keys.insert(field.key);
                keys_of_the_grammar(field.shape, keys);
            }
        }
        Shape::Table(_, each) | Shape::List(each) | Shape::NonEmpty(each) | Shape::OneOrMany(each) => {
            keys_of_the_grammar(each, keys);
        }
        Shape::Short(short, long) => {
            keys_of_the_grammar(short, keys);
            keys_of_the_grammar(long, keys);
        }
        _ => {}
    }
}

/// Calls `see` with every map schema, wherever it stands.
fn maps(schema: &Value, see: &mut impl FnMut(&Value)) {
    if schema["type"] == "object" {
        see(schema);
    }
    match schema {
        Value::Object(keys) => keys.values().for_each(|value| maps(value, see)),
        Value::Array(items) => items.iter().for_each(|value| maps(value, see)),
        _ => {}
    }
}

#[test]
fn every_key_of_the_grammar_is_in_the_schema_and_explained() {
    let mut wanted = BTreeSet::new();
    keys_of_the_grammar(&DECLARATION, &mut wanted);
    let mut found: BTreeSet<String> = BTreeSet::new();
    maps(&schema(), &mut |map| {
        for (key, value) in map["properties"].as_object().into_iter().flatten() {
            found.insert(key.clone());
            let explained = value["description"].is_string() || value["$ref"].is_string() || key == "is";
            assert!(explained, "{key}: {value}");
        }
    });
    for key in wanted {
        assert!(found.remove(key), "{key} is not in the schema");
    }
    let names = |id: &str| {
        LATEST.requirement(id).is_some()
            || LATEST.track(id).is_some()
            || LATEST.requirements.iter().any(|it| it.part(id).is_some())
    };
    assert!(found.iter().all(|key| names(key)), "not in the grammar: {found:?}");
}

#[test]
fn no_map_takes_an_unknown_key_and_every_map_takes_x_keys() {
    let mut count = 0;
    maps(&schema(), &mut |map| {
        count += 1;
        assert_eq!(map["patternProperties"], json!({"^x-": true}), "{map}");
        let clients = map["propertyNames"].is_object();
        assert!(clients || map["additionalProperties"] == false, "{map}");
    });
    assert!(count > LATEST.requirements.len(), "{count}");
}

#[test]
fn every_reference_leads_somewhere() {
    fn references(value: &Value, to: &mut Vec<String>) {
        match value {
            Value::Object(keys) => {
                to.extend(keys.get("$ref").and_then(Value::as_str).map(str::to_owned));
                keys.values().for_each(|value| references(value, to));
            }
            Value::Array(items) => items.iter().for_each(|value| references(value, to)),
            _ => {}
        }
    }
    let schema = schema();
    let mut found = Vec::new();
    references(&schema, &mut found);
    assert!(found.len() > LATEST.requirements.len());
    for reference in found {
        assert!(schema.pointer(reference.trim_start_matches('#')).is_some(), "{reference}");
    }
}

#[test]
fn an_answer_needs_what_its_status_needs() {
    let mfa = answer("mfa");
    assert_eq!(companion(&mfa, "met")["required"], json!(["evidence"]));
    assert_eq!(companion(&mfa, "planned")["required"], json!(["plan"]));
    assert_eq!(companion(&mfa, "partial")["required"], json!(["note"]), "one condition: said in words");
    assert_eq!(words(&schema()["$defs"]["answer-mfa"]["anyOf"][0]), ["unmet", "unknown"]);

    let scanning = answer("token-secret-scanning");
    assert_eq!(companion(&scanning, "partial")["required"], json!(["missing"]));
    assert_eq!(
        companion(&scanning, "partial")["properties"]["missing"],
        json!({"minItems": 1, "maxItems": 2})
    );
    assert_eq!(companion(&scanning, "not-applicable")["required"], json!(["reason"]));

    let warnings = answer("cli-vulnerability-warnings");
    assert_eq!(companion(&warnings, "met")["properties"]["tool"], false);
    assert_eq!(companion(&answer("sbom"), "met")["properties"], Value::Null, "a separate tool may meet it");
}

#[test]
fn not_applicable_is_offered_only_where_the_catalogue_accepts_it() {
    assert!(words(&answer("scoped-tokens")["properties"]["status"]).contains(&"not-applicable"));
    assert!(!words(&answer("mfa")["properties"]["status"]).contains(&"not-applicable"));
    assert_eq!(companion(&answer("mfa"), "not-applicable"), Value::Null);
    let parts = &answer("security-notifications")["properties"]["not-applicable-parts"]["properties"];
    assert_eq!(parts.as_object().unwrap().keys().collect::<Vec<_>>(), ["password-change"]);
    assert!(answer("unpublish-policy")["properties"].get("not-applicable-parts").is_none());
}

#[test]
fn parts_are_those_of_the_requirement() {
    let disclosure = answer("vulnerability-disclosure");
    assert_eq!(words(&disclosure["properties"]["missing"]["items"]), ["policy", "safe-harbor"]);
    let schema = schema();
    let item = &schema["$defs"]["item-vulnerability-disclosure"]["anyOf"][1]["properties"]["for"];
    assert_eq!(words(&item["anyOf"][0]), ["policy", "safe-harbor", "ninety-days"], "optional ones too");
    assert!(schema["$defs"]["item"]["anyOf"][1]["properties"].get("for").is_none());
    assert!(answer("mfa")["properties"].get("missing").is_none());
}

#[test]
fn an_item_has_one_locator_and_at_most_one_check() {
    let item = schema()["$defs"]["item"]["anyOf"][1].clone();
    assert_eq!(
        item["oneOf"],
        json!([{"required": ["file"]}, {"required": ["url"]}, {"required": ["statement"]}])
    );
    let checks = json!([{"required": ["quote"]}, {"required": ["json"]}, {"required": ["security-txt"]}]);
    assert_eq!(item["allOf"][0]["oneOf"], json!([{"not": {"anyOf": checks}}, {"oneOf": checks}]));
}

#[test]
fn names_come_from_the_catalogue_and_the_rules() {
    let schema = schema();
    assert_eq!(schema["properties"]["principles"]["const"], "v0.1");
    let answers = schema["properties"]["answers"]["properties"].as_object().unwrap();
    assert_eq!(answers.len(), LATEST.requirements.len());
    let clients = &schema["properties"]["clis"]["additionalProperties"]["properties"]["answers"];
    assert_eq!(
        clients["properties"].as_object().unwrap().keys().collect::<Vec<_>>(),
        [
            "pinned-installs",
            "cli-vulnerability-warnings",
            "sbom",
            "vulnerability-remediation",
            "reachability-analysis"
        ]
    );
    assert_eq!(
        schema["properties"]["ignore"]["items"]["properties"]["rule"]["enum"],
        json!(["placeholder", "mutable-link"])
    );
    assert_eq!(
        schema["properties"]["registry"]["properties"]["also-assess"]["items"]["enum"],
        json!(["authorization"])
    );
    let mfa = &schema["$defs"]["answer-mfa"];
    assert_eq!(mfa["title"], "Strong MFA supported");
    assert!(mfa["description"].as_str().unwrap().contains("What a reviewer looks for: names TOTP"));
}

#[test]
fn claims_follow_the_taxonomy() {
    let schema = schema();
    let conditions = schema["allOf"].as_array().unwrap();
    assert_eq!(conditions[0]["properties"]["claims"]["required"], json!(["general", "cli"]));
    let authorization = &conditions[2]["then"];
    assert_eq!(authorization["then"]["properties"]["claims"]["required"], json!(["authorization"]));
    assert_eq!(authorization["else"]["properties"]["claims"]["properties"], json!({"authorization": false}));
    assert_eq!(
        authorization["if"]["properties"]["registry"]["anyOf"][0]["properties"],
        json!({"user-accounts": {"const": true}, "packages": {"contains": {"enum": ["accepts-built"]}}})
    );
}
