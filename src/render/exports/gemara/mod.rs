//! Gemara 1.4.1 (<https://gemara.openssf.org>): the requirements as a `ControlCatalog`, the answers as an `EvaluationLog`. Both as
//! JSON, which is YAML too.

mod catalog;
mod evaluation;
mod log;

pub use catalog::catalog;
pub use log::log;

use super::conclusion::Conclusion;
use crate::principles::{Catalogue, Part, Requirement};
use crate::text::sanitize;
use serde_json::{Value, json};

/// The version of the specification that documents are written by.
const SPECIFICATION: &str = "1.4.1";

/// The id of the catalogue's document, which logs refer to.
fn catalog_id(catalogue: &Catalogue) -> String {
    format!("package-repository-security-{}", sanitize::line(&catalogue.version))
}

/// The id of an assessment requirement: a part that the framework demands, or the whole of a requirement that has none.
fn assessment_id(requirement: &Requirement, part: Option<&Part>) -> String {
    format!("{}.{}", requirement.id, part.map_or("whole", |part| &part.id))
}

/// The group of applicability that a level is.
fn level(level: u8) -> String {
    format!("level-{level}")
}

/// The word for a conclusion.
fn result(conclusion: Conclusion) -> &'static str {
    match conclusion {
        Conclusion::Passed => "Passed",
        Conclusion::Failed => "Failed",
        Conclusion::NeedsReview => "Needs Review",
        Conclusion::NotApplicable => "Not Applicable",
        Conclusion::Unknown => "Unknown",
    }
}

/// What several conclusions come to: the one that says the least good of them.
fn aggregate(conclusions: impl IntoIterator<Item = Conclusion>) -> Conclusion {
    let weight = |conclusion: &Conclusion| match conclusion {
        Conclusion::NotApplicable => 0,
        Conclusion::Passed => 1,
        Conclusion::NeedsReview => 2,
        Conclusion::Unknown => 3,
        Conclusion::Failed => 4,
    };
    conclusions.into_iter().max_by_key(weight).unwrap_or(Conclusion::NotApplicable)
}

/// A reference to an entry of the catalogue.
fn entry(catalogue: &Catalogue, id: &str) -> Value {
    json!({ "reference-id": catalog_id(catalogue), "entry-id": id })
}
