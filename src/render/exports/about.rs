//! What every export says of itself: whose word it is, of which day, and how far it was looked at.

use super::subject::Subject;
use crate::evidence::Outcome;
use crate::links::Address;
use crate::render::inert_markdown::code;
use crate::render::{Mode, Report, uri};
use crate::text::passage::shorten;
use crate::text::sanitize;

/// What kind of word this is. Stands in every export.
pub const SELF_ASSESSMENT: &str = "This is a self-assessment: what the declaration of a package registry says of it, and what came of \
                                   looking at the evidence that is cited there. Nobody has verified or certified it. Neither \
                                   OpenSSF nor CISA endorses it.";

/// The name of this program.
pub const TOOL: &str = env!("CARGO_PKG_NAME");
/// Its version.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Untrusted words as one short line without blanks at its ends; something else where nothing is left.
pub fn plain(text: &str, otherwise: &str) -> String {
    let line = sanitize::line(text);
    let short = shorten(line.trim());
    if short.is_empty() { otherwise.to_owned() } else { short }
}

/// An address that a reader may follow: `http` or `https`, without credentials.
pub fn link(text: &str) -> Option<String> {
    Address::parse(text).ok().map(|address| uri::absolute(&address.url))
}

impl Subject<'_> {
    /// The registry's name.
    pub fn registry(&self) -> String {
        plain(self.declaration.registry.name.as_deref().unwrap_or_default(), "unnamed registry")
    }

    /// The registry's home page.
    pub fn home(&self) -> Option<String> {
        link(self.declaration.registry.url.as_deref()?)
    }

    /// As of which day, by whom, and what came of the evidence.
    pub fn as_of(&self) -> String {
        let declaration = self.declaration;
        let reviewed =
            declaration.reviewed.map_or_else(|| "on a day unknown".to_owned(), |day| format!("as of {day}"));
        let by = declaration.reviewed_by.as_deref();
        let by = by.map_or_else(String::new, |who| format!(" by {}", code(&shorten(who))));
        let how_far = match self.report.mode {
            Mode::Offline => "files of the repository only",
            Mode::Online => "files and addresses",
        };
        let counts = [
            Outcome::Matched,
            Outcome::Found,
            Outcome::Unreachable,
            Outcome::Unchecked,
            Outcome::Contradicted,
        ]
        .map(|outcome| format!("{} {}", self.report.outcomes(outcome), outcome.as_str()));
        format!(
            "Self-assessed {reviewed}{by}; evidence looked at on {} ({how_far}): {}.",
            self.report.today,
            counts.join(", ")
        )
    }
}

/// The beginning of the day of the check, in UTC: the only time that an export knows.
pub fn timestamp(report: &Report<'_>) -> String {
    midnight(report.today)
}

/// The beginning of a day, in UTC.
pub fn midnight(day: jiff::civil::Date) -> String {
    format!("{day}T00:00:00Z")
}

/// The framework with its version.
pub fn framework(report: &Report<'_>) -> String {
    format!("{} {}", sanitize::line(&report.catalogue.title), sanitize::line(&report.catalogue.version))
}

#[cfg(test)]
mod tests {
    use super::{link, plain};

    #[test]
    fn only_what_a_reader_may_follow_is_a_link() {
        assert_eq!(link("https://a.example/x y"), None);
        assert_eq!(link("javascript:alert(1)"), None);
        assert_eq!(link("https://user:secret@a.example/"), None);
        assert_eq!(link("https://a.example/{x}").as_deref(), Some("https://a.example/%7Bx%7D"));
    }

    #[test]
    fn a_name_is_one_short_line_and_never_empty() {
        assert_eq!(plain(" a\nb\u{202e} ", "x"), "a\\u{a}b\\u{202e}");
        assert_eq!(plain("  ", "x"), "x");
        assert!(plain(&"y".repeat(100_000), "x").len() < 1000);
    }
}
