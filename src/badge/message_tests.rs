use super::{Badge, BadgeInput, Style, badge};
use crate::assessment::{Assessment, Suspects, assess};
use crate::badge::colour;
use crate::declaration::decode;
use crate::evidence::Outcomes;
use crate::principles::LATEST;
use jiff::civil::date;

fn assessed(text: &str) -> Assessment {
    let reading = crate::read::read("test.yml", text.as_bytes()).unwrap();
    assess(&decode(&reading.root), LATEST, &Outcomes::new(), &Suspects::new())
}

fn input(assessment: Option<&Assessment>) -> BadgeInput<'_> {
    let reviewed = Some(date(2026, 8, 21));
    BadgeInput {
        assessment,
        version: "v0.1",
        registry: Some("https://epi.example/"),
        reviewed,
        stale: false,
        valid: true,
        style: Style::Levels,
        track: None,
    }
}

/// Level 2 in one track, level 0 in the others.
const MIXED: &str = "
registry: {user-accounts: true, packages: [accepts-built]}
answers:
  scoped-tokens: met
  token-prefix: {status: not-applicable, reason: no tokens are issued}
  role-based-access: met
  typosquatting: met
  event-log: met
clis:
  uv: {primary: true, answers: {pinned-installs: met}}
  pip: {primary: true}
";

fn say(style: Style) -> Badge {
    let assessment = assessed(MIXED);
    badge(&BadgeInput { style, ..input(Some(&assessment)) })
}

#[test]
fn levels_say_the_level_or_how_much_is_missing_to_the_first() {
    let badge = say(Style::Levels);
    assert_eq!(badge.label, "package repo security v0.1");
    assert_eq!(badge.message, "authn 5 to L1 · authz L2 · general 1 to L1 · cli 1 to L1");
    assert_eq!(
        badge.title,
        "package repo security v0.1, self-assessed as of 2026-08-21: authentication level 0 (5 requirements to level 1), \
         authorization level 2, general level 0 (1 requirement to level 1), CLI (pip) level 0 (1 requirement to level 1)"
    );
    assert_eq!(badge.colour, colour::CURRENT, "level 0 is no reason for another colour");
    assert!(!badge.is_error);
}

#[test]
fn counts_say_met_of_applicable() {
    let badge = say(Style::Counts);
    assert_eq!(badge.message, "authn 0/12 · authz 2/5 · general 2/9 · cli 0/5");
    assert!(badge.title.ends_with("general 2 of 9 met, CLI (pip) 0 of 5 met"), "{}", badge.title);
}

#[test]
fn tracks_that_do_not_apply_are_left_out() {
    let assessment = assessed("registry: {user-accounts: false, packages: [source-only]}\n");
    assert_eq!(badge(&input(Some(&assessment))).message, "general 2 to L1 · cli 1 to L1");
    let none = Assessment { tracks: Vec::new(), ..assessment };
    assert_eq!(badge(&input(Some(&none))).message, "no track applies");
}

#[test]
fn a_badge_of_one_track_has_its_name_in_the_label() {
    let assessment = assessed(MIXED);
    let of = |track, style| badge(&BadgeInput { track: Some(track), style, ..input(Some(&assessment)) });
    let authorization = of("authorization", Style::Levels);
    assert_eq!(authorization.label, "package repo security v0.1 authorization");
    assert_eq!(authorization.message, "L2");
    assert_eq!(
        authorization.title,
        "package repo security v0.1, self-assessed as of 2026-08-21: authorization level 2"
    );
    assert_eq!(of("cli", Style::Levels).label, "package repo security v0.1 CLI");
    assert_eq!(of("general", Style::Levels).message, "1 to L1");
    assert_eq!(of("general", Style::Counts).message, "2/9");
    let without = assessed("registry: {user-accounts: false, packages: [source-only]}\n");
    let badge = badge(&BadgeInput { track: Some("authentication"), ..input(Some(&without)) });
    assert_eq!(badge.message, "not applicable");
    assert!(badge.alt.ends_with("self-assessed: authentication not applicable"), "{}", badge.alt);
}

#[test]
fn the_text_in_place_of_the_picture_stays_right_until_a_level_changes() {
    let assessment = assessed(MIXED);
    let stale = badge(&BadgeInput { stale: true, ..input(Some(&assessment)) });
    assert_eq!(stale.alt, say(Style::Levels).alt);
    assert!(stale.alt.starts_with("package repo security v0.1, self-assessed: authentication level 0 ("));
}

#[test]
fn an_overdue_review_is_grey_and_says_the_month() {
    let assessment = assessed(MIXED);
    let stale = badge(&BadgeInput { stale: true, ..input(Some(&assessment)) });
    assert_eq!(stale.message, "authn 5 to L1 · authz L2 · general 1 to L1 · cli 1 to L1 (2026-08)");
    assert_eq!(stale.colour, colour::STALE);
    assert!(stale.title.contains("self-assessed as of 2026-08-21 (review overdue): "), "{}", stale.title);
}

#[test]
fn without_a_valid_declaration_there_is_nothing_to_say() {
    let assessment = assessed(MIXED);
    for input in [input(None), BadgeInput { valid: false, ..input(Some(&assessment)) }] {
        let badge = badge(&input);
        assert_eq!((badge.message.as_str(), badge.colour), ("invalid", colour::INVALID));
        assert_eq!(badge.title, "package repo security v0.1: no valid declaration");
        assert!(badge.is_error);
    }
}

#[test]
fn a_contradicted_answer_does_not_move_the_badge() {
    let mut assessment = assessed(MIXED);
    let authorization = assessment.tracks.iter_mut().find(|track| track.id == "authorization").unwrap();
    authorization.standing.as_mut().unwrap().supported = 0;
    assert!(badge(&input(Some(&assessment))).message.contains("authz L2"));
}
