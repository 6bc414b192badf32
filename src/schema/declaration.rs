//! The grammar of declarations → JSON Schema.

use super::answer::{self, answer};
use super::claims::claims_of_the_taxonomy;
use super::leaf::{leaf, parts};
use super::{DIALECT, EXTENSION};
use crate::declaration::grammar::{ANSWER, DECLARATION, Field, ITEM, Shape, Vocabulary};
use crate::principles::{Catalogue, Requirement};
use serde_json::{Map, Value, json};
use std::ptr;

/// The schema of declarations that are about this catalogue, for a binary that has these rules. It is written from the same
/// grammar that the reader holds declarations against.
#[must_use]
pub fn declaration(catalogue: &Catalogue, rule_ids: &[&str]) -> Value {
    let writer = Writer { catalogue, rule_ids };
    let mut schema = Map::new();
    schema.insert("$schema".to_owned(), json!(DIALECT));
    schema.insert(
        "title".to_owned(),
        json!(format!(".package-repo-security.yml, principles {}", catalogue.version)),
    );
    schema.insert(
        "description".to_owned(),
        json!(format!("How a package registry meets the {} {}.", catalogue.title, catalogue.version)),
    );
    if let Value::Object(top) = writer.expand(&DECLARATION, None) {
        schema.extend(top);
    }
    schema.insert("allOf".to_owned(), claims_of_the_taxonomy(catalogue));
    schema.insert("$defs".to_owned(), writer.definitions());
    Value::Object(schema)
}

/// Walks the grammar.
pub(super) struct Writer<'a> {
    catalogue: &'a Catalogue,
    rule_ids: &'a [&'a str],
}

