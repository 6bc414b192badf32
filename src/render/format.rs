//! The formats that `--output` takes.

use super::exports::{cyclonedx::cyclonedx, gemara, in_toto::in_toto, oscal::oscal};
use super::{Report, Style, github, gitlab, human, json, jsonl, junit, markdown, sarif, short};
use crate::findings::Rule;
use quick_junit::SerializeError;

/// A format of the report of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// For people: marked text, levels, what to do.
    Human,
    /// One line for each finding.
    Short,
    /// Everything, versioned, for programs.
    Json,
    /// One JSON object a line: findings, then the summary.
    Jsonl,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// Workflow commands of GitHub Actions: annotations.
    Github,
    /// Code Quality report of GitLab.
    Gitlab,
    /// `JUnit` XML, for test reports.
    Junit,
    /// Markdown, for job summaries and wikis.
    Markdown,
    /// Gemara `EvaluationLog`, for tools that gather evaluations.
    Gemara,
    /// Gemara `ControlCatalog` of the requirements, which logs refer to.
    GemaraCatalog,
    /// in-toto Statement with the predicate test-result, to be signed.
    InToto,
    /// OSCAL assessment results, for tools of governance and compliance.
    Oscal,
    /// `CycloneDX` attestations.
    CycloneDx,
}

impl Format {
    /// All formats, in the order of the documentation.
    pub const ALL: [Self; 14] = [
        Self::Human,
        Self::Short,
        Self::Json,
        Self::Jsonl,
        Self::Sarif,
        Self::Github,
        Self::Gitlab,
        Self::Junit,
        Self::Markdown,
        Self::Gemara,
        Self::GemaraCatalog,
        Self::InToto,
        Self::Oscal,
        Self::CycloneDx,
    ];

    /// The word that `--output` takes.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Human => "human",
            Self::Short => "short",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Sarif => "sarif",
            Self::Github => "github",
            Self::Gitlab => "gitlab",
            Self::Junit => "junit",
            Self::Markdown => "markdown",
            Self::Gemara => "gemara",
            Self::GemaraCatalog => "gemara-catalog",
            Self::InToto => "in-toto",
            Self::Oscal => "oscal",
            Self::CycloneDx => "cyclonedx",
        }
    }

    /// The format of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.as_str() == word)
    }
}

/// A report in a format. `style` is for people's eyes only: no other format looks at it.
///
/// # Errors
/// Where the XML writer refuses what it is given; every text is made legal XML before.
pub fn render(
    format: Format,
    report: &Report<'_>,
    rules: &[&'static Rule],
    style: Style,
) -> Result<String, SerializeError> {
    Ok(match format {
        Format::Human => human::human(report, style),
        Format::Short => short::short(report),
        Format::Json => json::json(report),
        Format::Jsonl => jsonl::jsonl(report),
        Format::Sarif => sarif::sarif(report, rules),
        Format::Github => github::github(report),
        Format::Gitlab => gitlab::gitlab(report),
        Format::Junit => junit::junit(report)?,
        Format::Markdown => markdown::markdown(report),
        Format::Gemara => gemara::log(report),
        Format::GemaraCatalog => gemara::catalog(report),
        Format::InToto => in_toto(report),
        Format::Oscal => oscal(report),
        Format::CycloneDx => cyclonedx(report),
    })
}

#[cfg(test)]
mod tests {
    use super::Format;

    #[test]
    fn every_format_is_read_as_it_is_written() {
        for format in Format::ALL {
            assert_eq!(Format::parse(format.as_str()), Some(format));
        }
        assert_eq!(Format::parse("Json"), None);
        assert_eq!(Format::parse(""), None);
    }
}
