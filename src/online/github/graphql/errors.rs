//! Errors that come along with data: where they stand, and what they mean for what is missing there.

use crate::evidence::web::Reason;
use serde::Deserialize;
use serde_json::Value;

/// An error of a GraphQL answer.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct GraphQlError {
    /// What kind of error.
    #[serde(default, rename = "type")]
    kind: Option<String>,
    #[serde(default)]
    path: Option<Vec<Value>>,
}

/// A GraphQL answer.
#[derive(Debug, Deserialize)]
pub(super) struct GraphQlAnswer {
    #[serde(default)]
    pub data: Option<Value>,
    #[serde(default)]
    pub errors: Vec<GraphQlError>,
}

impl GraphQlAnswer {
    /// Whether it was asked too often.
    pub(super) fn is_limited(&self) -> bool {
        self.errors.iter().any(|error| error.kind.as_deref() == Some("RATE_LIMITED"))
    }

    /// Whether there is something in it to read.
    pub(super) fn has_data(&self) -> bool {
        self.data.as_ref().is_some_and(|data| data.as_object().is_some_and(|object| !object.is_empty()))
    }

    /// What was answered at a place.
    pub(super) fn at(&self, path: &[&str]) -> Found<'_> {
        let mut value = self.data.as_ref();
        for key in path {
            value = value.and_then(|value| value.get(key));
        }
        match value {
            Some(value) if !value.is_null() => Found::Value(value),
            _ => self.failure(path).map_or(Found::None, Found::Failed),
        }
    }

    /// Why something that is not there was not told, if that is so. Only "not found" says that there is none.
    fn failure(&self, path: &[&str]) -> Option<Reason> {
        let concerns = |error: &&GraphQlError| {
            let at = error.path.as_deref().unwrap_or_default();
            at.iter().zip(path).all(|(at, key)| at.as_str() == Some(key))
        };
        let told =
            self.errors.iter().filter(concerns).find(|error| error.kind.as_deref() != Some("NOT_FOUND"))?;
        Some(match told.kind.as_deref() {
            Some("FORBIDDEN") => Reason::Status(403),
            Some("RATE_LIMITED") => Reason::RateLimited,
            _ => Reason::Broken,
        })
    }
}

/// What was answered at a place.
#[derive(Clone, Copy, Debug)]
pub(super) enum Found<'a> {
    /// This.
    Value(&'a Value),
    /// There is none.
    None,
    /// It was not told.
    Failed(Reason),
}

impl<'a> Found<'a> {
    /// The value, if there is one.
    pub(super) fn value(self) -> Option<&'a Value> {
        match self {
            Self::Value(value) => Some(value),
            Self::None | Self::Failed(_) => None,
        }
    }
}

/// A text in an object.
pub(super) fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Found, GraphQlAnswer};
    use crate::evidence::web::Reason;

    #[test]
    fn only_not_found_says_that_there_is_none() {
        let answer: GraphQlAnswer = serde_json::from_str(
            r#"{"data": {"r0": {"a": null, "b": null, "c": 1, "d": null}, "r1": null},
                "errors": [{"type": "NOT_FOUND", "path": ["r0", "a"]}, {"path": ["r0", "b", "nodes", 0, "x"]},
                           {"type": "FORBIDDEN", "path": ["r1"]}]}"#,
        )
        .unwrap();
        assert!(matches!(answer.at(&["r0", "a"]), Found::None));
        assert!(matches!(answer.at(&["r0", "b"]), Found::Failed(Reason::Broken)));
        assert!(matches!(answer.at(&["r0", "c"]), Found::Value(_)));
        assert!(matches!(answer.at(&["r0", "d"]), Found::None));
        assert!(matches!(answer.at(&["r1"]), Found::Failed(Reason::Status(403))));
        assert!(matches!(answer.at(&["r1", "x"]), Found::Failed(Reason::Status(403))));
    }

    #[test]
    fn an_error_without_a_place_concerns_everything() {
        let answer: GraphQlAnswer = serde_json::from_str(
            r#"{"data": {"r0": null}, "errors": [{"message": "Something went wrong"}]}"#,
        )
        .unwrap();
        assert!(matches!(answer.at(&["r0"]), Found::Failed(Reason::Broken)));
    }
}
