//! `JUnit` XML: a finding is a test case, and errors are the failed ones, so that a gate on test results agrees with the
//! exit code.

use super::Report;
use crate::findings::{Finding, Severity};
use crate::text::sanitize;
use quick_junit::{NonSuccessKind, SerializeError, TestCase, TestCaseStatus, TestSuite};

/// The test report. It has no times and no run id: the same input gives the same bytes.
///
/// # Errors
/// [`SerializeError`] where the XML writer refuses the text.
pub fn junit(report: &Report<'_>) -> Result<String, SerializeError> {
    let mut suite = TestSuite::new(env!("CARGO_PKG_NAME"));
    if report.findings.is_empty() {
        let mut case = TestCase::new("declaration", TestCaseStatus::success());
        case.set_classname(env!("CARGO_PKG_NAME"));
        suite.add_test_case(case);
    }
    for finding in report.findings {
        suite.add_test_case(case(report, finding));
    }
    let mut tests = quick_junit::Report::new(env!("CARGO_PKG_NAME"));
    tests.add_test_suite(suite);
    // The XML may be printed to the log of a runner, which obeys `##[` anywhere in a line; readers of XML see no difference.
    let xml = tests.to_string()?.replace("##[", "#&#35;[");
    // The schema that Jenkins publishes has no `skipped` on the root; nothing is ever skipped here.
    Ok(xml.replacen(" skipped=\"0\"", "", 1))
}

fn case(report: &Report<'_>, finding: &Finding) -> TestCase {
    let at = report.location(finding);
    let message = sanitize::line(&finding.message);
    let name = format!("{}:{}:{}: {message}", sanitize::line(at.path), at.line, at.column);
    let text = text(finding, &message);
    let mut case = if finding.severity == Severity::Error {
        let mut failed = TestCaseStatus::non_success(NonSuccessKind::Failure);
        failed.set_message(message).set_type(finding.rule.id).set_description(text);
        TestCase::new(name, failed)
    } else {
        let mut passed = TestCase::new(name, TestCaseStatus::success());
        passed.set_system_out(text);
        passed
    };
    case.set_classname(finding.rule.id);
    case
}

/// What a person reads who opens the test case.
fn text(finding: &Finding, message: &str) -> String {
    let mut text = format!("{}[{}]: {message}", finding.severity.as_str(), finding.rule.id);
    for note in &finding.notes {
        text.push_str("\nnote: ");
        text.push_str(&sanitize::line(note));
    }
    if let Some(help) = &finding.help {
        text.push_str("\nhelp: ");
        text.push_str(&sanitize::line(help));
    }
    text.push_str("\nsee: ");
    text.push_str(&finding.rule.url());
    text
}

#[cfg(test)]
mod tests {
    use super::junit;
    use crate::render::fixture::Fixture;

    #[test]
    fn errors_are_failures_and_nothing_else_is() {
        insta::assert_snapshot!(junit(&Fixture::new().report()).unwrap(), @r#"
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="package-repo-security" tests="3" failures="1" errors="0">
            <testsuite name="package-repo-security" tests="3" skipped="0" errors="0" failures="1">
                <testcase name=".package-repo-security.yml:1:1: the last review says #&#35;[set-output name=x;]y ::error::%0A\u{d}\u{a}::error::z\u{1b}[2J\u{9b}\u{202e} a|b `c` ``d`` &lt;!-- @me #1 ]]&gt; [l](https://e.example) %,:" classname="review-overdue">
                    <system-out>warning[review-overdue]: the last review says #&#35;[set-output name=x;]y ::error::%0A\u{d}\u{a}::error::z\u{1b}[2J\u{9b}\u{202e} a|b `c` ``d`` &lt;!-- @me #1 ]]&gt; [l](https://e.example) %,:
        see: docs/rules.md#review-overdue</system-out>
                </testcase>
                <testcase name=".package-repo-security.yml:5:19: `general` could be claimed higher" classname="claim-could-be-higher">
                    <system-out>notice[claim-could-be-higher]: `general` could be claimed higher
        see: docs/rules.md#claim-could-be-higher</system-out>
                </testcase>
                <testcase name=".package-repo-security.yml:10:16: `event-log` is met without public evidence" classname="met-without-evidence">
                    <failure message="`event-log` is met without public evidence" type="met-without-evidence">error[met-without-evidence]: `event-log` is met without public evidence
        note: found: #&#35;[set-output name=x;]y ::error::%0A\u{d}\u{a}::error::z\u{1b}[2J\u{9b}\u{202e} a|b `c` ``d`` &lt;!-- @me #1 ]]&gt; [l](https://e.example) %,:
        help: say where it can be seen
        see: docs/rules.md#met-without-evidence</failure>
                </testcase>
            </testsuite>
        </testsuites>
        "#);
    }

    #[test]
    fn without_findings_one_test_has_passed() {
        insta::assert_snapshot!(junit(&Fixture::with(Vec::new()).report()).unwrap(), @r#"
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="package-repo-security" tests="1" failures="0" errors="0">
            <testsuite name="package-repo-security" tests="1" skipped="0" errors="0" failures="0">
                <testcase name="declaration" classname="package-repo-security"/>
            </testsuite>
        </testsuites>
        "#);
    }
}
