use super::super::form::{Form, every_form};
use super::{Difference, of_endpoint, of_svg, of_words};
use crate::assessment::{Suspects, assess};
use crate::badge::{self, BadgeInput, Style};
use crate::declaration::decode;
use crate::evidence::Outcomes;
use crate::principles::LATEST;
use crate::text::pace::growth;
use jiff::civil::date;

const BEFORE: &str = "{uv: {primary: true, answers: {pinned-installs: met}}, 'a, CLI b': {primary: true}}";
const AFTER: &str = "{'a, CLI b': {primary: true, answers: {pinned-installs: met}}}";

/// The forms of a registry with these clients, reviewed on this day of August.
fn forms(clis: &str, day: i8) -> Vec<Form> {
    let text = format!(
        "registry: {{user-accounts: true, packages: [accepts-built]}}\nanswers: {{typosquatting: met}}\nclis: {clis}\n"
    );
    let reading = crate::read::read("test.yml", text.as_bytes()).unwrap();
    let assessment = assess(&decode(&reading.root), LATEST, &Outcomes::new(), &Suspects::new());
    let input = BadgeInput {
        assessment: Some(&assessment),
        version: "v0.1",
        registry: None,
        reviewed: Some(date(2026, 8, day)),
        stale: false,
        valid: true,
        style: Style::Levels,
        track: None,
    };
    every_form(&input, LATEST)
}

/// What differs of each kind of form with these arguments: words, SVG, JSON.
fn differences(arguments: &str) -> [Difference; 3] {
    let (old, new) = (forms(BEFORE, 1), forms(AFTER, 9));
    let old = &old.iter().rfind(|form| form.arguments == arguments).unwrap().badge;
    [of_words(&old.alt, &new), of_svg(&badge::svg(old), &new), of_endpoint(&old.label, &old.message, &new)]
}

fn said(difference: &Difference) -> Vec<String> {
    difference.pairs.iter().map(|(found, declared)| format!("{found} | {declared}")).collect()
}

#[test]
fn only_the_track_that_differs_is_said_in_every_form() {
    let day = "self-assessed as of 2026-08-01 | self-assessed as of 2026-08-09";
    for (arguments, long, short) in [
        (
            "",
            "CLI (a, CLI b) level 0 (1 requirement to level 1) | CLI (a, CLI b) level 1",
            "cli 1 to L1 | cli L1",
        ),
        ("  --style counts", "CLI (a, CLI b) 0 of 5 met | CLI (a, CLI b) 1 of 5 met", "cli 0/5 | cli 1/5"),
        (
            " --track cli",
            "CLI (a, CLI b) level 0 (1 requirement to level 1) | CLI (a, CLI b) level 1",
            "1 to L1 | L1",
        ),
        (" --track cli --style counts", "CLI (a, CLI b) 0 of 5 met | CLI (a, CLI b) 1 of 5 met", "0/5 | 1/5"),
    ] {
        let arguments = arguments.replace("  ", " ");
        let [words, svg, json] = differences(&arguments);
        assert_eq!(said(&words), [long], "{arguments}");
        assert_eq!(said(&svg), [day, long], "{arguments}");
        assert_eq!(said(&json), [short], "{arguments}");
        for difference in [words, svg, json] {
            assert_eq!(difference.arguments.as_deref(), Some(&*arguments));
        }
    }
}

#[test]
fn a_track_that_only_one_of_them_has_is_said_and_so_is_another_version() {
    let forms = forms(AFTER, 9);
    let alt = &forms[0].badge.alt;
    let without = alt.split_once(", CLI").unwrap().0;
    assert_eq!(said(&of_words(without, &forms)), [" | CLI (a, CLI b) level 1"]);
    let more = alt.replace("v0.1", "v0.0") + ", CLI level 3";
    assert_eq!(
        said(&of_words(&more, &forms)),
        ["package repo security v0.0 | package repo security v0.1", "CLI level 3 | CLI (a, CLI b) level 1"]
    );
}

#[test]
fn what_cannot_be_told_apart_is_said_as_a_whole() {
    let forms = forms(AFTER, 9);
    let alt = &*forms[0].badge.alt;
    let many =
        format!("package repo security v0.1, self-assessed: CLI level 1{}", ", CLI level 1".repeat(100));
    for other in
        ["package repo security v0.1: no valid declaration", "package repo security, self-assessed: x", &many]
    {
        assert_eq!(of_words(other, &forms), Difference::whole(other, alt));
    }
    let json = of_endpoint("package repo security v0.1", "invalid", &forms);
    let said_now = format!("{}: {}", forms[0].badge.label, forms[0].badge.message);
    assert_eq!(json, Difference::whole("package repo security v0.1: invalid", &said_now));
}

#[test]
fn a_drawing_whose_title_is_right_differs_in_nothing_that_can_be_said() {
    let forms = forms(AFTER, 9);
    let svg = badge::svg(&forms[0].badge).replace("authn", "auth");
    assert_eq!(of_svg(&svg, &forms).pairs, []);
    assert_eq!(of_svg("<svg/>", &forms), Difference::default());
}

#[test]
fn words_eight_times_as_long_take_about_eight_times_as_long() {
    let forms = forms(AFTER, 9);
    for piece in ["CLI, ", "CLI level 1, ", "x", "a (, "] {
        let [short, long] = [2_000, 16_000]
            .map(|times| format!("package repo security, self-assessed: {}", piece.repeat(times)));
        let grown = growth(|| drop(of_words(&short, &forms)), || drop(of_words(&long, &forms)));
        assert!(grown < 24.0, "{piece}: {grown}");
    }
}
