//! `json`: a value at an RFC 6901 pointer.

use super::{Seen, on_one_line, text_help};
use crate::evidence::document::{Document, MAX_JSON_BYTES};
use crate::evidence::outcome::{Trouble, TroubleKind};
use serde_json::{Number, Value};

/// Looks for a value. `name` is how messages call the file.
#[must_use]
pub fn check(at: &str, wanted: &Value, name: &str, document: &Document) -> Seen {
    match look(at, wanted, name, document) {
        Ok(found) => Seen { found: vec![found], troubles: Vec::new() },
        Err(trouble) => {
            Seen { found: trouble.notes.iter().skip(1).cloned().collect(), troubles: vec![*trouble] }
        }
    }
}

fn look(at: &str, wanted: &Value, name: &str, document: &Document) -> Result<String, Box<Trouble>> {
    let unreadable = |message| Trouble::new(TroubleKind::Unreadable, "json", message);
    let differs = |message| {
        let looked_for = format!("looked for: {} at {}", shown(wanted), place(at));
        Trouble::new(TroubleKind::JsonDiffers, "json", message).note(looked_for)
    };
    document.source().map_err(|error| {
        unreadable(format!("{name} cannot be read as JSON: {error}")).help(text_help("a JSON value"))
    })?;
    if document.bytes().len() > MAX_JSON_BYTES {
        let limit = MAX_JSON_BYTES / (1024 * 1024);
        return Err(unreadable(format!("{name} is larger than the {limit} MiB that are read as JSON")).into());
    }
    let json = document.json().map_err(|error| not_json(at, wanted, name, error))?;
    match json.pointer(at) {
        Some(is) if same(is, wanted) => Ok(format!("{} at {}", shown(is), place(at))),
        Some(is) => {
            let message = format!("{name} has another value at {}", place(at));
            Err(differs(message).note(format!("found: {}", shown(is))).into())
        }
        None => {
            let (reached, value) = deepest(json, at);
            let nearest = format!("nearest: {} is {}", place(reached), described(value));
            Err(differs(format!("{name} has nothing at {}", place(at))).note(nearest).into())
        }
    }
}

fn not_json(at: &str, wanted: &Value, name: &str, error: &str) -> Trouble {
    Trouble::new(TroubleKind::NotJson, "json", format!("{name} is no JSON"))
        .note(format!("looked for: {} at {}", shown(wanted), place(at)))
        .note(format!("no JSON: {}", on_one_line(error)))
        .help("name what is JSON, or use `quote` where this is what shows that the answer holds")
}

fn place(pointer: &str) -> String {
    if pointer.is_empty() { "the top".to_owned() } else { format!("`{}`", on_one_line(pointer)) }
}

fn shown(value: &Value) -> String {
    match value {
        Value::Array(_) | Value::Object(_) => described(value),
        _ => format!("`{}`", on_one_line(&value.to_string())),
    }
}

fn described(value: &Value) -> String {
    match value {
        Value::Array(items) => format!("a list of {}", items.len()),
        Value::Object(entries) => {
            let names: Vec<&str> = entries.keys().take(8).map(String::as_str).collect();
            let more = if entries.len() > names.len() { ", …" } else { "" };
            format!("an object with {}", on_one_line(&format!("`{}`{more}", names.join("`, `"))))
        }
        _ => shown(value),
    }
}

/// The deepest place on the way to a pointer that exists.
fn deepest<'a>(json: &'a Value, at: &'a str) -> (&'a str, &'a Value) {
    let ends = at.match_indices('/').map(|(end, _)| end).skip(1);
    let mut reached = ("", json);
    for end in ends {
        match json.pointer(&at[..end]) {
            Some(value) => reached = (&at[..end], value),
            None => break,
        }
    }
    reached
}

/// Equality of JSON values: objects in any order, `1` and `1.0` the same number.
fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => one == other || same_number(one, other),
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            one.len() == other.len()
                && one.iter().all(|(key, one)| other.get(key).is_some_and(|other| same(one, other)))
        }
        _ => one == other,
    }
}

fn same_number(one: &Number, other: &Number) -> bool {
    // Two integers that differ may become the same float.
    (one.is_f64() || other.is_f64()) && one.as_f64() == other.as_f64()
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::evidence::document::Document;
    use crate::evidence::kind::Kind;
    use crate::evidence::outcome::{Trouble, TroubleKind};
    use serde_json::json;

    fn trouble(text: &str, at: &str, is: &serde_json::Value) -> Option<Trouble> {
        let document = Document::new(Kind::Text, text.as_bytes().to_vec());
        check(at, is, "a.json", &document).troubles.pop()
    }

    #[test]
    fn values_are_compared_as_values() {
        let text = "\u{feff}{\"a\": {\"b\": [1, {\"x\": 1.0, \"y\": null}], \"c/d\": \"é\"}}";
        for (at, is) in [
            ("/a/b/0", json!(1.0)),
            ("/a/b/1", json!({"y": null, "x": 1})),
            ("/a/c~1d", json!("é")),
            ("/a/b", json!([1, {"x": 1, "y": null}])),
        ] {
            assert_eq!(trouble(text, at, &is), None, "{at}");
        }
        assert_eq!(trouble("3", "", &json!(3)), None);
        assert!(trouble("9007199254740993", "", &json!(9_007_199_254_740_992_u64)).is_some());
        assert!(trouble("\"3\"", "", &json!(3)).is_some());
    }

    #[test]
    fn a_miss_says_what_stood_there() {
        let other = trouble(r#"{"a": {"b": "x"}}"#, "/a/b", &json!("y")).unwrap();
        assert_eq!(other.kind, TroubleKind::JsonDiffers);
        assert_eq!(other.notes, ["looked for: `\"y\"` at `/a/b`", "found: `\"x\"`"]);
        let none = trouble(r#"{"a": {"b": "x"}}"#, "/a/c/d", &json!("y")).unwrap();
        assert_eq!(none.notes[1], "nearest: `/a` is an object with `b`");
        let top = trouble("[1]", "/a", &json!(1)).unwrap();
        assert_eq!(top.notes[1], "nearest: the top is a list of 1");
    }

    #[test]
    fn what_is_no_json_is_said_to_be_none() {
        let html = trouble("<html>", "/a", &json!(1)).unwrap();
        assert_eq!((html.kind, html.message.as_str()), (TroubleKind::NotJson, "a.json is no JSON"));
        assert_eq!(html.notes[1], "no JSON: expected value at line 1 column 1");
        assert!(html.help.is_some());
        assert_eq!(trouble(&"[".repeat(100_000), "/0", &json!(1)).unwrap().kind, TroubleKind::NotJson);
        assert_eq!(trouble("\0", "/0", &json!(1)).unwrap().kind, TroubleKind::Unreadable);
        let large = format!("[{}1]", "1,".repeat(2_200_000));
        assert_eq!(trouble(&large, "/0", &json!(1)).unwrap().kind, TroubleKind::Unreadable);
    }
}
