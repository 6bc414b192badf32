//! Properties of the output for text that an attacker wrote.

use super::{human, page};
use crate::assessment::{Assessment, assess};
use crate::declaration::{Answer, Client, Declaration, Plan, Status};
use crate::evidence::Outcomes;
use crate::findings::{Edit, Finding, Fix, Place, Severity, Spelling};
use crate::principles::{Catalogue, LATEST};
use crate::read::Path;
use crate::render::cells::width;
use crate::render::human_fixture::{Fixture, PYPI, RULE};
use crate::render::scorecard::scorecard;
use crate::render::{DeclarationFile, Report, Style};
use crate::text::sanitize;
use crate::text::source::Source;
use crate::text::span::Span;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Text of pieces that have broken a renderer before, and of any characters.
fn text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "##[set-output name=a]",
        "##",
        "#",
        "[",
        "::error::",
        ":",
        "::",
        "\n",
        "\r\n",
        "\r",
        "\t",
        " ",
        "\0",
        "\x1b[2J",
        "\x1b]8;;x\x1b\\",
        "\u{7f}",
        "\u{85}",
        "\u{9b}",
        "\u{ad}",
        "\u{202e}",
        "\u{2066}",
        "\u{2028}",
        "\u{200b}",
        "\u{200d}",
        "\u{feff}",
        "\u{e0041}",
        "\u{301}",
        "\u{fe0f}",
        "é",
        "登録所",
        "👩",
        "word",
        "key: value",
    ]);
    let piece = prop_oneof![8 => pieces.prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

fn place() -> impl Strategy<Value = Place> {
    let span = (0..90_usize, 0..90_usize).prop_map(|(start, end)| Place::Span(Span { start, end }));
    let far = Just(Place::Span(Span { start: usize::MAX, end: 3 }));
    prop_oneof![8 => span, 1 => far, 1 => Just(Place::File)]
}

fn finding() -> impl Strategy<Value = Finding> {
    let edit = (place(), text()).prop_map(|(place, text)| Edit { place, text, spelling: Spelling::Verbatim });
    let fix = (text(), prop::collection::vec(edit, 0..3)).prop_map(|(title, edits)| Fix { title, edits });
    let severity = prop::sample::select(vec![Severity::Error, Severity::Warning, Severity::Notice]);
    let words = (text(), text(), prop::option::of(text()), prop::collection::vec(text(), 0..3));
    let related = prop::collection::vec((place(), text()), 0..3);
    (place(), severity, words, related, prop::option::of(fix)).prop_map(
        |(place, severity, (message, label, help, notes), related, fix)| Finding {
            severity,
            label,
            related,
            notes,
            help,
            fix,
            ..Finding::placed(&RULE, place, message)
        },
    )
}

/// A declaration and a catalogue whose every free text is hostile.
fn registry() -> impl Strategy<Value = (Declaration, Catalogue)> {
    (prop::collection::vec(text(), 8), prop::collection::vec(any::<bool>(), 3)).prop_map(|(texts, flags)| {
        let mut declaration = Fixture::new(PYPI).declaration;
        declaration.registry.name = flags[0].then(|| texts[0].clone());
        declaration.reviewed_by = Some(texts[1].clone());
        declaration.registry.user_accounts = Some(flags[1]);
        declaration.registry.packages = Some(vec![texts[2].clone()]);
        declaration.clis.push(Client {
            name: texts[3].clone(),
            primary: Some(flags[2]),
            ..Client::default()
        });
        let hostile = Answer {
            id: "vulnerability-disclosure".to_owned(),
            at: Path::top().key("hostile"),
            status: Some(Status::Partial),
            missing: Some(vec![texts[4].clone(), texts[4].clone()]),
            plan: Some(Plan { issue: Some(texts[0].clone()), ..Plan::default() }),
            ..Answer::default()
        };
        declaration.answers.insert(0, hostile);
        let mut catalogue = Catalogue { version: texts[5].clone().into(), ..LATEST.clone() };
        catalogue.title = texts[6].clone().into();
        catalogue.tracks.to_mut()[2].title = texts[7].clone().into();
        (declaration, catalogue)
    })
}

fn assert_harmless(output: &str) {
    for c in output.chars() {
        assert!(c == '\n' || !(sanitize::is_unprintable(c) || c.is_control()), "{c:?} in {output:?}");
    }
    assert_inert(output);
}

fn assert_inert(output: &str) {
    assert!(!output.contains("##["), "{output:?}");
    for line in output.lines() {
        assert!(!line.trim_start().starts_with("::"), "{line:?} in {output:?}");
    }
}

fn styles() -> [Style; 4] {
    [(false, false), (false, true), (true, false), (true, true)].map(|(colour, unicode)| Style {
        colour,
        unicode,
        width: 80,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_in_a_finding_reaches_the_terminal_or_the_runner(
        path in text(),
        source in text(),
        findings in prop::collection::vec(finding(), 0..3),
    ) {
        let source = Source::new(path.clone(), source);
        let fixture = Fixture::new(PYPI);
        let mut report = fixture.report();
        report.file = Some(DeclarationFile { path, sha256: None });
        report.source = Some(&source);
        report.findings = &findings;
        report.assessment = None;
        for style in styles() {
            // Without the net below it: the library is never given what it panics on.
            for finding in &findings {
                page(&report, style).draw(finding);
            }
            check(&human(&report, style), style);
        }
    }

    #[test]
    fn nothing_in_a_declaration_or_catalogue_reaches_them_either((declaration, catalogue) in registry()) {
        let fixture = Fixture::new(PYPI);
        let assessment = assess(&declaration, &catalogue, &Outcomes::new(), &BTreeSet::new());
        let report = hostile(&fixture, &declaration, &catalogue, &assessment);
        for style in styles() {
            check(&human(&report, style), style);
            let card = scorecard(&report, style);
            check(&card, style);
            if !style.colour {
                for line in card.lines() {
                    prop_assert!(width(line) <= 80, "{} columns: {:?}", width(line), line);
                }
            }
        }
    }
}

fn hostile<'a>(
    fixture: &'a Fixture,
    declaration: &'a Declaration,
    catalogue: &'a Catalogue,
    assessment: &'a Assessment,
) -> Report<'a> {
    Report {
        declaration: Some(declaration),
        catalogue,
        assessment: Some(assessment),
        preview: Some(assessment),
        ..fixture.report()
    }
}

fn check(output: &str, style: Style) {
    if style.colour {
        assert_inert(output);
        let plain = anstream::adapter::strip_str(output).to_string();
        assert_harmless(&plain);
    } else {
        assert_harmless(output);
    }
}
