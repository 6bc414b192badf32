use super::conclusion::Conclusion;
use super::subject::Subject;
use super::{cyclonedx::cyclonedx, gemara, in_toto::in_toto, oscal::oscal};
use crate::evidence::Outcome;
use crate::findings::Finding;
use crate::render::Report;
use crate::render::fixture::{BROKEN, Fixture, path};
use serde_json::Value;

type Export = fn(&Report<'_>) -> String;

const ABOUT_DECLARATIONS: [Export; 4] = [gemara::log, in_toto, oscal, cyclonedx];

fn parsed(export: Export, report: &Report<'_>) -> Value {
    serde_json::from_str(&export(report)).unwrap()
}

#[test]
fn the_same_input_gives_the_same_bytes_and_another_day_another_document() {
    for export in ABOUT_DECLARATIONS {
        let fixture = Fixture::new();
        let text = export(&fixture.report());
        assert_eq!(text, export(&Fixture::new().report()));
        let tomorrow = Report { today: jiff::civil::date(2026, 8, 23), ..fixture.report() };
        assert_ne!(text, export(&tomorrow));
    }
}

#[test]
fn without_a_declaration_nothing_is_stated() {
    let fixture = Fixture::new();
    for export in ABOUT_DECLARATIONS {
        assert_eq!(export(&fixture.without_declaration()), "null\n");
    }
    assert_eq!(gemara::catalog(&fixture.without_declaration()), gemara::catalog(&fixture.report()));
}

/// The conclusion of each row, and of each of its parts.
fn conclusions(report: &Report<'_>) -> Vec<String> {
    let subject = Subject::of(report).unwrap();
    let rows = subject.rows.iter().map(|row| {
        let parts: Vec<Conclusion> = row.parts().into_iter().map(|(_, conclusion)| conclusion).collect();
        format!("{} {:?} {parts:?}", row.key().join(" "), row.conclusion())
    });
    rows.collect()
}

#[test]
fn contradicted_is_failed_and_unknown_is_unknown() {
    // `event-log` is met, and its evidence was seen to be otherwise; `log` is implied by it; `builds` does not apply.
    insta::assert_snapshot!(conclusions(&Fixture::with(vec![]).report()).join("\n"));
}

#[test]
fn what_is_met_passes_where_nothing_contradicts_it() {
    let mut fixture = Fixture::with(vec![]);
    let at = path("answers.event-log.evidence[0]");
    fixture.outcomes.get_mut(&at).unwrap().outcome = Outcome::Matched;
    for standing in &mut fixture.assessment.tracks[0].standing.as_mut().unwrap().requirements {
        standing.contradicted = false;
    }
    let seen = conclusions(&fixture.report());
    assert_eq!(seen[1..3], ["event-log  Passed [Passed]", "log  Passed [Passed]"]);
    let statement = parsed(in_toto, &fixture.report());
    assert_eq!(statement["predicate"]["passedTests"], serde_json::json!(["event-log"]));
    assert_eq!(statement["predicate"]["result"], "FAILED");
}

#[test]
fn an_answer_that_is_malformed_passes_nowhere() {
    let broken = Finding::new(&BROKEN, &path("answers.pinned.evidence"), "wrong");
    let fixture = Fixture::with(vec![broken]);
    assert!(conclusions(&fixture.report()).contains(&"pinned pip NeedsReview [NeedsReview]".to_owned()));
    let statement = parsed(in_toto, &fixture.report());
    let failed = statement["predicate"]["failedTests"].as_array().unwrap();
    assert!(failed.contains(&"pinned (pip)".into()), "{failed:?}");
}

#[test]
fn gemara_log() {
    insta::assert_snapshot!(gemara::log(&Fixture::new().report()));
}

#[test]
fn gemara_catalog() {
    insta::assert_snapshot!(gemara::catalog(&Fixture::new().report()));
}

#[test]
fn in_toto_statement() {
    insta::assert_snapshot!(in_toto(&Fixture::new().report()));
}

#[test]
fn oscal_assessment_results() {
    insta::assert_snapshot!(oscal(&Fixture::new().report()));
}

#[test]
fn cyclonedx_attestations() {
    insta::assert_snapshot!(cyclonedx(&Fixture::new().report()));
}
