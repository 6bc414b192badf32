//! Annotations: workflow commands that GitHub's runner turns into remarks beside the lines of a change.

use super::Report;
use super::escape::{escape_data, escape_property};
use crate::findings::{Finding, Severity};
use crate::text::sanitize;
use std::fmt::Write;

/// How many annotations of each kind the runner takes from one step; it drops the rest without a word.
const MOST: usize = 10;
/// How long a message the runner takes, in UTF-16 units, as it counts; it cuts the rest off.
const LONGEST: usize = 4096;

/// What the annotations of a run need besides its report.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// The folder that the declaration's path is relative to, where that is not what the runner takes paths to be relative to:
    /// empty, or with `/` at its end.
    pub folder: &'a str,
    /// Where the rest is, where there are more findings than annotations.
    pub elsewhere: &'a str,
}

/// The annotations, worst first.
#[must_use]
pub fn github(report: &Report<'_>) -> String {
    let elsewhere = "the other formats of `check --output` list them all";
    annotations(report, Setting { folder: "", elsewhere })
}

/// The annotations, worst first.
#[must_use]
pub fn annotations(report: &Report<'_>, setting: Setting<'_>) -> String {
    let mut output = String::new();
    for severity in [Severity::Error, Severity::Warning, Severity::Notice] {
        let (shown, rest) = divided(report, severity);
        for finding in shown {
            annotate(&mut output, report, finding, setting.folder);
        }
        if !rest.is_empty() {
            let kind = severity.as_str();
            let message = format!("{} more {kind}s: {}", rest.len(), setting.elsewhere);
            remark(&mut output, severity, &message);
        }
    }
    output
}

/// The findings that no annotation shows, worst first.
#[must_use]
pub fn left_out<'r>(report: &'r Report<'_>) -> Vec<&'r Finding> {
    [Severity::Error, Severity::Warning, Severity::Notice]
        .into_iter()
        .flat_map(|severity| divided(report, severity).1)
        .collect()
}

/// A remark about the run as a whole, in the form of an annotation.
pub fn remark(output: &mut String, severity: Severity, message: &str) {
    let (kind, title) = (severity.as_str(), escape_property(env!("CARGO_PKG_NAME")));
    let message = message.lines().map(line).collect::<Vec<_>>().join("\n");
    // Writing to a string cannot fail.
    let _ = writeln!(output, "::{kind} title={title}::{}", escape_data(&cut(message)));
}

/// Findings of a severity: those that are shown, and the rest.
fn divided<'r>(report: &'r Report<'_>, severity: Severity) -> (Vec<&'r Finding>, Vec<&'r Finding>) {
    let mut findings = report.worst_first(severity);
    let shown = if findings.len() > MOST { MOST - 1 } else { findings.len() };
    let rest = findings.split_off(shown);
    (findings, rest)
}

fn annotate(output: &mut String, report: &Report<'_>, finding: &Finding, folder: &str) {
    let at = report.location(finding);
    let path = line(&format!("{folder}{}", at.path));
    let mut command = format!(
        "::{} title={},file={},line={},endLine={}",
        finding.severity.as_str(),
        escape_property(finding.rule.id),
        escape_property(&path),
        at.line,
        at.end_line
    );
    // The runner drops columns of a remark on several lines.
    if at.line == at.end_line {
        let _ = write!(command, ",col={},endColumn={}", at.column, at.end_column);
    }
    // The place once more: the log shows the message alone.
    let mut message = format!("{path}:{}:{}: {}", at.line, at.column, line(&finding.message));
    for more in finding.notes.iter().chain(&finding.help) {
        message.push('\n');
        message.push_str(&line(more));
    }
    let _ = writeln!(output, "{command}::{}", escape_data(&cut(message)));
}

/// One line without the older syntax of commands: the runner reads the newer one first, other readers of this log may not.
fn line(text: &str) -> String {
    sanitize::line(text).replace("##[", "##\\[")
}

