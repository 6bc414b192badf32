use super::{Answers, placeholders, template};
use crate::assessment::{Suspects, assess};
use crate::declaration::conform::Names;
use crate::declaration::{conform, decode};
use crate::evidence::Outcomes;
use crate::principles::LATEST;
use crate::read::{Reading, read};
use jiff::civil::date;

fn answers(user_accounts: bool, packages: &[&str]) -> Answers {
    let packages = packages.iter().map(|kind| (*kind).to_owned()).collect();
    Answers { user_accounts, packages, name: None, url: None }
}

fn written(answers: &Answers) -> String {
    template(LATEST, answers, date(2026, 8, 21))
}

fn reading(text: &str) -> Reading {
    let reading = read("test.yml", text.as_bytes()).unwrap();
    assert!(reading.refusals.is_empty(), "{:?}\n{text}", reading.refusals);
    let mismatches = conform(&reading.root, Names { catalogue: LATEST, rules: &[] });
    assert!(mismatches.is_empty(), "{mismatches:?}\n{text}");
    reading
}

#[test]
fn every_kind_of_registry_gets_a_declaration_without_a_mistake() {
    for user_accounts in [true, false] {
        for packages in [&["accepts-built"][..], &["source-only"], &["builds-on-behalf", "source-only"]] {
            let text = written(&answers(user_accounts, packages));
            let declaration = decode(&reading(&text).root);
            let assessment = assess(&declaration, LATEST, &Outcomes::new(), &Suspects::new());
            assert!(assessment.taxonomy_known);
            for track in &assessment.tracks {
                assert_eq!(track.claimed, track.applies.then_some(0), "{}", track.id);
            }
            // Every requirement that applies, in the framework's order.
            let applies = |track: &str| assessment.track(track).is_some_and(|it| it.applies);
            let wanted: Vec<&str> =
                LATEST.requirements.iter().filter(|it| applies(&it.track)).map(|it| &*it.id).collect();
            let found: Vec<&str> = declaration.answers.iter().map(|answer| answer.id.as_str()).collect();
            assert_eq!(found, wanted);
            assert_eq!(declaration.reviewed, Some(date(2026, 8, 21)));
        }
    }
}

#[test]
fn what_nobody_gave_stands_there_as_a_placeholder() {
    let text = written(&answers(true, &["accepts-built"]));
    let root = reading(&text).root;
    for placeholder in placeholders::PLACEHOLDERS {
        let path = crate::read::Path::parse(placeholder.at).unwrap();
        assert_eq!(root.find(&path).unwrap().text(), Some(placeholder.text), "{}", placeholder.at);
    }
}

#[test]
fn a_hostile_name_stays_a_name() {
    let hostile = "x\" \nanswers: {mfa: met} # \u{202e}";
    let answers = Answers {
        name: Some(hostile.to_owned()),
        url: Some("https://a.example/\"\n#".to_owned()),
        ..answers(false, &["source-only"])
    };
    let text = written(&answers);
    let declaration = decode(&read("test.yml", text.as_bytes()).unwrap().root);
    assert_eq!(declaration.registry.name.as_deref(), Some(hostile));
    assert_eq!(declaration.registry.url.as_deref(), Some("https://a.example/\"\n#"));
    assert!(!text.contains('\u{202e}'));
}

#[test]
fn comments_explain_each_requirement() {
    let text = written(&answers(true, &["accepts-built"]));
    assert!(text.starts_with("# yaml-language-server: $schema=package-repo-security.schema.json\n"));
    let expected = "
  # Level 1: Vulnerability disclosure policy
  # - hint: the policy covers the REGISTRY itself; quote the safe harbor sentence; security.txt
  #   helps find it
  # - part policy: a published policy that allows finding and reporting
  # - part safe-harbor: legal safe harbor within the policy
  # - part ninety-days (optional): strives to remediate within 90 days
  vulnerability-disclosure: unknown
";
    assert!(text.contains(expected), "{text}");
    assert!(text.contains("  # - not applicable where accounts cannot be recovered by email\n"));
    assert!(text.contains("  # - while `unknown`, met where `phishing-resistant-mfa` is met\n"), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= super::WIDTH + 10), "{text}");
}

#[test]
fn a_track_that_does_not_apply_can_be_opted_in_to() {
    let text = written(&answers(false, &["builds-on-behalf"]));
    assert!(text.contains("  # also-assess: [authorization]"), "{text}");
    assert!(text.contains("# Not here: authentication, which does not apply to this registry.\n"), "{text}");
    assert!(!written(&answers(true, &["accepts-built"])).contains("also-assess"));
}

#[test]
fn the_forms_of_answers_in_the_comments_are_sound() {
    let text = written(&answers(true, &["accepts-built"]));
    for form in text.lines().filter_map(|line| line.strip_prefix("#   ID: ")) {
        let id = if form.contains("not-applicable") { "scoped-tokens" } else { "token-secret-scanning" };
        let form = form.replace("PART", "endpoint");
        reading(&text.replace(&format!("  {id}: unknown"), &format!("  {id}: {form}")));
    }
}
