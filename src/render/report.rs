//! What every renderer is given.

use crate::assessment::Assessment;
use crate::declaration::{Declaration, PLACES};
use crate::evidence::{Outcome, Outcomes};
use crate::findings::{Class, Finding, Scope, Severity};
use crate::gate::{Base, Comparison};
use crate::principles::Catalogue;
use crate::read::{Node, Path};
use crate::render::location::Location;
use crate::text::source::Source;
use jiff::civil::Date;

/// Everything that one `check` has to say. Findings are settled and sorted.
#[derive(Debug)]
pub struct Report<'a> {
    /// The declaration file, where one was found.
    pub file: Option<DeclarationFile>,
    /// Its text, where it could be read.
    pub source: Option<&'a Source>,
    /// Its tree, where it could be parsed: says on which line an answer stands.
    pub root: Option<&'a Node>,
    /// The typed declaration, where it could be parsed.
    pub declaration: Option<&'a Declaration>,
    /// The catalogue that the findings are about.
    pub catalogue: &'a Catalogue,
    /// Whether addresses were looked at.
    pub mode: Mode,
    /// Whether everything was looked at that was to be: nobody stopped the run.
    pub is_finished: bool,
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
    /// What came of the comparison with a baseline, where one was given.
    pub baseline: Option<&'a Baseline>,
    /// What is wrong, sorted by place.
    pub findings: &'a [Finding],
}

/// What came of the comparison with a baseline.
#[derive(Clone, Debug, Default)]
pub struct Baseline {
    /// Where the baseline is from: a file, or a commit, for people.
    pub source: String,
    /// Whether there is no declaration at the base: the one at hand is new.
    pub is_new: bool,
    /// What regressed without a word, as paths of the declaration (`answers.mfa`).
    pub regressions: Vec<Path>,
    /// What regressed and was withdrawn in the same change.
    pub acknowledged: Vec<Path>,
    /// Everything that changed; `None` where there was no declaration to compare with.
    pub comparison: Option<Comparison>,
}

impl Baseline {
    /// A baseline that nothing was compared with yet.
    #[must_use]
    pub fn new(base: &Base) -> Self {
        Self { source: base.source.clone(), is_new: base.declaration.is_none(), ..Self::default() }
    }

    /// Takes what came of the comparison.
    pub fn set(&mut self, comparison: Comparison) {
        let withdrawn = |wanted: bool| {
            let all = comparison.regressions.iter().filter(move |it| it.acknowledged.is_some() == wanted);
            all.map(|it| it.at.clone()).collect()
        };
        self.regressions = withdrawn(false);
        self.acknowledged = withdrawn(true);
        self.comparison = Some(comparison);
    }
}

/// Which file was read.
#[derive(Clone, Debug)]
pub struct DeclarationFile {
    /// Relative to the top of the repository, with `/`.
    pub path: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: Option<String>,
}

/// Whether addresses were looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Files of the repository only.
    Offline,
    /// All evidence.
    Online,
}

impl Mode {
    /// The word that reports use.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Offline => "offline",
            Self::Online => "online",
        }
    }
}

impl Report<'_> {
    /// How many findings have this severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }

    /// The errors that the declaration has by itself: without those that come of a comparison with another one.
    pub fn errors_of_its_own(&self) -> impl Iterator<Item = &Finding> {
        let errors = self.findings.iter().filter(|finding| finding.severity == Severity::Error);
        errors.filter(|finding| finding.class != Class::Regression)
    }

    /// How many evidence items have this outcome.
    #[must_use]
    pub fn outcomes(&self, outcome: Outcome) -> usize {
        self.outcomes.values().filter(|verdict| verdict.outcome == outcome).count()
    }

    /// Where a finding stands, for people and other programs.
    #[must_use]
    pub fn location(&self, finding: &Finding) -> Location<'_> {
        Location::of(&finding.place, self.source, self.path())
    }

    /// Findings of a severity, regressions first: where a format shows only so many, a flood of others must not hide them.
    #[must_use]
    pub fn worst_first(&self, severity: Severity) -> Vec<&Finding> {
        let regressed = |finding: &Finding| {
            finding.class == Class::Regression
                || matches!((self.baseline, &finding.at), (Some(baseline), Some(at)) if baseline.regressions.contains(at))
        };
        let mut findings: Vec<&Finding> = self.findings.iter().filter(|it| it.severity == severity).collect();
        findings.sort_by_key(|finding| !regressed(finding));
        findings
    }

    /// The path that findings are about, for formats that need one.
    #[must_use]
    pub fn path(&self) -> &str {
        self.file.as_ref().map_or(PLACES[0], |file| &file.path)
    }
}
