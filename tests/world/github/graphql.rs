//! The GraphQL side: any query is parsed and run over the model. It knows the part of GitHub's schema that evidence needs;
//! a field beyond it is an error, as a field beyond the schema is on GitHub.

use super::Hub;
use super::serve::Reply;
use graphql_parser::query::{
    Definition, Document, Field, OperationDefinition, Selection, SelectionSet, TypeCondition, Value,
};
use serde_json::{Map, Value as Json, json};
use std::collections::{BTreeMap, BTreeSet};
use things::{Found, Thing};

mod things;

type Variables = Map<String, Json>;
type Set = SelectionSet<'static, String>;
type Fragments<'q> = BTreeMap<&'q str, (&'q str, &'q Set)>;

/// Arguments of a field, with variables put in.
pub struct Arguments(BTreeMap<String, Json>);

impl Arguments {
    pub fn text(&self, name: &str) -> String {
        self.0.get(name).and_then(Json::as_str).unwrap_or_default().to_owned()
    }

    pub fn number(&self, name: &str) -> Option<u64> {
        self.0.get(name).and_then(Json::as_u64)
    }

    pub fn flag(&self, name: &str) -> Option<bool> {
        self.0.get(name).and_then(Json::as_bool)
    }
}

/// Answers the body of a request.
pub fn respond(hub: &Hub, body: &str, pages: &str) -> Reply {
    let Ok(Json::Object(request)) = serde_json::from_str(body) else {
        return Reply::json(400, &json!({ "message": "Problems parsing JSON" }));
    };
    let query = request.get("query").and_then(Json::as_str).unwrap_or_default();
    let variables = request.get("variables").and_then(Json::as_object).cloned().unwrap_or_default();
    let document = match graphql_parser::parse_query::<String>(query) {
        Ok(document) => document.into_static(),
        Err(error) => return refused(&error.to_string()),
    };
    match run(hub, &document, &variables, pages) {
        Ok((data, errors)) if errors.is_empty() => Reply::json(200, &json!({ "data": data })),
        Ok((data, errors)) => Reply::json(200, &json!({ "data": data, "errors": errors })),
        Err(error) => refused(&error),
    }
}

/// What GitHub answers to a query that is none: no data.
fn refused(message: &str) -> Reply {
    Reply::json(200, &json!({ "errors": [{ "message": message }] }))
}

fn run(
    hub: &Hub,
    document: &Document<'static, String>,
    variables: &Variables,
    pages: &str,
) -> Result<(Json, Vec<Json>), String> {
    let mut fragments = Fragments::new();
    let mut operation = None;
    for definition in &document.definitions {
        match definition {
            Definition::Fragment(fragment) => {
                let TypeCondition::On(on) = &fragment.type_condition;
                fragments.insert(&fragment.name, (on, &fragment.selection_set));
            }
            Definition::Operation(OperationDefinition::Query(query)) => operation = Some(query),
            Definition::Operation(_) => return Err("only queries are answered".to_owned()),
        }
    }
    let query = operation.ok_or("no query")?;
    let declared: BTreeSet<&str> = query.variable_definitions.iter().map(|it| it.name.as_str()).collect();
    for definition in &query.variable_definitions {
        let is_given = variables.get(&definition.name).is_some_and(|value| !value.is_null());
        if definition.var_type.to_string().ends_with('!') && !is_given {
            return Err(format!("Variable ${} was provided invalid value", definition.name));
        }
    }
    let mut run = Run { pages, variables, declared, used: BTreeSet::new(), fragments, errors: Vec::new() };
    let data = run.select(&Thing::Query(hub), &query.selection_set, &mut Vec::new())?;
    if let Some(unused) = run.declared.difference(&run.used.iter().map(String::as_str).collect()).next() {
        return Err(format!("Variable ${unused} is declared by the query but not used"));
    }
    Ok((data, run.errors))
}

struct Run<'q> {
    pages: &'q str,
    variables: &'q Variables,
    declared: BTreeSet<&'q str>,
    used: BTreeSet<String>,
    fragments: Fragments<'q>,
    errors: Vec<Json>,
}

impl<'q> Run<'q> {
    fn select(
        &mut self,
        thing: &Thing<'_>,
        selection: &'q Set,
        path: &mut Vec<Json>,
    ) -> Result<Json, String> {
        let mut object = Map::new();
        self.select_into(thing, selection, path, &mut object)?;
        Ok(Json::Object(object))
    }

