use super::scorecard;
use crate::evidence::Outcome;
use crate::principles::{Catalogue, LATEST};
use crate::render::Style;
use crate::render::cells::width;
use crate::render::human_fixture::{Fixture, PYPI, SOURCE_ONLY};
use insta::assert_snapshot;

const UNICODE: Style = Style { colour: false, unicode: true, width: 80 };
const ASCII: Style = Style { colour: false, unicode: false, width: 80 };

#[test]
fn a_registry_like_pypi() {
    assert_snapshot!(scorecard(&Fixture::new(PYPI).report(), UNICODE), @r#"
    PyPI · Principles for Package Repository Security v0.1
    self-assessed as of 2026-08-21 by @registry-admins

      Authentication        2 of 3   L1 ■■■■■ 5/5   L2 ■■■■ 4/4   L3 ■□□ 1/3
      Authorization         2 of 3   L1 ■■    2/2   L2 ■    1/1   L3 ■■□ 2/3
      General Capabilities  0 of 3   L1 ■□    1/2   L2 ■□□□ 1/4   L3 ■□□ 1/3
      CLI Tooling (pip)     1 of 3   L1 ■     1/1   L2 □    0/1   L3 □□□ 0/3

    To reach the next level
      Authentication → level 3
        passwordless-login                        unmet
        phishing-resistant-mfa-required-critical  planned by 2027-06-30
      Authorization → level 3
        token-secret-scanning  partial, missing endpoint
      General Capabilities → level 1
        vulnerability-disclosure  partial, missing safe-harbor,
                                  planned by 2026-12-31
      CLI Tooling (pip) → level 2
        cli-vulnerability-warnings  not assessed

    Already met above the level
      authentication: 1 of level 3
      authorization:  2 of level 3
      general:        1 of level 1, 1 of level 2, 1 of level 3

    Other clients (CLI Tooling)
      uv                    0 of 3   L1 □     0/1   L2 □    0/1   L3 □□□ 0/3
    "#);
}

#[test]
fn the_same_for_a_terminal_that_knows_ascii_only() {
    let card = scorecard(&Fixture::new(PYPI).report(), ASCII);
    assert!(card.is_ascii());
    assert_snapshot!(card, @r#"
    PyPI - Principles for Package Repository Security v0.1
    self-assessed as of 2026-08-21 by @registry-admins

      Authentication        2 of 3   L1 ===== 5/5   L2 ==== 4/4   L3 =.. 1/3
      Authorization         2 of 3   L1 ==    2/2   L2 =    1/1   L3 ==. 2/3
      General Capabilities  0 of 3   L1 =.    1/2   L2 =... 1/4   L3 =.. 1/3
      CLI Tooling (pip)     1 of 3   L1 =     1/1   L2 .    0/1   L3 ... 0/3

    To reach the next level
      Authentication -> level 3
        passwordless-login                        unmet
        phishing-resistant-mfa-required-critical  planned by 2027-06-30
      Authorization -> level 3
        token-secret-scanning  partial, missing endpoint
      General Capabilities -> level 1
        vulnerability-disclosure  partial, missing safe-harbor,
                                  planned by 2026-12-31
      CLI Tooling (pip) -> level 2
        cli-vulnerability-warnings  not assessed

    Already met above the level
      authentication: 1 of level 3
      authorization:  2 of level 3
      general:        1 of level 1, 1 of level 2, 1 of level 3

    Other clients (CLI Tooling)
      uv                    0 of 3   L1 .     0/1   L2 .    0/1   L3 ... 0/3
    "#);
}

#[test]
fn tracks_that_do_not_apply_say_why_and_a_claim_that_differs_is_shown() {
    assert_snapshot!(scorecard(&Fixture::new(SOURCE_ONLY).report(), UNICODE), @r#"
    Guix · Principles for Package Repository Security v0.1
    self-assessed as of 2026-01-02

      Authentication        does not apply (no user accounts)
      Authorization         does not apply (source-only, no user accounts)
      General Capabilities  1 of 3   L1 ■■ 2/2   L2 □□□□ 0/4   L3 □□□ 0/3
      CLI Tooling           1 of 3   L1 ■  1/1   L2 □    0/1   L3 □□□ 0/3
                            claims level 3

    To reach the next level
      General Capabilities → level 2
        unpublish-policy        unmet
        malware-reporting       not assessed
        malware-detection       not assessed
        vulnerability-warnings  not assessed
      CLI Tooling → level 2
        cli-vulnerability-warnings  not assessed
    "#);
}

#[test]
fn contradicted_evidence_shows_in_the_level_and_in_what_is_next() {
    let fixture = Fixture::new(PYPI).outcome("phishing-resistant-mfa", Outcome::Contradicted);
    let card = scorecard(&fixture.report(), UNICODE);
    assert!(card.contains("2 of 3   L1 ■■■■■ 5/5"), "{card}");
    assert!(card.contains("2 declared, 1 supported\n"), "{card}");
    assert!(
        card.contains("Authentication → level 2\n    phishing-resistant-mfa  evidence contradicted\n"),
        "{card}"
    );
}

#[test]
fn the_highest_level_has_no_next_one_and_nothing_applicable_has_no_bar() {
    let built = "registry: {name: R, url: https://r.org/, user-accounts: true, packages: [accepts-built]}\nanswers:\n";
    let mut text = built.to_owned();
    for requirement in LATEST.requirements.iter().filter(|it| it.track == "authorization") {
        let status = match (requirement.level, &requirement.na) {
            (1, Some(_)) => "not-applicable, reason: there are no tokens at all here",
            _ => "met",
        };
        text.extend(["  ", &requirement.id, ": {status: ", status, "}\n"]);
    }
    let card = scorecard(&Fixture::new(&text).report(), UNICODE);
    assert!(card.contains("  Authorization: highest level\n"), "{card}");
    let row = card.lines().find(|line| line.starts_with("  Authorization ")).unwrap();
    assert!(row.contains("3 of 3   L1 – "), "{row}");
}

#[test]
fn answers_that_cannot_be_read_are_not_called_unassessed() {
    let card = scorecard(&Fixture::new(&PYPI.replace("{status: unmet}", "{status: nope}")).report(), UNICODE);
    assert!(card.contains("passwordless-login                        could not be read"), "{card}");
}

#[test]
fn a_preview_is_a_table_of_its_own() {
    let mut next = Catalogue { version: "v0.2".into(), ..LATEST.clone() };
    for requirement in next.requirements.to_mut() {
        requirement.level = if requirement.id == "mfa-required-all" { 1 } else { requirement.level };
    }
    let card = scorecard(&Fixture::new(PYPI).preview(&next).report(), UNICODE);
    let (_, preview) = card.split_once("\nPreview under v0.2 (not gated on)\n").unwrap();
    assert_snapshot!(preview, @r#"
    Authentication        2 of 3   L1 ■■■■■■ 6/6   L2 ■■■■ 4/4   L3 □□  0/2
    Authorization         2 of 3   L1 ■■     2/2   L2 ■    1/1   L3 ■■□ 2/3
    General Capabilities  0 of 3   L1 ■□     1/2   L2 ■□□□ 1/4   L3 ■□□ 1/3
    CLI Tooling (pip)     1 of 3   L1 ■      1/1   L2 □    0/1   L3 □□□ 0/3
    "#);
}

#[test]
fn with_colours_every_word_stays() {
    let plain = scorecard(&Fixture::new(SOURCE_ONLY).report(), UNICODE);
    let coloured = scorecard(&Fixture::new(SOURCE_ONLY).report(), Style { colour: true, ..UNICODE });
    assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), plain);
    let table: Vec<&str> = coloured.lines().take(6).collect();
    assert_snapshot!(format!("{table:#?}"), @r#"
    [
        "\u{1b}[1mGuix\u{1b}[0m · Principles for Package Repository Security v0.1",
        "\u{1b}[2mself-assessed as of 2026-01-02\u{1b}[0m",
        "",
        "  Authentication        \u{1b}[2mdoes not apply (no user accounts)\u{1b}[0m",
        "  Authorization         \u{1b}[2mdoes not apply (source-only, no user accounts)\u{1b}[0m",
        "  General Capabilities  \u{1b}[1m1 of 3\u{1b}[0m   L1 \u{1b}[32m■■\u{1b}[0m 2/2   L2 \u{1b}[2m□□□□\u{1b}[0m 0/4   L3 \u{1b}[2m□□□\u{1b}[0m 0/3",
    ]
    "#);
}

#[test]
fn every_line_fits_the_screen() {
    let hostile = PYPI
        .replace("PyPI", &format!("'{}'", "登録所".repeat(40)))
        .replace("@registry-admins", &"admin ".repeat(40))
        .replace("  pip:", &format!("  {}:", "p\u{301}i".repeat(90)))
        .replace("[safe-harbor]", &format!("[{}]", "safe-harbor, ".repeat(30)))
        .replace("[accepts-built]", &format!("[{}]", "none-of-these, ".repeat(30)));
    for text in [PYPI, SOURCE_ONLY, &hostile] {
        for style in [UNICODE, ASCII] {
            let card = scorecard(&Fixture::new(text).report(), style);
            for line in card.lines() {
                assert!(width(line) <= 80, "{} columns: {line}", width(line));
            }
        }
    }
}

#[test]
fn without_an_assessment_there_is_no_scorecard() {
    let fixture = Fixture::new(PYPI);
    let mut report = fixture.report();
    report.assessment = None;
    assert_eq!(scorecard(&report, UNICODE), "");
}
