//! The Code Quality report that GitLab shows beside a merge request.

use super::fingerprint::fingerprints;
use super::{Report, escaped_json};
use crate::findings::Severity;
use crate::text::sanitize;
use serde_json::{Value, json};

/// The report: one entry for each finding.
#[must_use]
pub fn gitlab(report: &Report<'_>) -> String {
    let entries = report.findings.iter().zip(fingerprints(report.findings)).map(|(finding, fingerprint)| {
        let at = report.location(finding);
        json!({
            "description": sanitize::line(&finding.message),
            "check_name": finding.rule.id,
            "fingerprint": fingerprint,
            "severity": match finding.severity {
                Severity::Error => "major",
                Severity::Warning => "minor",
                Severity::Notice => "info",
            },
            "location": {
                "path": at.path,
                "lines": { "begin": at.line, "end": at.end_line },
                "positions": {
                    "begin": { "line": at.line, "column": at.column },
                    "end": { "line": at.end_line, "column": at.end_column },
                },
            },
        })
    });
    escaped_json::pretty(&Value::Array(entries.collect()))
}

#[cfg(test)]
mod tests {
    use super::gitlab;
    use crate::render::fixture::Fixture;

    #[test]
    fn an_entry_a_finding() {
        insta::assert_snapshot!(gitlab(&Fixture::new().report()), @r#"
        [
          {
            "description": "the last review says #\u0023[set-output name=x;]y ::error::%0A\\u{d}\\u{a}::error::z\\u{1b}[2J\\u{9b}\\u{202e} a|b `c` ``d`` <!-- @me #1 ]]> [l](https://e.example) %,:",
            "check_name": "review-overdue",
            "fingerprint": "9f691927b15f187ae27f855d959fafbe47f02c5f0d4f3023196c6afb13e59c18",
            "severity": "minor",
            "location": {
              "path": ".package-repo-security.yml",
              "lines": {
                "begin": 1,
                "end": 1
              },
              "positions": {
                "begin": {
                  "line": 1,
                  "column": 1
                },
                "end": {
                  "line": 1,
                  "column": 1
                }
              }
            }
          },
          {
            "description": "`general` could be claimed higher",
            "check_name": "claim-could-be-higher",
            "fingerprint": "ba8375d52d2c64056ad7f353ebeb7c2945e8758ffe3a579735ec16d84d9676f9",
            "severity": "info",
            "location": {
              "path": ".package-repo-security.yml",
              "lines": {
                "begin": 5,
                "end": 5
              },
              "positions": {
                "begin": {
                  "line": 5,
                  "column": 19
                },
                "end": {
                  "line": 5,
                  "column": 20
                }
              }
            }
          },
          {
            "description": "`event-log` is met without public evidence",
            "check_name": "met-without-evidence",
            "fingerprint": "7ca51d0d2437672dc14cce50d0562adccf92696badaa9b42cde29578dd11a4fc",
            "severity": "major",
            "location": {
              "path": ".package-repo-security.yml",
              "lines": {
                "begin": 10,
                "end": 10
              },
              "positions": {
                "begin": {
                  "line": 10,
                  "column": 16
                },
                "end": {
                  "line": 10,
                  "column": 35
                }
              }
            }
          }
        ]
        "#);
    }

    #[test]
    fn without_findings_the_list_is_empty() {
        assert_eq!(gitlab(&Fixture::with(Vec::new()).report()), "[]\n");
    }
}
