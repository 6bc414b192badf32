//! The schema of the JSON report of `check`, `report_version: 1`. Keys are only ever added within a version, so that every
//! map takes keys that are not named here. It is kept as the file that it is: nothing in it depends on anything.

/// The schema of the JSON report, as JSON.
pub const REPORT: &str = include_str!("report.json");

#[cfg(test)]
mod tests {
    use super::REPORT;
    use crate::declaration::words;
    use crate::evidence::Outcome;
    use crate::findings::Severity;
    use serde_json::{Value, json};

    fn report() -> Value {
        serde_json::from_str(REPORT).unwrap()
    }

    #[test]
    fn the_words_are_those_of_the_program() {
        let outcomes = [
            Outcome::Matched,
            Outcome::Found,
            Outcome::Contradicted,
            Outcome::Unreachable,
            Outcome::Unchecked,
        ];
        let outcomes = outcomes.map(Outcome::as_str);
        let schema = report();
        let with_null =
            |words: &[&str]| json!(words.iter().copied().map(Some).chain([None]).collect::<Vec<_>>());
        let requirement = &schema["$defs"]["requirement"]["properties"];
        assert_eq!(requirement["status"]["enum"], with_null(words::STATUSES));
        assert_eq!(requirement["outcome"]["enum"], with_null(&outcomes));
        let counted = &schema["properties"]["summary"]["properties"]["evidence"]["properties"];
        let counted: Vec<&String> = counted.as_object().unwrap().keys().collect();
        assert!(
            counted.len() == outcomes.len() && outcomes.iter().all(|it| counted.iter().any(|key| key == it))
        );
        let severities = [Severity::Error, Severity::Warning, Severity::Notice].map(Severity::as_str);
        assert_eq!(
            schema["$defs"]["finding"]["properties"]["severity"]["enum"],
            serde_json::json!(severities)
        );
    }

    #[test]
    fn later_versions_may_add_keys() {
        let text = report().to_string();
        assert!(!text.contains("\"additionalProperties\":false"), "{text}");
        assert!(!text.contains("unevaluatedProperties"));
    }

    #[test]
    fn the_keys_of_the_format_are_there() {
        let schema = report();
        for key in ["report_version", "tool", "declaration", "tracks", "requirements", "findings", "summary"]
        {
            assert!(schema["properties"][key].is_object(), "{key}");
            assert!(schema["required"].as_array().unwrap().iter().any(|it| it == key), "{key}");
        }
        assert!(!schema["required"].as_array().unwrap().iter().any(|it| it == "baseline"));
    }
}
