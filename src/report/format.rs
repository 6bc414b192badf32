//! The formats of `report --output`.

use super::{Page, html, markdown};
use crate::render::{Report, json};

/// A format of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Markdown, for wikis and pull requests.
    Markdown,
    /// One page that needs nothing else.
    Html,
    /// The JSON report of `check`.
    Json,
}

impl Format {
    /// All formats, in the order of the documentation.
    pub const ALL: [Self; 3] = [Self::Markdown, Self::Html, Self::Json];

    /// The word that `--output` takes.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Json => "json",
        }
    }

    /// The format of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.as_str() == word)
    }
}

/// The report in a format.
#[must_use]
pub fn render(format: Format, report: &Report<'_>) -> String {
    match format {
        Format::Markdown => markdown::markdown(&Page::new(report)),
        Format::Html => html::html(&Page::new(report)),
        Format::Json => json::json(report),
    }
}