impl Writer<'_> {
    /// Answers and items of evidence, which stand in many places: one for each requirement whose parts they name.
    fn definitions(&self) -> Value {
        let mut definitions = Map::new();
        for requirement in self.catalogue.requirements.iter() {
            definitions.insert(format!("answer-{}", requirement.id), answer(self, requirement));
        }
        definitions.insert("item".to_owned(), self.expand(&ITEM, None));
        for requirement in self.catalogue.requirements.iter().filter(|it| !it.parts.is_empty()) {
            definitions.insert(format!("item-{}", requirement.id), self.expand(&ITEM, Some(requirement)));
        }
        Value::Object(definitions)
    }

    /// The schema of a shape, by reference where it is one of the definitions.
    fn value(&self, shape: &'static Shape, requirement: Option<&Requirement>) -> Value {
        match requirement {
            Some(requirement) if ptr::eq(shape, &raw const ANSWER) => {
                json!({"$ref": format!("#/$defs/answer-{}", requirement.id)})
            }
            Some(requirement) if ptr::eq(shape, &raw const ITEM) && !requirement.parts.is_empty() => {
                json!({"$ref": format!("#/$defs/item-{}", requirement.id)})
            }
            _ if ptr::eq(shape, &raw const ITEM) => json!({"$ref": "#/$defs/item"}),
            _ => self.expand(shape, requirement),
        }
    }

    /// The schema of a shape.
    pub(super) fn expand(&self, shape: &'static Shape, requirement: Option<&Requirement>) -> Value {
        match shape {
            Shape::Map(place, fields) => self.map(place, fields, requirement),
            Shape::Table(vocabulary, each) => self.table(*vocabulary, each, requirement),
            Shape::List(each) => json!({"type": "array", "items": self.value(each, requirement)}),
            Shape::NonEmpty(each) => {
                json!({"type": "array", "items": self.value(each, requirement), "minItems": 1})
            }
            Shape::OneOrMany(each) => {
                let one = self.value(each, requirement);
                json!({"anyOf": [one, {"type": "array", "items": one, "minItems": 1}]})
            }
            Shape::Short(short, long) => {
                json!({"anyOf": [self.value(short, requirement), self.value(long, requirement)]})
            }
            Shape::Name(vocabulary) => self.name(*vocabulary, requirement),
            scalar => leaf(scalar, self.catalogue).unwrap_or(Value::Bool(true)),
        }
    }

    fn map(&self, place: &str, fields: &'static [Field], requirement: Option<&Requirement>) -> Value {
        let mut properties = Map::new();
        for field in fields {
            let value = described(self.value(field.shape, requirement), field.about);
            properties.insert(field.key.to_owned(), value);
        }
        let required: Vec<&str> =
            fields.iter().filter(|field| field.required).map(|field| field.key).collect();
        let mut schema = closed(&properties);
        if !required.is_empty() {
            schema["required"] = json!(required);
        }
        refine(place, &mut schema, requirement);
        schema
    }

    fn table(
        &self,
        vocabulary: Vocabulary,
        each: &'static Shape,
        requirement: Option<&Requirement>,
    ) -> Value {
        let catalogue = self.catalogue;
        let mut properties = Map::new();
        match vocabulary {
            Vocabulary::Requirement | Vocabulary::CliRequirement => {
                let here =
                    |it: &&Requirement| vocabulary == Vocabulary::Requirement || catalogue.is_per_cli(it);
                for requirement in catalogue.requirements.iter().filter(here) {
                    properties.insert(requirement.id.to_string(), self.value(each, Some(requirement)));
                }
            }
            Vocabulary::RequirementPart => {
                for part in requirement.into_iter().flat_map(|it| it.parts.iter()) {
                    let about = answer::about_part(part);
                    properties.insert(part.id.to_string(), described(self.value(each, requirement), &about));
                }
            }
            Vocabulary::Track | Vocabulary::OptInTrack => {
                for track in catalogue.tracks.iter() {
                    let about = format!("the level claimed for {}, 0 to 3", track.title);
                    properties.insert(track.id.to_string(), described(self.value(each, requirement), &about));
                }
            }
            Vocabulary::Client | Vocabulary::Rule => {
                return json!({
                    "type": "object",
                    "propertyNames": {"pattern": r"^\S(.*\S)?$", "maxLength": 64},
                    "patternProperties": {EXTENSION: true},
                    "additionalProperties": self.value(each, requirement),
                });
            }
        }
        closed(&properties)
    }

    fn name(&self, vocabulary: Vocabulary, requirement: Option<&Requirement>) -> Value {
        let catalogue = self.catalogue;
        let known: Vec<&str> = match vocabulary {
            Vocabulary::RequirementPart => {
                return requirement.map_or(Value::Bool(false), |it| parts(it.parts.iter()));
            }
            Vocabulary::Client => return json!({"type": "string"}),
            Vocabulary::Requirement => catalogue.requirements.iter().map(|it| &*it.id).collect(),
            Vocabulary::CliRequirement => catalogue
                .requirements
                .iter()
                .filter(|it| catalogue.is_per_cli(it))
                .map(|it| &*it.id)
                .collect(),
            Vocabulary::Track => catalogue.tracks.iter().map(|it| &*it.id).collect(),
            Vocabulary::OptInTrack => {
                catalogue.tracks.iter().filter(|it| it.opt_in).map(|it| &*it.id).collect()
            }
            Vocabulary::Rule => self.rule_ids.to_vec(),
        };
        json!({"enum": known})
    }
}

/// A map with these keys, those that begin with `x-`, and no others.
fn closed(properties: &Map<String, Value>) -> Value {
    json!({
        "type": "object",
        "properties": properties,
        "patternProperties": {EXTENSION: true},
        "additionalProperties": false,
    })
}

/// The same schema with a description of what the key means, in front of what its form says of itself.
fn described(schema: Value, about: &str) -> Value {
    let Value::Object(schema) = schema else { return schema };
    let mut described = Map::new();
    described.insert("description".to_owned(), json!(about));
    described.extend(schema.into_iter().filter(|(key, _)| key != "description"));
    Value::Object(described)
}

/// What binds the keys of a map together: the grammar knows each key alone, rules know the rest.
fn refine(place: &str, schema: &mut Value, requirement: Option<&Requirement>) {
    match place {
        "under `registry`" => {
            schema["properties"]["packages"]["minItems"] = json!(1);
            schema["properties"]["packages"]["uniqueItems"] = json!(true);
        }
        "inside `plan`" => schema["anyOf"] = json!([{"required": ["by"]}, {"required": ["issue"]}]),
        "inside an evidence item" => answer::refine_item(schema, requirement),
        "inside an answer" => {
            if let Some(requirement) = requirement {
                answer::refine_answer(schema, requirement);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
#[path = "declaration_tests.rs"]
mod tests;
