//! JSON, one object a line: each finding, then the summary, told apart by `type`.

use super::json::{finding, summary};
use super::{Report, escaped_json};
use serde_json::{Map, Value};

/// The findings and the summary, one object a line.
#[must_use]
pub fn jsonl(report: &Report<'_>) -> String {
    let findings = report.findings.iter().map(|it| tagged("finding", finding(report, it)));
    findings.chain([tagged("summary", summary(report))]).fold(String::new(), |mut output, line| {
        output.push_str(&escaped_json::compact(&line));
        output.push('\n');
        output
    })
}

fn tagged(kind: &str, body: Map<String, Value>) -> Value {
    let mut object = Map::new();
    object.insert("type".to_owned(), kind.into());
    object.extend(body);
    Value::Object(object)
}

#[cfg(test)]
mod tests {
    use super::jsonl;
    use crate::render::fixture::Fixture;

    #[test]
    fn findings_come_first_and_the_summary_last() {
        insta::assert_snapshot!(jsonl(&Fixture::new().report()), @r#"
        {"type":"finding","rule":"review-overdue","severity":"warning","message":"the last review says #\u0023[set-output name=x;]y ::error::%0A\r\n::error::z\u001b[2J\u009b\u202e a|b `c` ``d`` <!-- @me #1 ]]> [l](https://e.example) %,:","path":".package-repo-security.yml","line":1,"column":1,"end_line":1,"end_column":1,"url":"docs/rules.md#review-overdue","notes":[],"related":[]}
        {"type":"finding","rule":"claim-could-be-higher","severity":"notice","message":"`general` could be claimed higher","path":".package-repo-security.yml","line":5,"column":19,"end_line":5,"end_column":20,"url":"docs/rules.md#claim-could-be-higher","at":"claims.general","notes":[],"related":[]}
        {"type":"finding","rule":"met-without-evidence","severity":"error","message":"`event-log` is met without public evidence","path":".package-repo-security.yml","line":10,"column":16,"end_line":10,"end_column":35,"help":"say where it can be seen","url":"docs/rules.md#met-without-evidence","fix":{"title":"write the status","edits":[{"path":".package-repo-security.yml","line":9,"column":13,"end_line":9,"end_column":16,"text":"unmet"}]},"at":"answers.event-log.evidence","notes":["found: #\u0023[set-output name=x;]y ::error::%0A\r\n::error::z\u001b[2J\u009b\u202e a|b `c` ``d`` <!-- @me #1 ]]> [l](https://e.example) %,:"],"related":[{"message":"claimed here","path":".package-repo-security.yml","line":5,"column":10,"end_line":5,"end_column":17}]}
        {"type":"summary","errors":1,"warnings":1,"notices":1,"evidence":{"matched":0,"found":0,"contradicted":1,"unreachable":0,"unchecked":1}}
        "#);
    }
}
