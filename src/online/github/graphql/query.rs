//! The text of a query and its variables. No text of a link is ever part of the query itself.

use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// A query under construction.
#[derive(Debug, Default)]
pub(super) struct Query {
    body: String,
    known: BTreeMap<(&'static str, String), String>,
    declared: String,
    variables: Map<String, Value>,
}

impl Query {
    /// A variable of type `String!` with this text: `$v3`.
    pub(super) fn text(&mut self, text: &str) -> String {
        self.variable("String!", json!(text))
    }

    /// A variable of type `Int!`.
    pub(super) fn number(&mut self, number: i32) -> String {
        self.variable("Int!", json!(number))
    }

    fn variable(&mut self, kind: &'static str, value: Value) -> String {
        let key = (kind, value.to_string());
        if let Some(name) = self.known.get(&key) {
            return name.clone();
        }
        let name = format!("v{}", self.variables.len());
        // Writing to a string cannot fail.
        let _ = write!(self.declared, "${name}: {kind} ");
        self.variables.insert(name.clone(), value);
        let reference = format!("${name}");
        self.known.insert(key, reference.clone());
        reference
    }

    /// More of the query. Only words of this program may be in it, and names of variables.
    pub(super) fn push(&mut self, part: &str) {
        self.body.push_str(part);
        self.body.push('\n');
    }

    /// The body of the request.
    pub(super) fn finish(self) -> Value {
        let head =
            if self.declared.is_empty() { String::new() } else { format!("({})", self.declared.trim_end()) };
        json!({ "query": format!("query{head} {{\n{}}}\n", self.body), "variables": self.variables })
    }
}

#[cfg(test)]
mod tests {
    use super::Query;

    #[test]
    fn no_text_gets_into_the_query() {
        let mut query = Query::default();
        let hostile = "\") { viewer { login } } #";
        let (one, again) = (query.text(hostile), query.text(hostile));
        assert_eq!((one.as_str(), again.as_str()), ("$v0", "$v0"));
        assert_eq!(query.number(7), "$v1");
        query.push("a: f(x: $v0, y: $v1)");
        let body = query.finish();
        assert_eq!(body["query"], "query($v0: String! $v1: Int!) {\na: f(x: $v0, y: $v1)\n}\n");
        assert_eq!(body["variables"], serde_json::json!({ "v0": hostile, "v1": 7 }));
    }
}
