use super::{Inputs, input};
use crate::commands::action::Against;
use crate::findings::{FailOn, Scope};

fn read(inputs: &[(&str, &str)]) -> Result<Inputs, Vec<String>> {
    Inputs::read(&|name| {
        inputs.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
    })
}

#[test]
fn nothing_said_is_the_usual() {
    let usual = read(&[]).unwrap();
    assert_eq!((usual.against.clone(), usual.scope, usual.online), (Against::Event, None, None));
    assert_eq!((usual.fail_on, usual.annotations, usual.summary), (FailOn::Error, true, true));
    assert!(!usual.strict && !usual.check_run && !usual.comment && usual.publish.is_none());
    let named = [
        ("INPUT_BASELINE", " auto "),
        ("INPUT_SCOPE", "auto"),
        ("INPUT_EVIDENCE", "auto"),
        ("INPUT_FAIL-ON", "error"),
        ("INPUT_ANNOTATIONS", "true"),
        ("INPUT_PUBLISH-BRANCH", "badges"),
        ("INPUT_DECLARATION", ""),
    ];
    assert_eq!(read(&named).unwrap(), usual);
}

#[test]
fn everything_can_be_said() {
    let said = read(&[
        ("INPUT_DIRECTORY", "registry"),
        ("INPUT_BASELINE-REF", "origin/main"),
        ("INPUT_SCOPE", "audit"),
        ("INPUT_EVIDENCE", "offline"),
        ("INPUT_FAIL_ON", "never"),
        ("INPUT_ALLOW-PRIVATE", "a.corp.example\n  b.corp.example:8443\n\n"),
        ("INPUT_OUTPUT", "sarif=a.sarif\njson=b=c.json"),
        ("INPUT_PUBLISH", "True"),
        ("INPUT_SUMMARY", "false"),
        ("INPUT_TODAY", "2026-11-22"),
    ])
    .unwrap();
    assert_eq!(said.directory.unwrap().to_str(), Some("registry"));
    assert_eq!(said.against, Against::Revision("origin/main".to_owned()));
    assert_eq!((said.scope, said.online, said.fail_on), (Some(Scope::Audit), Some(false), FailOn::Never));
    assert_eq!(said.allow_private.len(), 2);
    assert_eq!(said.outputs[1].file.as_ref().unwrap().to_str(), Some("b=c.json"));
    assert_eq!(said.publish.as_deref(), Some("badges"));
    assert!(!said.summary && said.today.is_some());
    assert_eq!(read(&[("INPUT_BASELINE", "none")]).unwrap().against, Against::Nothing);
    assert_eq!(read(&[("INPUT_EVIDENCE", "online")]).unwrap().online, Some(true));
    assert_eq!(read(&[("INPUT_SCOPE", "change")]).unwrap().scope, Some(Scope::Change));
}

#[test]
fn all_that_is_wrong_is_said_in_one_run() {
    let wrong = read(&[
        ("INPUT_BASELINE", "main"),
        ("INPUT_SCOPE", "Change"),
        ("INPUT_EVIDENCE", "yes"),
        ("INPUT_FAIL-ON", "notice"),
        ("INPUT_STRICT", "yes"),
        ("INPUT_OUTPUT", "sarif\nword=x"),
        ("INPUT_BADGE", "a\u{1b}[2J"),
        ("INPUT_TODAY", "tomorrow"),
    ])
    .unwrap_err();
    assert_eq!(wrong.len(), 9, "{wrong:#?}");
    for name in ["baseline", "scope", "evidence", "fail-on", "strict", "output", "badge", "today"] {
        assert!(wrong.iter().any(|line| line.starts_with(&format!("input `{name}` "))), "{name}: {wrong:#?}");
    }
    assert!(!wrong.join("").contains('\u{1b}'));
    let both = read(&[("INPUT_BASELINE", "none"), ("INPUT_BASELINE-REF", "main")]).unwrap_err();
    assert!(both[0].contains("contradict"));
}

#[test]
fn the_name_with_hyphens_comes_first() {
    let get = |name: &str| match name {
        "INPUT_FAIL-ON" => Some("never".to_owned()),
        "INPUT_FAIL_ON" => Some("warning".to_owned()),
        _ => None,
    };
    assert_eq!(input(&get, "fail-on").as_deref(), Some("never"));
}
