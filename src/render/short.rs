//! One line for each finding: `path:line:col: severity[rule]: message`, for editors and problem matchers.

use super::Report;
use crate::text::sanitize;
use std::fmt::Write;

/// The findings, one a line.
#[must_use]
pub fn short(report: &Report<'_>) -> String {
    let mut output = String::new();
    for finding in report.findings {
        let at = report.location(finding);
        // Writing to a string cannot fail.
        let _ = writeln!(
            output,
            "{}:{}:{}: {}[{}]: {}",
            sanitize::line(at.path),
            at.line,
            at.column,
            finding.severity.as_str(),
            finding.rule.id,
            sanitize::line(&finding.message)
        );
    }
    sanitize::inert(&output).into_owned()
}

#[cfg(test)]
mod tests {
    use super::short;
    use crate::render::fixture::Fixture;

    #[test]
    fn one_line_a_finding() {
        insta::assert_snapshot!(short(&Fixture::new().report()), @r#"
        .package-repo-security.yml:1:1: warning[review-overdue]: the last review says ##\[set-output name=x;]y ::error::%0A\u{d}\u{a}::error::z\u{1b}[2J\u{9b}\u{202e} a|b `c` ``d`` <!-- @me #1 ]]> [l](https://e.example) %,:
        .package-repo-security.yml:5:19: notice[claim-could-be-higher]: `general` could be claimed higher
        .package-repo-security.yml:10:16: error[met-without-evidence]: `event-log` is met without public evidence
        "#);
    }

    #[test]
    fn a_path_opens_no_command() {
        let fixture = Fixture::new();
        let mut report = fixture.report();
        report.file = report.file.map(|mut file| {
            file.path = "::error::a\r\n##[debug]".to_owned();
            file
        });
        let output = short(&report);
        assert!(
            output.starts_with("\\::error::a\\u{d}\\u{a}##\\[debug]:1:1: warning[review-overdue]: "),
            "{output}"
        );
    }
}
