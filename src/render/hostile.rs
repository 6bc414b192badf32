//! Whatever stands in a declaration or its path, no format lets it out.

use super::exports::{cyclonedx::cyclonedx, gemara, in_toto::in_toto, oscal::oscal};
use super::fixture::{ADVICE, BROKEN, Fixture, NEGLECTED, is_inert, path};
use super::{github, gitlab, json, jsonl, junit, markdown, sarif, short};
use crate::findings::{Finding, Place};
use proptest::prelude::{ProptestConfig, any, prop_oneof, proptest};
use proptest::strategy::{Just, Strategy};

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<char>().prop_map(String::from),
        prop_oneof![
            Just("##["),
            Just("::error::"),
            Just("\r"),
            Just("\n"),
            Just("\u{1b}["),
            Just("\u{9b}"),
            Just("\u{202e}"),
            Just("\u{2028}"),
            Just("`"),
            Just("|"),
            Just("\\"),
            Just("]]>"),
            Just("<!--"),
            Just("%"),
            Just("#"),
            Just("[")
        ]
        .prop_map(str::to_owned),
    ];
    proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn no_format_lets_out_what_a_terminal_or_a_runner_obeys(words in text(), name in text()) {
        let mut fixture = Fixture::with(vec![
            Finding::placed(&NEGLECTED, Place::File, words.clone()).help(words.clone()),
            Finding::new(&BROKEN, &path("answers.disclosure"), words.clone())
                .note(words.clone())
                .related(Place::File, words.clone()),
            Finding::new(&ADVICE, &path("claims"), words.clone()),
        ]);
        fixture.file.path.clone_from(&name);
        fixture.declaration.registry.name = Some(words.clone());
        fixture.assessment.tracks[2].clients[0].name.clone_from(&words);
        let report = fixture.report();
        let outputs = [
            short::short(&report),
            json::json(&report),
            jsonl::jsonl(&report),
            sarif::sarif(&report, &[&BROKEN]),
            github::github(&report).replace("\n::", "\n").replacen("::", "", 1),
            gitlab::gitlab(&report),
            junit::junit(&report).unwrap(),
            markdown::markdown(&report),
            gemara::log(&report),
            gemara::catalog(&report),
            in_toto(&report),
            oscal(&report),
            cyclonedx(&report),
        ];
        for output in outputs {
            assert!(is_inert(&output), "{output}");
        }
        assert_eq!(short::short(&report).lines().count(), 3);
        assert_eq!(github::github(&report).lines().count(), 3);
        assert_eq!(jsonl::jsonl(&report).lines().count(), 4);
        let read: serde_json::Value = serde_json::from_str(&json::json(&report)).unwrap();
        assert_eq!(&read["findings"][0]["message"], words.as_str());
    }
}
