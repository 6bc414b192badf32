//! Markdown, for job summaries and wikis.

mod evidence;
mod findings;
mod scorecard;

use super::inert_markdown::code;
use super::{Baseline, Mode, Report, changes};
use crate::evidence::own_output::REPORT_MARK;
use crate::read::Path;
use crate::text::sanitize;

/// Where the report goes, and so how much of it there may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// The summary of a job. GitHub shows one of up to 1 MiB, and of a larger one nothing at all; this leaves room for what else
    /// a step writes.
    Summary,
    /// A comment, or what a check run says: GitHub takes 65,536 and 65,535 characters.
    Comment,
}

impl Size {
    /// In bytes, of which a text has at least as many as characters.
    const fn largest(self) -> usize {
        match self {
            Self::Summary => 900 * 1024,
            Self::Comment => 60 * 1024,
        }
    }
}

/// The report: scorecard, findings, what blocks the next level, evidence.
#[must_use]
pub fn markdown(report: &Report<'_>) -> String {
    markdown_within(report, Size::Summary)
}

/// The report, as much of it as there is room for.
#[must_use]
pub fn markdown_within(report: &Report<'_>, size: Size) -> String {
    let mut lines = vec![REPORT_MARK.to_owned(), heading(report), String::new(), about(report)];
    if let Some(assessment) = report.assessment {
        lines.extend(["", "### Levels", ""].map(str::to_owned));
        lines.extend(scorecard::table(assessment));
    }
    if let Some(preview) = report.preview {
        let heading = format!("### Levels under {}", code(&preview.principles));
        let remark = "Only shown: nothing passes or fails by it.".to_owned();
        lines.extend([String::new(), heading, String::new(), remark, String::new()]);
        lines.extend(scorecard::table(preview));
    }
    lines.extend(report.baseline.map(compared).unwrap_or_default());
    lines.extend(findings::section(report));
    lines.extend(report.assessment.map(scorecard::next).unwrap_or_default());
    lines.extend(evidence::section(report));
    fitted(&lines, size.largest())
}

fn heading(report: &Report<'_>) -> String {
    match report.declaration.and_then(|it| it.registry.name.as_deref()) {
        Some(name) => format!("## Package repository security: {}", code(name)),
        None => "## Package repository security".to_owned(),
    }
}

fn about(report: &Report<'_>) -> String {
    let Some(file) = &report.file else {
        return format!("No declaration was found (looked at on {}).", report.today);
    };
    let mode = match report.mode {
        Mode::Online => "evidence looked at in this repository and at its addresses",
        Mode::Offline => "evidence looked at in this repository only",
    };
    format!(
        "{}, principles {}, as of {}; {mode}. Levels are the registry's own assessment.",
        code(&file.path),
        code(&report.catalogue.version),
        report.today
    )
}

fn compared(baseline: &Baseline) -> Vec<String> {
    let mut lines = vec![String::new(), "### Compared with the baseline".to_owned(), String::new()];
    lines.push(format!("The baseline is {}.", code(&baseline.source)));
    let list = |paths: &[Path]| paths.iter().map(|at| code(&at.to_string())).collect::<Vec<_>>().join(", ");
    let nothing = baseline.regressions.is_empty() && baseline.acknowledged.is_empty();
    match &baseline.comparison {
        None if baseline.is_new && nothing => {
            lines.extend([String::new(), "It has no declaration: this one is new.".to_owned()]);
        }
        Some(_) if nothing => lines.extend([String::new(), "Nothing regressed.".to_owned()]),
        _ => {}
    }
    if !baseline.regressions.is_empty() {
        lines.extend([String::new(), format!("**Regressed:** {}.", list(&baseline.regressions))]);
    }
    if !baseline.acknowledged.is_empty() {
        lines.extend([String::new(), format!("Withdrawn in this change: {}.", list(&baseline.acknowledged))]);
    }
    lines.extend(baseline.comparison.as_ref().map(changes::markdown::body).unwrap_or_default());
    lines
}

