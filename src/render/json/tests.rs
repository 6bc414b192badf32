//! The JSON report against its description.

use super::{document, json};
use crate::findings::{Finding, Fix, Spelling};
use crate::read::Part;
use crate::render::Baseline;
use crate::render::escaped_json::compact;
use crate::render::fixture::{BROKEN, Fixture, path};
use serde_json::Value;

/// One member a line.
fn members(value: &Value) -> String {
    let lines: Vec<String> = match value {
        Value::Object(members) => members.iter().map(|(key, it)| format!("{key}: {}", compact(it))).collect(),
        Value::Array(items) => items.iter().map(compact).collect(),
        other => vec![compact(other)],
    };
    lines.join("\n")
}

#[test]
fn the_keys_stand_in_the_order_of_the_format() {
    let mut document = document(&Fixture::new().report());
    for key in ["tracks", "requirements", "findings"] {
        document[key] = "…".into();
    }
    insta::assert_snapshot!(members(&document), @r#"
        report_version: 1
        tool: {"name":"package-repo-security","version":"0.1.0"}
        declaration: {"path":".package-repo-security.yml","sha256":"0000000000000000000000000000000000000000000000000000000000000000"}
        principles: "v0.1"
        mode: "offline"
        as_of: "2026-08-22"
        scope: "audit"
        registry: {"name":"Index `a|b` \u001b[2J","url":"https://epi.example/","user_accounts":true,"packages":["accepts-built"]}
        reviewed: "2026-08-21"
        tracks: "…"
        requirements: "…"
        findings: "…"
        summary: {"errors":1,"warnings":1,"notices":1,"evidence":{"matched":0,"found":0,"contradicted":1,"unreachable":0,"unchecked":1}}
        "#);
}

#[test]
fn a_track_says_its_levels_and_the_cli_track_those_of_each_client() {
    let document = document(&Fixture::new().report());
    insta::assert_snapshot!(members(&document["tracks"]), @r#"
        general: {"applies":true,"claimed":0,"declared":0,"supported":0,"levels":{"1":{"met":0,"applicable":1,"not_applicable":0},"2":{"met":2,"applicable":2,"not_applicable":0},"3":{"met":0,"applicable":0,"not_applicable":0}},"blockers":[{"requirement":"disclosure","missing":["safe-harbor"],"status":"partial","contradicted":false}],"ahead":[]}
        builds: {"applies":false,"claimed":null,"declared":null,"supported":null,"levels":null,"blockers":[],"ahead":[]}
        cli: {"applies":true,"claimed":1,"declared":0,"supported":0,"levels":{"1":{"met":0,"applicable":1,"not_applicable":0},"2":{"met":0,"applicable":0,"not_applicable":0},"3":{"met":0,"applicable":0,"not_applicable":0}},"blockers":[{"requirement":"pinned","missing":[],"status":"unmet","contradicted":false}],"ahead":[],"client":"u|v`::","clients":{"pip":{"primary":true,"declared":3,"supported":3,"levels":{"1":{"met":1,"applicable":1,"not_applicable":0},"2":{"met":0,"applicable":0,"not_applicable":0},"3":{"met":0,"applicable":0,"not_applicable":0}},"blockers":[],"ahead":[]},"u|v`::":{"primary":true,"declared":0,"supported":0,"levels":{"1":{"met":0,"applicable":1,"not_applicable":0},"2":{"met":0,"applicable":0,"not_applicable":0},"3":{"met":0,"applicable":0,"not_applicable":0}},"blockers":[{"requirement":"pinned","missing":[],"status":"unmet","contradicted":false}],"ahead":[]}}}
        "#);
}

#[test]
fn a_requirement_has_one_entry_and_one_for_each_client_where_clients_answer() {
    let document = document(&Fixture::new().report());
    insta::assert_snapshot!(members(&document["requirements"]), @r#"
        {"id":"disclosure","track":"general","level":1,"status":"partial","outcome":null,"evidence":[],"line":7}
        {"id":"event-log","track":"general","level":2,"status":"met","outcome":"contradicted","evidence":[{"locator":"docs/log.md#entries","outcome":"contradicted","looked_for":"docs/log.md","found":"no such file\u009b"},{"locator":"statement","outcome":"unchecked","looked_for":"a statement","found":"nothing to look at"}],"line":8}
        {"id":"log","track":"general","level":2,"status":"met","outcome":null,"evidence":[],"line":null,"implied_by":"event-log"}
        {"id":"provenance","track":"builds","level":1,"status":null,"outcome":null,"evidence":[],"line":null}
        {"id":"pinned","track":"cli","level":1,"cli":"pip","status":"met","outcome":null,"evidence":[{"locator":"https://e.example/pins","outcome":"unchecked","looked_for":null,"found":null}],"line":11}
        {"id":"pinned","track":"cli","level":1,"cli":"u|v`::","status":"unmet","outcome":null,"evidence":[],"line":14}
        "#);
}

#[test]
fn a_finding_says_where_it_stands_and_how_it_is_mended() {
    let document = document(&Fixture::new().report());
    insta::assert_snapshot!(members(&document["findings"][2]), @r#"
        rule: "met-without-evidence"
        severity: "error"
        message: "`event-log` is met without public evidence"
        path: ".package-repo-security.yml"
        line: 10
        column: 16
        end_line: 10
        end_column: 35
        help: "say where it can be seen"
        url: "docs/rules.md#met-without-evidence"
        fix: {"title":"write the status","edits":[{"path":".package-repo-security.yml","line":9,"column":13,"end_line":9,"end_column":16,"text":"unmet"}]}
        at: "answers.event-log.evidence"
        notes: ["found: #\u0023[set-output name=x;]y ::error::%0A\r\n::error::z\u001b[2J\u009b\u202e a|b `c` ``d`` <!-- @me #1 ]]> [l](https://e.example) %,:"]
        related: [{"message":"claimed here","path":".package-repo-security.yml","line":5,"column":10,"end_line":5,"end_column":17}]
        "#);
}

#[test]
fn a_fix_that_was_not_placed_is_left_out() {
    let mut fixture = Fixture::with(vec![Finding::new(&BROKEN, &path("answers"), "x")]);
    fixture.findings[0].fix = Some(Fix::replace("x", &path("answers"), Part::Value, "y", Spelling::Plain));
    assert_eq!(document(&fixture.report())["findings"][0].get("fix"), None);
}

#[test]
fn a_baseline_and_a_preview_are_there_where_there_is_one() {
    let fixture = Fixture::new();
    let baseline = Baseline {
        source: "main".to_owned(),
        regressions: vec![path("answers.pinned")],
        acknowledged: vec![path("clis.pip")],
        ..Baseline::default()
    };
    let mut report = fixture.report();
    report.baseline = Some(&baseline);
    report.preview = Some(&fixture.assessment);
    let document = document(&report);
    let keys: Vec<&String> = document.as_object().unwrap().keys().skip(12).collect();
    assert_eq!(keys, ["baseline", "summary", "preview"]);
    assert_eq!(
        compact(&document["baseline"]),
        r#"{"source":"main","regressions":["answers.pinned"],"acknowledged":["clis.pip"],"changes":null}"#
    );
    assert_eq!(document["preview"]["tracks"], document["tracks"]);
}

#[test]
fn without_a_declaration_nothing_is_said_of_it() {
    let fixture = Fixture::new();
    let document = document(&fixture.without_declaration());
    assert_eq!(document["declaration"], Value::Null);
    assert_eq!(document["registry"], Value::Null);
    assert_eq!(compact(&document["tracks"]), "{}");
    assert_eq!(compact(&document["requirements"]), "[]");
    assert_eq!(document["findings"][2]["line"], 1);
}

#[test]
fn the_text_reads_back_as_the_document() {
    let fixture = Fixture::new();
    let text = json(&fixture.report());
    assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), document(&fixture.report()));
    assert_eq!(text, json(&Fixture::new().report()));
}
