//! Exports: what a check found, in the formats of other tools. `docs/exports.md` says what becomes what.
//!
//! None of them may say more than the declaration: an answer that is met is self-declared, one that is unknown is not
//! assessed, contradicted evidence fails. Where there is no declaration to speak of, an export is `null`: no tool takes that
//! for a statement, and nobody signs an older one that was left lying there.

mod about;
mod conclusion;
pub mod cyclonedx;
#[cfg(test)]
mod distinct_tests;
pub mod gemara;
mod ids;
pub mod in_toto;
mod labels;
pub mod oscal;
mod row;
mod subject;
#[cfg(test)]
mod tests;
mod words;

use super::{Report, escaped_json};
use serde_json::Value;
use subject::Subject;

/// A document about a declaration, or `null` where there is none.
fn document(report: &Report<'_>, write: impl FnOnce(&Subject<'_>) -> Value) -> String {
    escaped_json::pretty(&Subject::of(report).as_ref().map_or(Value::Null, write))
}
