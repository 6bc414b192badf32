//! What holds for every declaration, not only for those that somebody thought of.

use jiff::civil::date;
use package_repo_security::assessment::{Assessment, assess};
use package_repo_security::commands::discover::Found;
use package_repo_security::commands::examine::{Conditions, Examination, examine};
use package_repo_security::declaration::{Declaration, decode};
use package_repo_security::evidence::Outcomes;
use package_repo_security::evidence::Sources;
use package_repo_security::evidence::repository::{CommitError, FileError, Repository};
use package_repo_security::findings::{Class, Place, Scope, Settings};
use package_repo_security::links::{Policy, Servers};
use package_repo_security::principles::LATEST;
use package_repo_security::read;
use package_repo_security::render::{Format, Style, render};
use package_repo_security::rules;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

struct Empty;

impl Repository for Empty {
    fn read(&self, _: &str) -> Result<Vec<u8>, FileError> {
        Err(FileError::Absent)
    }
    fn read_at(&self, _: &str, _: &str) -> Result<Vec<u8>, CommitError> {
        Err(CommitError::UnknownCommit)
    }
    fn candidates(&self, _: &str) -> Vec<String> {
        Vec::new()
    }
}

fn examined(text: &str) -> Examination {
    let found = Found { path: ".package-repo-security.yml".to_owned(), bytes: text.as_bytes().to_vec() };
    let conditions = Conditions {
        today: date(2026, 11, 22),
        settings: Settings { scope: Scope::Audit, strict: false },
        policy: Policy::default(),
        servers: Servers::default(),
        preview: None,
        base: None,
    };
    examine(Ok(found), Sources { repository: &Empty, web: None }, &conditions)
}

const STATUSES: [&str; 5] = ["met", "partial", "planned", "unmet", "unknown"];

/// Every requirement with a status.
fn declaration(statuses: &[usize]) -> Declaration {
    let mut text = "registry: {user-accounts: true, packages: [accepts-built]}\nanswers:\n".to_owned();
    for (requirement, status) in LATEST.requirements.iter().zip(statuses) {
        text.push_str(&format!("  {}: {}\n", requirement.id, STATUSES[*status]));
    }
    decode(&read::read("f", text.as_bytes()).unwrap().root)
}

fn levels(declaration: &Declaration) -> Vec<u8> {
    let assessment: Assessment =
        assess(declaration, LATEST, &Outcomes::new(), &std::collections::BTreeSet::new());
    assessment.tracks.iter().map(|track| track.standing.as_ref().unwrap().declared).collect()
}

/// Whether a met requirement implies this one, also through others that are left out.
fn implied(id: &str, met: &dyn Fn(&str) -> bool, unknown: &dyn Fn(&str) -> bool) -> bool {
    LATEST.requirements.iter().any(|other| {
        other.implies.iter().any(|it| it == id)
            && (met(&other.id) || (unknown(&other.id) && implied(&other.id, met, unknown)))
    })
}

