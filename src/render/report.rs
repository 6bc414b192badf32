//! What every renderer is given.

use crate::assessment::Assessment;
use crate::declaration::Declaration;
use crate::evidence::{Outcome, Outcomes};
use crate::findings::{Finding, Scope, Severity};
use crate::principles::Catalogue;
use crate::text::source::Source;
use jiff::civil::Date;

/// Everything that one `check` has to say. Findings are settled and sorted.
#[derive(Debug)]
pub struct Report<'a> {
    /// The declaration file, where one was found.
    pub file: Option<DeclarationFile>,
    /// Its text, where it could be read.
    pub source: Option<&'a Source>,
    /// The typed declaration, where it could be parsed.
    pub declaration: Option<&'a Declaration>,
    /// The catalogue that the findings are about.
    pub catalogue: &'a Catalogue,
    /// Whether addresses were looked at.
    pub mode: Mode,
    /// Who was asked.
    pub scope: Scope,
    /// The day of the check.
    pub today: Date,
    /// The levels, where there is a declaration.
    pub assessment: Option<&'a Assessment>,
    /// The levels under a catalogue given by `--principles`: shown, never gated on.
    pub preview: Option<&'a Assessment>,
    /// What came of looking at the evidence.
    pub outcomes: &'a Outcomes,
    /// What is wrong, sorted by place.
    pub findings: &'a [Finding],
}

/// Which file was read.
#[derive(Clone, Debug)]
pub struct DeclarationFile {
    /// Relative to the top of the repository, with `/`.
    pub path: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
}

/// Whether addresses were looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Files of the repository only.
    Offline,
    /// All evidence.
    Online,
}

impl Report<'_> {
    /// How many findings have this severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }

    /// How many evidence items have this outcome.
    #[must_use]
    pub fn outcomes(&self, outcome: Outcome) -> usize {
        self.outcomes.values().filter(|verdict| verdict.outcome == outcome).count()
    }

    /// The path that findings are about, for formats that need one.
    #[must_use]
    pub fn path(&self) -> &str {
        self.file.as_ref().map_or(DEFAULT_PATH, |file| &file.path)
    }
}

/// Where a declaration is looked for first.
pub const DEFAULT_PATH: &str = ".package-repo-security.yml";
