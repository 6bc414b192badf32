use super::{drawn, human};
use crate::evidence::Outcome;
use crate::findings::{Edit, Finding, Fix, Place, Spelling};
use crate::read::{Part, Path};
use crate::render::human_fixture::{ADVICE, Fixture, RULE, SOURCE_ONLY};
use crate::render::{Mode, Style};
use crate::text::pace::growth;
use crate::text::source::Source;
use crate::text::span::Span;
use insta::assert_snapshot;
use std::time::{Duration, Instant};

const UNICODE: Style = Style { colour: false, unicode: true, width: 80 };
const ASCII: Style = Style { colour: false, unicode: false, width: 80 };

fn at(path: &str) -> Path {
    Path::parse(path).unwrap()
}

fn findings_only(fixture: &Fixture, style: Style) -> String {
    let mut report = fixture.report();
    report.assessment = None;
    human(&report, style)
}

fn all_parts() -> Vec<Finding> {
    let item = at("answers.typosquatting.evidence");
    let fix = Fix::replace("quote line 12", &item, Part::Value, "docs/names.md#reserved", Spelling::AsBefore);
    vec![
        Finding::new(&RULE, &item, "the quote “always blocked” does not stand in `docs/names.md`")
            .label("looked for in this file")
            .related(Place::Path(at("answers.vulnerability-disclosure"), Part::Key), "the answer before")
            .note("looked for “always blocked” in docs/names.md, 120 lines")
            .note("nearest: line 12, “reserved names are blocked”")
            .help("quote the page as it stands, or answer `partial`")
            .fix(Some(fix)),
        Finding::new(&ADVICE, &at("claims.general"), "`general` is at level 2 and claims 1")
            .label("could be 2"),
        Finding::placed(&RULE, Place::File, "the file stands in two places"),
    ]
}

