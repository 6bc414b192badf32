//! What an export is about: a declaration that could be read, and every answer of it.

use super::row::{Row, rows};
use crate::declaration::Declaration;
use crate::render::Report;

/// A declaration with its answers.
pub struct Subject<'a> {
    /// Everything that the check had to say.
    pub report: &'a Report<'a>,
    /// The declaration.
    pub declaration: &'a Declaration,
    /// Its path, relative to the top of the repository.
    pub path: &'a str,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: &'a str,
    /// Its answers: each requirement of the catalogue, for each client where clients answer.
    pub rows: Vec<Row<'a>>,
}

impl<'a> Subject<'a> {
    /// The subject of a report; `None` where there is no declaration, or it could not be read as YAML.
    pub fn of(report: &'a Report<'a>) -> Option<Self> {
        let file = report.file.as_ref()?;
        Some(Self {
            report,
            declaration: report.declaration?,
            path: &file.path,
            sha256: file.sha256.as_deref()?,
            rows: rows(report, report.assessment?, report.declaration?),
        })
    }
}
