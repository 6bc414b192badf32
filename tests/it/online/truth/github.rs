//! Links to GitHub, asked for in three ways: by GraphQL with a token, by REST without one, and, where the anonymous budget is
//! spent, by its pages alone.

mod cases;
mod hub;

use super::case::{Case, Told, differences};
use super::world::told_by;
use crate::support::{Tree, whole};
use crate::world::github::{Double, Hub, sha};

/// One link, and what comes of it in each of the three ways.
pub struct HubCase {
    token: Case,
    rest: &'static str,
    pages: &'static str,
}

/// The same in each way.
const fn always(case: Case) -> HubCase {
    let outcome = case.outcome;
    HubCase { token: case, rest: outcome, pages: outcome }
}

/// Only the API says it: by pages it is unreachable.
const fn by_api(case: Case) -> HubCase {
    let outcome = case.outcome;
    HubCase { token: case, rest: outcome, pages: "unreachable" }
}

/// Only a token says it: without one it is unreachable.
const fn by_token(case: Case) -> HubCase {
    HubCase { token: case, rest: "unreachable", pages: "unreachable" }
}

const TOKEN: &str = "ghs_truth0000000000000000000000000000";

/// What is told of each case. Links to `https://github.example` go to the double.
fn outcomes(double: &Double, token: Option<&str>) -> Vec<Told> {
    let items: String = cases::CASES.iter().map(|case| format!("      - {}\n", case.token.item)).collect();
    let mut items = items.replace("https://github.example", &double.pages);
    let forged = sha("acme/index forged");
    items =
        items.replace("-gFORGED", &format!("-g{forged}")).replace("/FORGED5", &format!("/{}", &forged[..5]));
    for (word, label) in [("FIRST", "first"), ("SIDE", "side"), ("FORGED", "forged")] {
        items = items.replace(&format!("/{word}"), &format!("/{}", sha(&format!("acme/index {label}"))));
    }
    let tree = Tree::with(whole(&format!("answers:\n  mfa:\n    status: met\n    evidence:\n{items}")));
    let place = double.pages.trim_start_matches("http://").to_owned();
    let mut command = tree.online(&[place], None, &["--output", "json"]);
    command
        .env("GITHUB_SERVER_URL", &double.pages)
        .env("GITHUB_API_URL", &double.api)
        .env("GITHUB_GRAPHQL_URL", format!("{}/graphql", double.api))
        .env("GITHUB_REPOSITORY", "acme/index");
    if let Some(token) = token {
        command.env("GITHUB_TOKEN", token);
    }
    told_by(command)
}

/// Holds what is told to what the table says of one way.
fn hold(told: &[Told], outcome: impl Fn(&HubCase) -> &'static str) {
    let cases: Vec<Case> =
        cases::CASES.iter().map(|case| Case { outcome: outcome(case), ..case.token }).collect();
    let differences = differences(&cases.iter().collect::<Vec<_>>(), told);
    assert!(differences.is_empty(), "{} of {}:\n{}", differences.len(), cases.len(), differences.join("\n"));
}

fn hub() -> Hub {
    Hub::new(TOKEN, hub::repositories())
}

#[test]
fn every_link_to_github_is_told_truly_with_a_token() {
    let double = Double::start(hub());
    hold(&outcomes(&double, Some(TOKEN)), |case| case.token.outcome);
}

#[test]
fn every_link_to_github_is_told_truly_without_a_token() {
    let double = Double::start(hub());
    double.set_anonymous_budget(1_000);
    hold(&outcomes(&double, None), |case| case.rest);
}

#[test]
fn every_link_to_github_is_told_truly_by_its_pages() {
    let double = Double::start(hub());
    double.set_anonymous_budget(0);
    hold(&outcomes(&double, None), |case| case.pages);
}

#[test]
fn a_token_that_is_wrong_tells_no_less_than_none() {
    let double = Double::start(hub());
    double.set_anonymous_budget(1_000);
    let told = outcomes(&double, Some("ghs_wrong"));
    for (case, told) in cases::CASES.iter().zip(&told) {
        let truths = [case.token.outcome, case.rest, case.pages, "unreachable"];
        assert!(truths.contains(&told.outcome.as_str()), "{}: {}", case.token.what, told.outcome);
    }
}