/// A message cut to what the runner takes, with an ellipsis where something is missing.
fn cut(mut message: String) -> String {
    if message.encode_utf16().count() <= LONGEST {
        return message;
    }
    let mut units = 0;
    let end = message.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > LONGEST - 1
    });
    message.truncate(end.map_or(message.len(), |(at, _)| at));
    message.push('…');
    message
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, github};
    use crate::findings::{Finding, Place};
    use crate::render::Baseline;
    use crate::render::fixture::{ADVICE, BROKEN, Fixture, path};
    use crate::text::span::Span;

    #[test]
    fn worst_first_and_nothing_leaves_its_command() {
        insta::assert_snapshot!(github(&Fixture::new().report()), @r#"
        ::error title=met-without-evidence,file=.package-repo-security.yml,line=10,endLine=10,col=16,endColumn=35::.package-repo-security.yml:10:16: `event-log` is met without public evidence%0Afound: ##\[set-output name=x;]y ::error::%250A\u{d}\u{a}::error::z\u{1b}[2J\u{9b}\u{202e} a|b `c` ``d`` <!-- @me #1 ]]> [l](https://e.example) %25,:%0Asay where it can be seen
        ::warning title=review-overdue,file=.package-repo-security.yml,line=1,endLine=1,col=1,endColumn=1::.package-repo-security.yml:1:1: the last review says ##\[set-output name=x;]y ::error::%250A\u{d}\u{a}::error::z\u{1b}[2J\u{9b}\u{202e} a|b `c` ``d`` <!-- @me #1 ]]> [l](https://e.example) %25,:
        ::notice title=claim-could-be-higher,file=.package-repo-security.yml,line=5,endLine=5,col=19,endColumn=20::.package-repo-security.yml:5:19: `general` could be claimed higher
        "#);
    }

    fn flood(count: usize) -> Vec<Finding> {
        let mut findings: Vec<Finding> =
            (0..count).map(|nth| Finding::placed(&BROKEN, Place::File, format!("error {nth:02}"))).collect();
        findings.push(Finding::new(&BROKEN, &path("answers.pinned"), "it regressed"));
        findings.push(Finding::placed(&ADVICE, Place::File, "a notice"));
        findings
    }

    #[test]
    fn the_tenth_of_more_than_ten_says_how_many_more_there_are() {
        let output = github(&Fixture::with(flood(10)).report());
        let lines: Vec<&str> = output.lines().collect();
        assert_eq!(lines.len(), 11);
        assert!(lines[8].ends_with("error 08"), "{}", lines[8]);
        assert_eq!(
            lines[9],
            "::error title=package-repo-security::2 more errors: the other formats of `check --output` list them all"
        );
        assert!(lines[10].starts_with("::notice title=claim-could-be-higher,"));
        let ten = github(&Fixture::with(flood(9)).report());
        assert!(!ten.contains(" more ") && ten.contains("it regressed"));
    }

    #[test]
    fn a_flood_does_not_hide_a_regression() {
        let fixture = Fixture::with(flood(30));
        let baseline = Baseline { regressions: vec![path("answers.pinned")], ..Baseline::default() };
        let mut report = fixture.report();
        report.baseline = Some(&baseline);
        assert!(github(&report).lines().next().unwrap().ends_with("it regressed"));
    }

    #[test]
    fn a_path_opens_no_property_and_no_line() {
        let fixture = Fixture::new();
        let mut report = fixture.report();
        report.file = report.file.map(|mut file| {
            file.path = "a,line=9::b%0A\r\n::error::c".to_owned();
            file
        });
        let output = github(&report);
        let file = ",file=a%2Cline=9%3A%3Ab%250A\\u{d}\\u{a}%3A%3Aerror%3A%3Ac,line=";
        assert_eq!(output.matches(file).count(), 3, "{output}");
        assert_eq!(output.lines().count(), 3);
    }

    #[test]
    fn a_message_is_cut_between_characters_as_the_runner_counts() {
        let long = Finding::placed(&BROKEN, Place::File, "𝄞".repeat(LONGEST));
        let output = github(&Fixture::with(vec![long]).report());
        let message = output.trim_end().rsplit_once("::").unwrap().1;
        assert!((LONGEST - 1..=LONGEST).contains(&message.encode_utf16().count()));
        assert!(message.ends_with("𝄞…"));
    }

    #[test]
    fn a_remark_on_several_lines_has_no_columns() {
        let mut fixture = Fixture::with(vec![Finding::placed(&BROKEN, Place::File, "x")]);
        fixture.findings[0].place = Place::Span(Span::new(0, 14));
        let output = github(&fixture.report());
        assert!(output.contains(",line=1,endLine=2::"), "{output}");
    }
}
