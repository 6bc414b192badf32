//! What people read of a run: the summary of the job, and the comment on a pull request.

use crate::render::Report;
use crate::render::inert_markdown::code;
use crate::render::markdown::{Size, markdown, markdown_within};

/// The first line of our comment on a pull request. Together with its author it says which comment is ours.
pub const COMMENT_MARK: &str = "<!-- package-repo-security comment -->";

/// The summary of the job: the verdict, then the report.
#[must_use]
pub fn summary(report: &Report<'_>, exit_code: u8) -> String {
    format!("{}\n\n{}", verdict(exit_code), markdown(report))
}

/// The comment on a pull request.
#[must_use]
pub fn comment(report: &Report<'_>, exit_code: u8) -> String {
    format!("{COMMENT_MARK}\n{}\n\n{}", verdict(exit_code), markdown_within(report, Size::Comment))
}

/// The summary of a run that came to nothing.
#[must_use]
pub fn failure(exit_code: u8, message: &str) -> String {
    let lines: Vec<String> = message.lines().map(|line| format!("- {}", code(line))).collect();
    format!("{}\n\n{}\n", verdict(exit_code), lines.join("\n"))
}

/// How the run ended, in a line.
#[must_use]
pub fn verdict(exit_code: u8) -> &'static str {
    match exit_code {
        0 => "**Passed.**",
        1 => "**Failed:** there are findings that fail the check.",
        2 => "**Failed:** the inputs of the Action cannot be used.",
        3 => "**Failed:** the declaration cannot be read.",
        4 => "**Failed:** the declaration stepped down from its base, and the change does not own up to it.",
        _ => "**Failed:** the check could not finish.",
    }
}

#[cfg(test)]
mod tests {
    use super::{COMMENT_MARK, comment, failure, summary};
    use crate::evidence::own_output::REPORT_MARK;
    use crate::render::fixture::{Fixture, HOSTILE};
    use pulldown_cmark::{Event, Options, Parser, Tag};

    /// Nothing but our own marks is HTML, and nothing is a link or an image.
    fn assert_inert(text: &str) {
        for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
            match event {
                Event::Html(html) => {
                    assert!([REPORT_MARK, COMMENT_MARK].contains(&html.trim_end()), "{html}");
                }
                Event::InlineHtml(html) => assert_eq!(&*html, "<br>"),
                Event::Start(Tag::Link { .. } | Tag::Image { .. }) => panic!("{event:?}"),
                Event::Text(text) => assert!(!text.contains("@me") && !text.contains("https:"), "{text}"),
                _ => {}
            }
        }
    }

    #[test]
    fn the_verdict_comes_first_and_hostile_text_stays_text() {
        let fixture = Fixture::new();
        let summary = summary(&fixture.report(), 4);
        assert!(summary.starts_with("**Failed:** the declaration stepped down"), "{summary}");
        let comment = comment(&fixture.report(), 0);
        assert!(comment.starts_with(&format!("{COMMENT_MARK}\n**Passed.**\n\n")), "{comment}");
        let failure = failure(5, HOSTILE);
        assert!(failure.starts_with("**Failed:** the check could not finish.\n\n- `"), "{failure}");
        for text in [summary, comment, failure] {
            assert_inert(&text);
        }
    }
}