    fn select_into(
        &mut self,
        thing: &Thing<'_>,
        selection: &'q Set,
        path: &mut Vec<Json>,
        object: &mut Map<String, Json>,
    ) -> Result<(), String> {
        for item in &selection.items {
            match item {
                Selection::Field(field) => {
                    let key = field.alias.as_ref().unwrap_or(&field.name).clone();
                    path.push(Json::String(key.clone()));
                    let value = self.field(thing, field, path)?;
                    path.pop();
                    merge(object, key, value);
                }
                Selection::InlineFragment(fragment) => {
                    let fits = match &fragment.type_condition {
                        Some(TypeCondition::On(on)) => thing.is(on),
                        None => true,
                    };
                    // The variables of a part that does not apply are used all the same.
                    self.note_variables(&fragment.selection_set);
                    if fits {
                        self.select_into(thing, &fragment.selection_set, path, object)?;
                    }
                }
                Selection::FragmentSpread(spread) => {
                    let (on, set) = *self
                        .fragments
                        .get(spread.fragment_name.as_str())
                        .ok_or("a fragment that is not there")?;
                    self.note_variables(set);
                    if thing.is(on) {
                        self.select_into(thing, set, path, object)?;
                    }
                }
            }
        }
        Ok(())
    }

    fn note_variables(&mut self, set: &'q Set) {
        for item in &set.items {
            match item {
                Selection::Field(field) => {
                    for (_, value) in &field.arguments {
                        if let Value::Variable(name) = value {
                            self.used.insert(name.clone());
                        }
                    }
                    self.note_variables(&field.selection_set);
                }
                Selection::InlineFragment(fragment) => self.note_variables(&fragment.selection_set),
                Selection::FragmentSpread(spread) => {
                    if let Some((_, set)) = self.fragments.get(spread.fragment_name.as_str()).copied() {
                        self.note_variables(set);
                    }
                }
            }
        }
    }

    fn field(
        &mut self,
        thing: &Thing<'_>,
        field: &'q Field<'static, String>,
        path: &mut Vec<Json>,
    ) -> Result<Json, String> {
        if field.name == "__typename" {
            return Ok(json!(thing.type_name()));
        }
        let arguments = self.arguments(field)?;
        self.note_variables(&field.selection_set);
        let found = thing
            .field(&field.name, &arguments, self.pages)
            .ok_or_else(|| format!("Field '{}' doesn't exist on type '{}'", field.name, thing.type_name()))?;
        match found {
            Found::Value(value) if field.selection_set.items.is_empty() => Ok(value),
            Found::Value(_) => Err(format!("'{}' has no fields", field.name)),
            _ if field.selection_set.items.is_empty() => Err(format!("'{}' needs a selection", field.name)),
            Found::One(None) => Ok(Json::Null),
            Found::One(Some(inner)) => self.select(&inner, &field.selection_set, path),
            Found::Many(all) => {
                let mut list = Vec::new();
                for (index, inner) in all.iter().enumerate() {
                    path.push(json!(index));
                    list.push(self.select(inner, &field.selection_set, path)?);
                    path.pop();
                }
                Ok(Json::Array(list))
            }
            Found::Error(kind, message) => {
                self.errors.push(json!({
                    "type": kind, "path": path.clone(), "locations": [{ "line": 1, "column": 1 }], "message": message,
                }));
                Ok(Json::Null)
            }
        }
    }

    fn arguments(&mut self, field: &'q Field<'static, String>) -> Result<Arguments, String> {
        let mut arguments = BTreeMap::new();
        for (name, value) in &field.arguments {
            if let Value::Variable(variable) = value {
                if !self.declared.contains(variable.as_str()) {
                    return Err(format!("Variable ${variable} is used by the query but not declared"));
                }
                self.used.insert(variable.clone());
            }
            arguments.insert(name.clone(), self.value(value));
        }
        Ok(Arguments(arguments))
    }

    fn value(&self, value: &Value<'_, String>) -> Json {
        match value {
            Value::Variable(name) => self.variables.get(name).cloned().unwrap_or(Json::Null),
            Value::Int(number) => json!(number.as_i64()),
            Value::Float(number) => json!(number),
            Value::String(text) | Value::Enum(text) => json!(text),
            Value::Boolean(flag) => json!(flag),
            Value::Null => Json::Null,
            Value::List(list) => list.iter().map(|value| self.value(value)).collect(),
            Value::Object(object) => {
                object.iter().map(|(key, value)| (key.clone(), self.value(value))).collect()
            }
        }
    }
}

/// Two selections of one key are one.
fn merge(object: &mut Map<String, Json>, key: String, value: Json) {
    match (object.get_mut(&key), value) {
        (Some(Json::Object(old)), Json::Object(new)) => {
            for (key, value) in new {
                merge(old, key, value);
            }
        }
        (_, value) => {
            object.insert(key, value);
        }
    }
}