#[test]
fn findings_with_label_related_place_notes_help_and_fix() {
    let fixture = Fixture::new(SOURCE_ONLY).findings(all_parts());
    assert_snapshot!(findings_only(&fixture, ASCII), @"
    error[quote-missing]: the file stands in two places
    --> .package-repo-security.yml

    notice[claim-could-be-higher]: `general` is at level 2 and claims 1
     --> .package-repo-security.yml:5:19
      |
    5 | claims: {general: 1, cli: 3}
      |                   ^ could be 2

    error[quote-missing]: the quote “always blocked” does not stand in `docs/names.md`
     --> .package-repo-security.yml:8:42
      |
    7 |   vulnerability-disclosure: {status: met, evidence: SECURITY.md}
      |   ------------------------ the answer before
    8 |   typosquatting: {status: met, evidence: docs/names.md}
      |                                          ^^^^^^^^^^^^^ looked for in this file
      |
      = note: looked for “always blocked” in docs/names.md, 120 lines
      = note: nearest: line 12, “reserved names are blocked”
      = help: quote the page as it stands, or answer `partial`
    help: suggested fix: quote line 12
      |
    8 |   typosquatting: {status: met, evidence: docs/names.md#reserved}
      |                                                       +++++++++

    2 errors, 1 notice (1 can be mended with --fix)
    ");
    assert_snapshot!(findings_only(&fixture, UNICODE), @"
    error[quote-missing]: the file stands in two places
     ─▸ .package-repo-security.yml

    notice[claim-could-be-higher]: `general` is at level 2 and claims 1
      ╭▸ .package-repo-security.yml:5:19
      │
    5 │ claims: {general: 1, cli: 3}
      ╰╴                  ━ could be 2

    error[quote-missing]: the quote “always blocked” does not stand in `docs/names.md`
      ╭▸ .package-repo-security.yml:8:42
      │
    7 │   vulnerability-disclosure: {status: met, evidence: SECURITY.md}
      │   ──────────────────────── the answer before
    8 │   typosquatting: {status: met, evidence: docs/names.md}
      │                                          ━━━━━━━━━━━━━ looked for in this file
      │
      ├ note: looked for “always blocked” in docs/names.md, 120 lines
      ├ note: nearest: line 12, “reserved names are blocked”
      ╰ help: quote the page as it stands, or answer `partial`
    help: suggested fix: quote line 12
      ╭╴
    8 │   typosquatting: {status: met, evidence: docs/names.md#reserved}
      ╰╴                                                      +++++++++

    2 errors, 1 notice (1 can be mended with --fix)
    ");
}

#[test]
fn a_related_place_far_away_has_an_excerpt_of_its_own() {
    let text = format!("a: 1\n{}b: 2\n", "# filler\n".repeat(200));
    let finding = Finding::new(&RULE, &at("b"), "`b` says otherwise")
        .related(Place::Path(at("a"), Part::Key), "than `a` does");
    let fixture = Fixture::new(&text).findings(vec![finding]);
    assert_snapshot!(findings_only(&fixture, ASCII), @r#"
    error[quote-missing]: `b` says otherwise
       --> .package-repo-security.yml:202:4
        |
    202 | b: 2
        |    ^
        |
    note: than `a` does
       --> .package-repo-security.yml:1:1
        |
      1 | a: 1
        | ^

    1 error
    "#);
}

#[test]
fn more_places_than_anybody_reads_are_counted() {
    let mut finding = Finding::new(&RULE, &at("version"), "refused");
    finding.related = vec![(Place::Path(at("claims"), Part::Key), "here too".to_owned()); 10_000];
    let drawn = findings_only(&Fixture::new(SOURCE_ONLY).findings(vec![finding]), ASCII);
    assert!(drawn.contains("= note: and 9992 more places\n"), "{drawn}");
}

#[test]
fn positions_are_those_of_the_file_where_escapes_and_cuts_shift_the_text() {
    let text = format!("a: \"\\e\u{a0}\u{202e}##[x]\", b: {}, c: d\n", "e".repeat(2_000));
    let source = Source::new("f.yml", text.clone());
    let mut fixture = Fixture::new(SOURCE_ONLY);
    let column = |word: &str| text[..text.find(word).unwrap()].chars().count() + 1;
    fixture.source = source;
    for word in ["b: e", "c: d"] {
        let start = text.find(word).unwrap();
        fixture.findings = vec![Finding::placed(&RULE, Place::Span(Span::new(start, start + 4)), "m")];
        for style in [ASCII, UNICODE, Style { colour: true, ..UNICODE }] {
            let drawn = findings_only(&fixture, style);
            assert!(drawn.contains(&format!("f.yml:1:{}\n", column(word))), "{drawn}");
            assert!(drawn.len() < 1_500, "{drawn}");
        }
    }
}

#[test]
fn totals_count_findings_and_evidence() {
    let mut fixture = Fixture::new(SOURCE_ONLY)
        .findings(all_parts())
        .outcome("typosquatting", Outcome::Matched)
        .outcome("pinned-installs", Outcome::Contradicted);
    let all = human(&fixture.report(), UNICODE);
    let end = "\n\n2 errors, 1 notice (1 can be mended with --fix)\nevidence: 1 matched, 1 contradicted; 1 not checked (offline)\n";
    assert!(all.ends_with(end), "{all}");
    assert!(all.contains("\n\nGuix · Principles"), "{all}");
    fixture.mode = Mode::Online;
    fixture.findings.clear();
    let all = human(&fixture.report(), UNICODE);
    let end = "\n\nno findings\nevidence: 1 matched, 1 contradicted; 1 not checked\n";
    assert!(all.starts_with("Guix") && all.ends_with(end), "{all}");
    assert_eq!(findings_only(&fixture, UNICODE), "no findings\n");
}

#[test]
fn no_source_no_excerpt() {
    let fixture = Fixture::new(SOURCE_ONLY).findings(all_parts());
    let mut report = fixture.report();
    (report.source, report.assessment) = (None, None);
    let drawn = human(&report, ASCII);
    assert!(drawn.contains("--> .package-repo-security.yml\n") && !drawn.contains(" | "), "{drawn}");
}

#[test]
fn a_finding_that_cannot_be_drawn_is_one_line() {
    let mut fixture = Fixture::new(SOURCE_ONLY).findings(all_parts());
    let finding = fixture.findings.pop().unwrap();
    // Unwinding without the panic hook, which is the process's own.
    let failing = || std::panic::resume_unwind(Box::new("spans"));
    let line = super::guarded(failing, &super::page(&fixture.report(), UNICODE), &finding);
    assert_eq!(
        line,
        ".package-repo-security.yml:8:42: error[quote-missing]: the quote “always blocked” does not stand in `docs/names.md`"
    );
}

#[test]
fn many_findings_in_a_large_file_take_time_in_proportion() {
    let line = "  key: {status: met, evidence: [docs/a.md, docs/b.md]} # a line as declarations have them\n";
    for text in [line.repeat(2_800), line.replace('\n', " ").repeat(2_800)] {
        let mut fixture = Fixture::new(SOURCE_ONLY);
        let step = text.len() / 1_000;
        fixture.source = Source::new("f.yml", text);
        let fix = |at: usize| Fix {
            title: "say more".to_owned(),
            edits: vec![Edit {
                place: Place::Span(Span::new(at, at + 5)),
                text: "x".into(),
                spelling: Spelling::Verbatim,
            }],
        };
        let findings = (0..1_000).map(|n| {
            let place = Place::Span(Span::new(n * step, n * step + 9));
            Finding::placed(&RULE, place, "m").label("l").fix(Some(fix(n * step)))
        });
        fixture.findings = findings.collect();
        let began = Instant::now();
        let all = human(&fixture.report(), ASCII);
        assert_eq!(all.matches("error[quote-missing]: m\n").count(), 1_000);
        // With the whole file given for each finding this takes minutes.
        assert!(began.elapsed() < Duration::from_secs(20), "{:?}", began.elapsed());
    }
}

#[test]
fn passwords_are_looked_for_once_however_many_findings_stand_on_a_line() {
    let page = |sign: &str| {
        let mut fixture = Fixture::new(&format!("a: 'b{sign}c{}'", " x: y,".repeat(20_000)));
        let findings =
            (0..100).map(|n| Finding::placed(&RULE, Place::Span(Span::new(n * 60, n * 60 + 5)), "m"));
        fixture.findings = findings.collect();
        fixture
    };
    let (without, with) = (page("+"), page("@"));
    let draw = |fixture: &Fixture| drop(findings_only(fixture, ASCII));
    let longer = growth(|| draw(&without), || draw(&with));
    assert!(longer < 4.0, "{longer}");
}

#[test]
fn drawing_needs_no_colour_to_tell_severities_apart() {
    let fixture = Fixture::new(SOURCE_ONLY).findings(all_parts());
    let report = fixture.report();
    for finding in &fixture.findings {
        let drawn = drawn(&super::page(&report, ASCII), finding);
        assert!(drawn.starts_with(finding.severity.as_str()), "{drawn}");
    }
}
