//! JSON Schemas (draft 2020-12), for editors and for people who check a file without this tool. They say what can be said of
//! a file alone: whether evidence holds, and what a level is, only `check` knows.

mod answer;
mod catalogue;
mod claims;
mod declaration;
mod leaf;
mod report;

pub use catalogue::CATALOGUE;
pub use declaration::declaration;
pub use report::REPORT;

/// The dialect that all of them are written in.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";
/// `2026-08-21`, as far as a pattern can tell a date.
const DATE: &str = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
/// Text that is not blank.
const TEXT: &str = r"\S";
/// Keys that are kept and not read.
const EXTENSION: &str = "^x-";
