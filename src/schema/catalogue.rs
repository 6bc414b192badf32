//! The schema of catalogue files, `principles/*.yml`: the form that `principles::model::file` reads. That ids lead somewhere, only
//! `--principles` itself checks. It is kept as the file that it is: nothing in it depends on anything.

/// The schema of a catalogue, as JSON.
pub const CATALOGUE: &str = include_str!("catalogue.json");

#[cfg(test)]
mod tests {
    use super::CATALOGUE;
    use crate::principles::LATEST;
    use serde_json::Value;

    fn catalogue() -> Value {
        serde_json::from_str(CATALOGUE).unwrap()
    }

    /// The keys of a map schema, and whether it takes others.
    fn keys(schema: &Value) -> (Vec<&str>, bool) {
        let keys = schema["properties"].as_object().unwrap().keys().map(String::as_str).collect();
        (keys, schema["additionalProperties"] != false)
    }

    #[test]
    fn the_keys_are_those_that_the_reader_takes() {
        let schema = catalogue();
        let requirement = &schema["properties"]["requirements"]["additionalProperties"];
        for (map, expected) in [
            (
                &schema,
                "version title published source licence attribution review-within-days tracks requirements references",
            ),
            (
                requirement,
                "track level title text source parts na separate-tool implies evidence hint see examples max-age-days",
            ),
            (&schema["properties"]["tracks"]["additionalProperties"], "title when opt-in per"),
        ] {
            assert_eq!(keys(map), (expected.split(' ').collect(), false));
        }
        for key in requirement["properties"].as_object().unwrap().values() {
            assert!(key["description"].is_string(), "{key}");
        }
    }

    #[test]
    fn every_kind_of_evidence_of_the_catalogue_is_known() {
        let schema = catalogue();
        let kinds =
            &schema["properties"]["requirements"]["additionalProperties"]["properties"]["evidence"]["items"];
        let known = kinds["enum"].as_array().unwrap();
        for requirement in LATEST.requirements.iter() {
            for kind in requirement.evidence.iter() {
                assert!(known.iter().any(|it| it == &**kind), "{kind}");
            }
        }
    }
}
