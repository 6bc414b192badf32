//! JSON as text, with everything that a terminal or the log of a CI runner would obey written as an escape.

use crate::text::credentials::masked;
use crate::text::sanitize::is_unprintable;
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// Keys whose texts are written into a file as they are.
const VERBATIM: [&str; 2] = ["fix", "fixes"];

/// On one line, without a line end.
#[must_use]
pub fn compact(value: &Value) -> String {
    escaped(&mask(value).to_string())
}

/// Indented, with a line end.
#[must_use]
pub fn pretty(value: &Value) -> String {
    let mut text = escaped(&format!("{:#}", mask(value)));
    text.push('\n');
    text
}

/// With the user names and passwords of addresses masked, but for what somebody writes back into a declaration.
fn mask(value: &Value) -> Value {
    match value {
        Value::String(text) => masked(text).into(),
        Value::Array(items) => items.iter().map(mask).collect(),
        Value::Object(keys) => {
            let entries = keys.iter().zip(names(keys)).map(|((key, value), name)| {
                let value = if VERBATIM.contains(&key.as_str()) { value.clone() } else { mask(value) };
                (name, value)
            });
            Value::Object(entries.collect())
        }
        other => other.clone(),
    }
}

/// The keys with passwords masked, in their order. Those that become the same are numbered: clients may be called so, and none is lost.
fn names(keys: &Map<String, Value>) -> Vec<String> {
    let mut last: BTreeMap<String, usize> = BTreeMap::new();
    let mut given: BTreeSet<String> = BTreeSet::new();
    let names = keys.keys().map(|key| {
        let name = match masked(key) {
            Cow::Owned(name) if name != *key => name,
            _ => return key.clone(),
        };
        let number = last.entry(name.clone()).or_insert(0);
        loop {
            *number += 1;
            let numbered = if *number == 1 { name.clone() } else { format!("{name} ({number})") };
            if !given.contains(&numbered) && !keys.contains_key(&numbered) {
                given.insert(numbered.clone());
                return numbered;
            }
        }
    });
    names.collect()
}

/// Neither unprintable characters nor `#` stand in JSON outside its strings, so what is escaped here is escaped in a string,
/// and reads back the same.
fn escaped(json: &str) -> String {
    let mut safe = String::with_capacity(json.len() + 1);
    for c in json.chars() {
        if is_unprintable(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // Writing to a string cannot fail.
                let _ = write!(safe, "\\u{unit:04x}");
            }
        } else {
            safe.push(c);
        }
    }
    safe.replace("##[", "#\\u0023[")
}

#[cfg(test)]
mod tests {
    use super::{compact, pretty};
    use serde_json::{Value, json};

    #[test]
    fn unprintable_characters_are_escaped_in_keys_and_values_and_read_back() {
        let value = json!({"a\u{9b}b": "\u{1b}[31m\u{7f}\u{85}\u{202e}\u{2028}\u{e0041}\r\n\té\"\\"});
        let text = compact(&value);
        assert_eq!(text, r#"{"a\u009bb":"\u001b[31m\u007f\u0085\u202e\u2028\udb40\udc41\r\n\té\"\\"}"#);
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), value);
    }

    #[test]
    fn passwords_are_masked_but_in_a_fix() {
        let address = "https://user:secret@e.example/";
        let text = compact(&json!({"a": [address], "fix": {"text": address}}));
        assert_eq!(
            text,
            r#"{"a":["https://***@e.example/"],"fix":{"text":"https://user:secret@e.example/"}}"#
        );
    }

    #[test]
    fn no_key_is_lost_that_becomes_another_one_when_it_is_masked() {
        let keys = ["https://a:1@h", "https://***@h", "https://b@h", "https://***@h (2)", "https://c@h", "x"];
        let value: Value = keys.iter().map(|key| ((*key).to_owned(), json!(key.len()))).collect();
        let read: Value = serde_json::from_str(&compact(&value)).unwrap();
        let read: Vec<(&str, u64)> =
            read.as_object().unwrap().iter().map(|(key, it)| (&**key, it.as_u64().unwrap())).collect();
        assert_eq!(
            read,
            [
                ("https://***@h (3)", 13),
                ("https://***@h", 13),
                ("https://***@h (4)", 11),
                ("https://***@h (2)", 17),
                ("https://***@h (5)", 11),
                ("x", 1),
            ]
        );
    }

    #[test]
    fn commands_of_a_runner_are_escaped_and_read_back() {
        let value = json!(["###[set-output name=a;]b"]);
        assert_eq!(compact(&value), r###"["##\u0023[set-output name=a;]b"]"###);
        assert_eq!(serde_json::from_str::<Value>(&compact(&value)).unwrap(), value);
    }

    #[test]
    fn the_indented_form_says_the_same_and_ends_its_line() {
        let value = json!({"b": [1, "\u{9d}"], "a": null});
        assert_eq!(pretty(&value), "{\n  \"b\": [\n    1,\n    \"\\u009d\"\n  ],\n  \"a\": null\n}\n");
    }
}
