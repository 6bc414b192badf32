//! SARIF 2.1.0, for code scanning.

mod result;
mod rule;

use super::{Report, escaped_json};
use crate::findings::Rule;
use serde_json::{Map, Value, json};

/// The log: one run, all rules, every finding.
#[must_use]
pub fn sarif(report: &Report<'_>, rules: &[&'static Rule]) -> String {
    let mut rules = rules.to_vec();
    for finding in report.findings {
        if !rules.iter().any(|rule| rule.id == finding.rule.id) {
            rules.push(finding.rule);
        }
    }
    escaped_json::pretty(&json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": driver(&rules) },
            "invocations": [{ "executionSuccessful": report.is_finished }],
            "columnKind": "unicodeCodePoints",
            "results": result::results(report, &rules),
        }],
    }))
}

fn driver(rules: &[&Rule]) -> Map<String, Value> {
    let mut driver = Map::new();
    driver.insert("name".to_owned(), env!("CARGO_PKG_NAME").into());
    driver.insert("version".to_owned(), env!("CARGO_PKG_VERSION").into());
    driver.insert("semanticVersion".to_owned(), env!("CARGO_PKG_VERSION").into());
    let home = env!("CARGO_PKG_REPOSITORY");
    // Must be absolute, so it waits until the project has an address.
    if home.starts_with("https://") {
        driver.insert("informationUri".to_owned(), home.into());
    }
    driver.insert("rules".to_owned(), rules.iter().map(|it| rule::descriptor(it)).collect());
    driver
}

#[cfg(test)]
mod tests {
    use super::sarif;
    use crate::render::fixture::{ADVICE, BROKEN, Fixture, NEGLECTED};
    use serde_json::Value;

    fn log(fixture: &Fixture, rules: &[&'static crate::findings::Rule]) -> Value {
        serde_json::from_str(&sarif(&fixture.report(), rules)).unwrap()
    }

    #[test]
    fn a_rule_says_what_it_asks_and_how_it_is_met() {
        let log = log(&Fixture::new(), &[&BROKEN, &NEGLECTED, &ADVICE]);
        assert_eq!(log["version"], "2.1.0");
        let rule = &log["runs"][0]["tool"]["driver"]["rules"][0];
        insta::assert_snapshot!(format!("{rule:#}"), @r#"
        {
          "id": "met-without-evidence",
          "name": "MetWithoutEvidence",
          "shortDescription": {
            "text": "A met answer says where it can be seen"
          },
          "fullDescription": {
            "text": "Nobody can look at what is nowhere."
          },
          "help": {
            "text": "Nobody can look at what is nowhere.\n\nFails:\nanswers:\n  event-log: met\n\nMended:\nanswers:\n  event-log: {status: met, evidence: docs/log.md}",
            "markdown": "Nobody can look at what is nowhere.\n\nFails:\n```yaml\nanswers:\n  event-log: met\n```\n\nMended:\n```yaml\nanswers:\n  event-log: {status: met, evidence: docs/log.md}\n```"
          },
          "defaultConfiguration": {
            "level": "error"
          },
          "properties": {
            "tags": [
              "package-repository-security"
            ]
          }
        }
        "#);
    }

    #[test]
    fn a_result_has_its_place_its_fingerprint_and_its_fix() {
        let log = log(&Fixture::new(), &[&BROKEN, &NEGLECTED, &ADVICE]);
        let result = &log["runs"][0]["results"][2];
        insta::assert_snapshot!(format!("{result:#}"), @r#"
        {
          "ruleId": "met-without-evidence",
          "ruleIndex": 0,
          "level": "error",
          "message": {
            "text": "`event-log` is met without public evidence\nfound: ##[set-output name=x;]y ::error::%0A\\u{d}\\u{a}::error::z\\u{1b}[2J\\u{9b}\\u{202e} a|b `c` ``d`` <!-- @me #1 ]]> [l] (https://e.example) %,:\nsay where it can be seen"
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": ".package-repo-security.yml",
                  "uriBaseId": "%SRCROOT%"
                },
                "region": {
                  "startLine": 10,
                  "startColumn": 16,
                  "endLine": 10,
                  "endColumn": 35
                }
              }
            }
          ],
          "relatedLocations": [
            {
              "id": 0,
              "physicalLocation": {
                "artifactLocation": {
                  "uri": ".package-repo-security.yml",
                  "uriBaseId": "%SRCROOT%"
                },
                "region": {
                  "startLine": 5,
                  "startColumn": 10,
                  "endLine": 5,
                  "endColumn": 17
                }
              },
              "message": {
                "text": "claimed here"
              }
            }
          ],
          "partialFingerprints": {
            "packageRepoSecurity/v1": "7ca51d0d2437672dc14cce50d0562adccf92696badaa9b42cde29578dd11a4fc"
          },
          "fixes": [
            {
              "description": {
                "text": "write the status"
              },
              "artifactChanges": [
                {
                  "artifactLocation": {
                    "uri": ".package-repo-security.yml",
                    "uriBaseId": "%SRCROOT%"
                  },
                  "replacements": [
                    {
                      "deletedRegion": {
                        "startLine": 9,
                        "startColumn": 13,
                        "endLine": 9,
                        "endColumn": 16
                      },
                      "insertedContent": {
                        "text": "unmet"
                      }
                    }
                  ]
                }
              ]
            }
          ]
        }
        "#);
    }

    #[test]
    fn every_result_finds_its_rule_also_one_that_was_not_given() {
        let log = log(&Fixture::new(), &[&NEGLECTED]);
        let run = &log["runs"][0];
        let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
        assert_eq!(rules.len(), 3);
        for result in run["results"].as_array().unwrap() {
            let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
            assert_eq!(rules[index]["id"], result["ruleId"]);
        }
    }
}
