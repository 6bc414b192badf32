//! Whatever clients are called, nothing in an export can be taken for something else in it.

use super::{cyclonedx::cyclonedx, gemara, in_toto::in_toto, oscal::oscal};
use crate::assessment::{Suspects, assess};
use crate::declaration::decode;
use crate::evidence::{Outcome, Verdict};
use crate::read::read;
use crate::render::fixture::Fixture;
use crate::text::fold::fold;
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// A check of a declaration with these clients, each with answers and evidence of its own; `None` where it cannot be read.
fn with_clients(names: &BTreeSet<String>) -> Option<Fixture> {
    let answer = json!({
        "status": "met", "evidence": ["docs/log.md", {"statement": "trust us"}], "plan": {"by": "2027-01-01"}
    });
    let client = json!({ "primary": true, "answers": { "pinned": answer } });
    let clients: Map<String, Value> = names.iter().map(|name| (name.clone(), client.clone())).collect();
    let text = json!({ "version": 1, "registry": { "user-accounts": true }, "clis": clients }).to_string();
    let mut fixture = Fixture::with(vec![]);
    fixture.reading = read("x.yml", text.as_bytes()).ok()?;
    fixture.declaration = decode(&fixture.reading.root);
    let answers = fixture.declaration.clis.iter().flat_map(|client| &client.answers);
    let seen = answers.flat_map(|answer| &answer.evidence).map(|item| {
        let (looked_for, found) = ("docs/log.md".to_owned(), "it".to_owned());
        (item.at.clone(), Verdict { outcome: Outcome::Found, looked_for, found, troubles: Vec::new() })
    });
    fixture.outcomes = seen.collect();
    fixture.assessment =
        assess(&fixture.declaration, &fixture.catalogue, &fixture.outcomes, &Suspects::new());
    Some(fixture)
}

/// Every text under this key, however deep.
fn all(value: &Value, key: &str) -> Vec<String> {
    let below = |value: &Value| all(value, key);
    match value {
        Value::Array(items) => items.iter().flat_map(below).collect(),
        Value::Object(keys) => {
            let own = keys.get(key).and_then(Value::as_str).map(str::to_owned);
            own.into_iter().chain(keys.values().flat_map(below)).collect()
        }
        _ => Vec::new(),
    }
}

/// Those that name a client: all requirements of the fixture have the same title.
fn of_clients(titles: Vec<String>) -> Vec<String> {
    titles.into_iter().filter(|title| title.starts_with("t (")).collect()
}

/// Whether no two are the same to a reader, and so many are there at least.
fn are_told_apart(texts: &[String], at_least: usize) -> bool {
    let folded: BTreeSet<String> = texts.iter().map(|text| fold(text)).collect();
    folded.len() == texts.len() && texts.len() >= at_least
}

fn assert_distinct(names: &BTreeSet<String>) {
    let Some(fixture) = with_clients(names) else { return };
    let count = fixture.declaration.clis.len();
    assert_eq!(count, names.len(), "every name stands for a client of its own");
    let report = fixture.report();
    let parsed = |text: String| serde_json::from_str::<Value>(&text).unwrap();

    let statement = parsed(in_toto(&report));
    let lists = ["passedTests", "warnedTests", "failedTests"];
    let tests: Vec<&Value> =
        lists.iter().flat_map(|list| statement["predicate"][list].as_array().unwrap()).collect();
    let tests: Vec<String> = tests.iter().map(|test| test.as_str().unwrap().to_owned()).collect();
    assert!(are_told_apart(&tests, count), "{tests:?}");

    let document = parsed(cyclonedx(&report));
    let references = all(&document, "bom-ref");
    // The clients, and of each a claim, two items of evidence and a plan.
    assert!(are_told_apart(&references, 5 * count), "{references:?}");
    let components = all(&document["declarations"]["targets"]["components"], "name");
    assert!(are_told_apart(&components, count), "{components:?}");

    let results = parsed(oscal(&report));
    let uuids = all(&results, "uuid");
    // Of each client a finding and an observation.
    assert!(are_told_apart(&uuids, 2 * count), "{uuids:?}");
    let titles = of_clients(all(&results["assessment-results"]["results"][0]["findings"], "title"));
    assert!(are_told_apart(&titles, count), "{titles:?}");

    let log = parsed(gemara::log(&report));
    let evaluations = log["evaluations"].as_array().unwrap();
    let names = of_clients(evaluations.iter().map(|it| it["name"].as_str().unwrap().to_owned()).collect());
    assert!(are_told_apart(&names, count), "{names:?}");
    let evidence: Vec<String> = evaluations.iter().flat_map(|it| all(&it["assessment-logs"], "id")).collect();
    assert!(are_told_apart(&evidence, count), "{evidence:?}");

    let catalog = parsed(gemara::catalog(&report));
    let controls = all(&catalog["controls"], "id");
    assert!(are_told_apart(&controls, 5), "{controls:?}");
}

#[test]
fn clients_that_read_alike_are_told_apart_in_every_export() {
    let long = "a".repeat(63);
    for names in [
        ["caf\u{e9}", "cafe\u{301}"],
        ["pip", "PIP"],
        ["pip", " pip"],
        ["\u{fb01}", "fi"],
        ["a/b", "a~1b"],
        ["a b", "a  b"],
        [&format!("{long}x"), &format!("{long}y")],
    ] {
        assert_distinct(&names.into_iter().map(str::to_owned).collect());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn whatever_clients_are_called_they_are_told_apart_in_every_export(
        names in prop::collection::btree_set("[ aAäÄ\u{308}é\u{301}eﬁfi?~/.\\[\\]0-9`|]{1,6}|.{1,64}", 1..6)
    ) {
        assert_distinct(&names);
    }
}
