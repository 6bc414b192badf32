//! Badge → the JSON that `https://img.shields.io/endpoint` renders.

use super::Badge;
use serde_json::{Map, Value};

/// How long shields.io may keep the badge, in seconds. It keeps none for less than 300.
const CACHE_SECONDS: u32 = 3600;

/// The endpoint JSON, with a line end. It has only keys that shields.io knows: an unknown one makes it refuse the whole file.
#[must_use]
pub fn endpoint(badge: &Badge) -> String {
    let mut keys = Map::new();
    keys.insert("schemaVersion".to_owned(), Value::from(1));
    keys.insert("label".to_owned(), Value::from(badge.label.as_str()));
    keys.insert("message".to_owned(), Value::from(badge.message.as_str()));
    keys.insert("color".to_owned(), Value::from(badge.colour));
    if badge.is_error {
        // Keeps a `?color=` in somebody's link from making it look sound.
        keys.insert("isError".to_owned(), Value::Bool(true));
    }
    keys.insert("cacheSeconds".to_owned(), Value::from(CACHE_SECONDS));
    format!("{:#}\n", Value::Object(keys))
}

#[cfg(test)]
mod tests {
    use super::{Badge, endpoint};
    use crate::badge::marker;
    use serde_json::Value;

    /// The keys of `services/endpoint-common.js` of shields.io.
    const KNOWN_TO_SHIELDS: &[&str] = &[
        "schemaVersion",
        "label",
        "message",
        "color",
        "labelColor",
        "isError",
        "namedLogo",
        "logoSvg",
        "logoColor",
        "logoSize",
        "logoWidth",
        "style",
        "cacheSeconds",
    ];

    fn badge(is_error: bool) -> Badge {
        let label = format!("{} v0.1", marker::LABEL);
        Badge {
            label,
            message: "cli \"L1\"".to_owned(),
            colour: "#0b6fa4",
            title: String::new(),
            alt: String::new(),
            is_error,
            registry: None,
        }
    }

    #[test]
    fn only_keys_that_shields_knows() {
        for is_error in [false, true] {
            let text = endpoint(&badge(is_error));
            let json: Value = serde_json::from_str(&text).unwrap();
            let keys: Vec<&String> = json.as_object().unwrap().keys().collect();
            assert!(keys.iter().all(|key| KNOWN_TO_SHIELDS.contains(&key.as_str())), "{keys:?}");
            assert_eq!(json["schemaVersion"], 1);
            assert_eq!(json["label"], "package repo security v0.1");
            assert_eq!(json["message"], "cli \"L1\"");
            assert_eq!(json["color"], "#0b6fa4");
            assert_eq!(json.get("isError").is_some(), is_error);
            assert!(json["cacheSeconds"].as_u64().unwrap() >= 300);
            assert!(text.starts_with("{\n  \"schemaVersion\": 1,\n") && text.ends_with("}\n"));
        }
    }
}