/// The formula of the format, written a second time: straight from its words, knowing nothing of the program's.
fn levels_by_the_book(statuses: &[usize]) -> Vec<u8> {
    let met = |id: &str| {
        LATEST.requirements.iter().zip(statuses).any(|(it, status)| it.id == id && STATUSES[*status] == "met")
    };
    let unknown = |id: &str| {
        LATEST
            .requirements
            .iter()
            .zip(statuses)
            .any(|(it, status)| it.id == id && STATUSES[*status] == "unknown")
    };
    let ok = |id: &str| met(id) || (unknown(id) && implied(id, &met, &unknown));
    let all_met = |track: &str, level: u8| {
        LATEST.requirements.iter().filter(|it| it.track == track && it.level == level).all(|it| ok(&it.id))
    };
    LATEST
        .tracks
        .iter()
        .map(|track| (1..=3).take_while(|level| all_met(&track.id, *level)).last().unwrap_or(0))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn levels_are_those_of_the_formula(statuses in vec(0..STATUSES.len(), 32)) {
        prop_assert_eq!(levels(&declaration(&statuses)), levels_by_the_book(&statuses));
    }

    #[test]
    fn no_level_falls_where_an_answer_rises_to_met(statuses in vec(0..STATUSES.len(), 32), index in any::<Index>()) {
        let before = levels(&declaration(&statuses));
        let mut risen = statuses;
        *index.get_mut(&mut risen) = 0;
        let after = levels(&declaration(&risen));
        prop_assert!(before.iter().zip(&after).all(|(before, after)| before <= after), "{:?} {:?}", before, after);
    }

    #[test]
    fn order_comments_and_layout_say_nothing(statuses in vec(0..STATUSES.len(), 32), seed in any::<u64>()) {
        let mut lines: Vec<String> = LATEST.requirements.iter().zip(&statuses).map(|(it, status)| format!("  {}: {}   # {seed}\n\n", it.id, STATUSES[*status])).collect();
        let length = lines.len();
        lines.rotate_left(usize::try_from(seed % 32).unwrap() % length);
        let text = format!("# {seed}\nanswers:\n{}registry: {{packages: ['accepts-built'], \"user-accounts\": true}}\n", lines.concat());
        let other = decode(&read::read("f", text.as_bytes()).unwrap().root);
        prop_assert_eq!(levels(&other), levels(&declaration(&statuses)));
    }

    #[test]
    fn any_text_gets_a_verdict_and_every_place_lies_on_it(text in yaml_like()) {
        let examination = examined(&text);
        let report = examination.report();
        for finding in report.findings {
            if let (Place::Span(span), Some(source)) = (&finding.place, report.source) {
                prop_assert!(source.text.get(span.range()).is_some(), "{}: {:?}", finding.rule.id, span);
            }
            prop_assert!(!matches!(finding.place, Place::Path(..)) , "settled: {:?}", finding);
        }
        let style = Style { colour: false, unicode: true, width: 80 };
        for format in Format::ALL {
            let shown = render(format, &report, &rules::all(), style).unwrap();
            prop_assert!(!shown.contains("##["), "{}", format.as_str());
        }
    }

    #[test]
    fn nothing_malformed_is_dropped_in_silence(index in any::<Index>(), replacement in select(vec!["~", "''", "{x: {y: z}}", "[[]]"])) {
        let sound = include_str!("../fixtures/example.yml");
        let malformed = |text: &str| {
            let weighs = |class| matches!(class, Class::Malformed | Class::Unreadable);
            examined(text).findings.iter().any(|finding| weighs(finding.class))
        };
        prop_assert!(!malformed(sound));
        let reading = read::read("f", sound.as_bytes()).unwrap();
        let mut scalars = Vec::new();
        collect(&reading.root, &mut scalars);
        let span = *index.get(&scalars);
        let broken = format!("{}{replacement}{}", &sound[..span.start], &sound[span.end..]);
        prop_assert!(malformed(&broken), "{replacement} in place of {:?} was not reported", &sound[span.range()]);
    }
}

/// The spans of all values that are scalars, outside of what is not read.
fn collect(node: &read::Node, scalars: &mut Vec<package_repo_security::text::span::Span>) {
    match &node.kind {
        read::Kind::Scalar { .. } => scalars.push(node.span),
        read::Kind::List(items) => items.iter().for_each(|item| collect(item, scalars)),
        read::Kind::Map(entries) => {
            // A pointer may be empty, and what it is compared with may be anything.
            for entry in entries.iter().filter(|entry| !entry.key.starts_with("x-") && entry.key != "json") {
                collect(&entry.value, scalars);
            }
        }
        read::Kind::Refused => {}
    }
}

/// Text with what YAML and the format are made of in it, in any order.
fn yaml_like() -> impl Strategy<Value = String> {
    let pieces = select(vec![
        "answers:",
        "\n",
        "\n  ",
        "\n    ",
        "mfa:",
        " met",
        "{",
        "}",
        "[",
        "]",
        ", ",
        ": ",
        "- ",
        "# c",
        "'",
        "\"",
        "|",
        ">",
        "&a ",
        "*a",
        "<<: ",
        "!t ",
        "%YAML 1.2\n",
        "---\n",
        "...\n",
        "\r",
        "\r\n",
        "\t",
        "\u{feff}",
        "\u{202e}",
        "\u{1b}",
        "é",
        "日本",
        "claims:",
        "registry:",
        "evidence: ",
        "file: ",
        "quote: ",
        "version: 1\n",
        "principles: v0.1\n",
        "reviewed: 2026-08-21\n",
        "##[error]",
        "::error::",
        "\\",
        "clis:",
        "~",
        "null",
        "? ",
        "\u{85}",
        "user-accounts: true",
    ]);
    vec(prop_oneof![8 => pieces.prop_map(str::to_owned), 1 => any::<String>()], 0..60)
        .prop_map(|parts| parts.concat())
}