/// The lines as one text, as many of them as there is room for. Every line stands for itself, so any may be the last.
fn fitted(lines: &[String], largest: usize) -> String {
    let mut text = String::new();
    for line in lines {
        // Before it is measured: it may become longer.
        let line = sanitize::inert(line);
        if text.len() + line.len() > largest {
            text.push_str("\nThe rest is left out: there is no room for it here.\n");
            break;
        }
        text.push_str(&line);
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Size, markdown, markdown_within};
    use crate::evidence::own_output::REPORT_MARK;
    use crate::findings::{Finding, Place};
    use crate::render::Baseline;
    use crate::render::fixture::{BROKEN, Fixture, path};
    use pulldown_cmark::{Event, Options, Parser, Tag};

    #[test]
    fn the_whole_report() {
        insta::assert_snapshot!(markdown(&Fixture::new().report()), @r"
        <!-- package-repo-security report -->
        ## Package repository security: ``Index `a|b` \u{1b}[2J``

        `.package-repo-security.yml`, principles `v0.1`, as of 2026-08-22; evidence looked at in this repository only. Levels are the registry's own assessment.

        ### Levels

        | Track | Claimed | Declared | Supported | Level 1 met | Level 2 met | Level 3 met |
        | --- | ---: | ---: | ---: | ---: | ---: | ---: |
        | General | 0 | 0 | 0 | 0 of 1 | 2 of 2 | 0 of 0 |
        | Builds | does not apply | | | | | |
        | Command line tools | 1 | 0 | 0 | 0 of 1 | 0 of 0 | 0 of 0 |
        | — `pip` (primary) |  | 3 | 3 | 1 of 1 | 0 of 0 | 0 of 0 |
        | — ``u\|v`::`` (primary) |  | 0 | 0 | 0 of 1 | 0 of 0 | 0 of 0 |

        ### Findings

        1 error, 1 warning, 1 notice.

        | Severity | Where | Rule | What |
        | --- | --- | --- | --- |
        | error | `.package-repo-security.yml:10:16` | `met-without-evidence` | `event-log` is met without public evidence<br>```found: ##\[set-output name=x;]y ::error::%0A ::error::z\u{1b}[2J\u{9b}\u{202e} a\|b `c` ``d`` <! -- @me #1 ]]> [l](https://e.example) %,:```<br>say where it can be seen |
        | warning | `.package-repo-security.yml:1:1` | `review-overdue` | ```the last review says ##\[set-output name=x;]y ::error::%0A ::error::z\u{1b}[2J\u{9b}\u{202e} a\|b `c` ``d`` <! -- @me #1 ]]> [l](https://e.example) %,:``` |
        | notice | `.package-repo-security.yml:5:19` | `claim-could-be-higher` | `general` could be claimed higher |

        ### What blocks the next level

        - General, level 1: `disclosure` is partial; missing: `safe-harbor`
        - Command line tools (``u|v`::``), level 1: `pinned` is unmet

        ### Evidence

        | matched | found | contradicted | unreachable | unchecked |
        | ---: | ---: | ---: | ---: | ---: |
        | 0 | 0 | 1 | 0 | 1 |
        ");
    }

    #[test]
    fn what_others_wrote_stands_in_code_spans_only() {
        let output = markdown(&Fixture::new().report());
        for event in Parser::new_ext(&output, Options::ENABLE_TABLES) {
            match event {
                Event::Text(text) => {
                    assert!(!["@me", "#1", "https:", "a|b"].iter().any(|it| text.contains(it)), "{text}");
                }
                Event::InlineHtml(html) => assert_eq!(&*html, "<br>"),
                Event::Html(html) if html.trim_end() == REPORT_MARK => {}
                Event::Html(_) | Event::Start(Tag::Link { .. } | Tag::Image { .. }) => panic!("{event:?}"),
                _ => {}
            }
        }
        assert!(!output.trim_start_matches(REPORT_MARK).contains("<!--"));
    }

    #[test]
    fn no_row_has_more_cells_than_its_table() {
        let output = markdown(&Fixture::new().report());
        let mut cells = 0;
        for event in Parser::new_ext(&output, Options::ENABLE_TABLES) {
            // A cell too many is dropped by readers, and with it the end of the code span that it cut in two.
            if let Event::Code(text) = &event {
                cells += usize::from(text.contains("a|b") || text.contains("u|v"));
            }
        }
        assert_eq!(cells, 5);
    }

    #[test]
    fn a_flood_is_cut_and_said_to_be() {
        let findings = |length: usize| {
            let text = "x".repeat(length);
            (0..150).map(|_| Finding::placed(&BROKEN, Place::File, text.clone())).collect::<Vec<_>>()
        };
        let many = markdown(&Fixture::with(findings(1)).report());
        assert_eq!(many.matches("| error |").count(), 100);
        assert!(many.contains("\n50 more are not shown here.\n"));
        let large = markdown(&Fixture::with(findings(100_000)).report());
        assert!(large.len() < Size::Summary.largest() + 1000);
        assert!(large.ends_with("The rest is left out: there is no room for it here.\n"));
        let command = "##[".repeat(40_000);
        let commands = (0..20).map(|_| Finding::placed(&BROKEN, Place::File, command.clone())).collect();
        let fixture = Fixture::with(commands);
        for size in [Size::Summary, Size::Comment] {
            let text = markdown_within(&fixture.report(), size);
            assert!(text.len() < size.largest() + 1000 && !text.contains("##["), "{}", text.len());
        }
    }

    #[test]
    fn a_comparison_says_what_regressed_and_what_was_withdrawn() {
        let fixture = Fixture::with(Vec::new());
        let baseline = Baseline {
            source: "`main` @me".to_owned(),
            regressions: vec![path("answers.pinned")],
            acknowledged: vec![path("clis.pip")],
            ..Baseline::default()
        };
        let mut report = fixture.report();
        report.baseline = Some(&baseline);
        let output = markdown(&report);
        assert!(output.contains(
            "The baseline is `` `main` @me ``.\n\n**Regressed:** `answers.pinned`.\n\n\
             Withdrawn in this change: `clis.pip`.\n"
        ));
        let new = Baseline { source: "main".to_owned(), is_new: true, ..Baseline::default() };
        report.baseline = Some(&new);
        assert!(markdown(&report).contains("\n\nIt has no declaration: this one is new.\n"));
        let same = Baseline { comparison: Some(crate::gate::Comparison::default()), ..new.clone() };
        report.baseline = Some(&same);
        assert!(markdown(&report).contains("\n\nNothing regressed.\n"));
    }

    #[test]
    fn without_a_declaration_that_is_what_it_says() {
        let fixture = Fixture::new();
        let output = markdown(&fixture.without_declaration());
        assert!(output.contains("No declaration was found (looked at on 2026-08-22)."), "{output}");
        assert!(!output.contains("### Levels"));
    }
}
