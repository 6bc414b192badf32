//! The keys of an object that was written as a literal.

use serde_json::{Map, Value};

/// The object that a literal is; empty where it is none.
pub fn object(literal: Value) -> Map<String, Value> {
    match literal {
        Value::Object(object) => object,
        _ => Map::new(),
    }
}
