use super::{human, json, markdown};
use crate::declaration::{Declaration, decode};
use crate::gate::{Comparison, compare};
use crate::read::read;
use crate::render::Style;
use crate::render::fixture::{HOSTILE, is_inert};
use pulldown_cmark::{Event, Parser, Tag};

const STYLE: Style = Style { colour: false, unicode: true, width: 100 };

fn declaration(text: &str) -> Declaration {
    decode(&read("f", text.as_bytes()).unwrap().root)
}

/// A change with hostile text in every name that a comparison can carry.
fn hostile() -> Comparison {
    let text = serde_json::to_string(HOSTILE).unwrap();
    let before = format!(
        "principles: {text}\nregistry: {{user-accounts: true, packages: [accepts-built]}}\nanswers:\n  mfa: {{status: met, evidence: [{text}, a.md]}}\n\
         \x20 sbom: {{status: planned, plan: {{by: 2027-01-01, issue: {text}, funding: {text}}}}}\n\
         \x20 security-notifications: {{status: partial, missing: [password-change]}}\n\
         clis:\n  {text}: {{primary: true}}\n  b: {{}}\n"
    );
    let after = format!(
        "principles: v0.1\nregistry: {{user-accounts: true, packages: [accepts-built]}}\nanswers:\n  mfa: {{status: met, evidence: {{file: {text}, quote: {text}}}}}\n\
         \x20 sbom: {{status: planned, plan: {{issue: a, funding: b, funder: {text}}}}}\n\
         \x20 security-notifications: {{status: partial, missing: [mfa-disabled, {text}]}}\n\
         clis:\n  b: {{}}\n  c{0}: {{primary: true}}\nignore: [{{rule: {text}, at: answers.mfa, reason: {text}}}]\n",
        "x"
    );
    compare(&declaration(&before), &declaration(&after))
}

#[test]
fn no_name_leaves_its_line() {
    let comparison = hostile();
    assert!(
        !comparison.evidence.is_empty()
            && !comparison.clients.is_empty()
            && !comparison.ignored.is_empty()
            && !comparison.plans.is_empty()
            && !comparison.parts.is_empty()
    );
    assert!(is_inert(&human::changes(&comparison, STYLE)));
    let page = markdown::changes(HOSTILE, HOSTILE, &comparison);
    assert!(is_inert(&page), "{page}");
    for event in Parser::new(&page) {
        match event {
            Event::Text(text) => assert!(!text.contains("@me") && !text.contains("https:"), "{text}"),
            Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::Link { .. } | Tag::Image { .. }) => {
                panic!("{event:?}")
            }
            _ => {}
        }
    }
    let document = json::changes(HOSTILE, HOSTILE, &comparison);
    assert!(is_inert(&document), "{document}");
    let value: serde_json::Value = serde_json::from_str(&document).unwrap();
    assert_eq!(value["old"], HOSTILE);
}

#[test]
fn the_same_declaration_changed_nothing() {
    let same = declaration("answers: {mfa: {status: met, evidence: a.md}}\n");
    let comparison = compare(&same, &same);
    assert_eq!(human::changes(&comparison, STYLE), "nothing changed that the gate looks at\n");
    assert!(markdown::changes("a", "b", &comparison).contains("Nothing that the gate looks at."));
}
