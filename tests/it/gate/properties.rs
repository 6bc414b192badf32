//! What holds for every two declarations.

use package_repo_security::declaration::{Declaration, decode};
use package_repo_security::gate::{Comparison, compare, is_new};
use package_repo_security::principles::LATEST;
use package_repo_security::read::read;
use proptest::collection::vec;
use proptest::prelude::*;

/// What an answer can say, lowest first; the last one stands beside the others.
const FORMS: [&str; 8] = [
    "unknown",
    "unmet",
    "{status: planned, plan: {by: 2027-01-01}}",
    "{status: partial, missing: [x]}",
    "{status: met, evidence: [a.md]}",
    "{status: met, evidence: [a.md, {file: b.md, quote: some text here}]}",
    "{status: met, evidence: {statement: trust us}}",
    "{status: not-applicable, reason: it cannot apply here}",
];

fn parsed(text: &str) -> Declaration {
    decode(&read("f", text.as_bytes()).unwrap().root)
}

/// Where the catalogue does not accept it, `not-applicable` counts as unmet, and is an error besides.
fn counted(forms: Vec<usize>) -> Vec<usize> {
    let accepted = LATEST.requirements.iter().map(|it| it.na.is_some());
    forms
        .into_iter()
        .zip(accepted)
        .map(|(form, accepted)| if form == 7 && !accepted { 1 } else { form })
        .collect()
}

fn forms() -> impl Strategy<Value = Vec<usize>> {
    vec(0..FORMS.len(), LATEST.requirements.len()).prop_map(counted)
}

fn text(forms: &[usize], layout: u64) -> String {
    let mut lines: Vec<String> = LATEST
        .requirements
        .iter()
        .zip(forms)
        .map(|(requirement, form)| format!("  {}: {} # {layout}\n", requirement.id, FORMS[*form]))
        .collect();
    let turn = usize::try_from(layout % 32).unwrap() % lines.len();
    lines.rotate_left(turn);
    let registry = "registry: {user-accounts: true, packages: [accepts-built]}\n";
    let answers = format!("answers:\n{}", lines.concat());
    if layout.is_multiple_of(2) {
        format!("{registry}{answers}")
    } else {
        format!("# {layout}\n{answers}{registry}")
    }
}

fn declaration(forms: &[usize]) -> Declaration {
    parsed(&text(forms, 0))
}

fn says_nothing(comparison: &Comparison) -> bool {
    use package_repo_security::gate::Move;
    comparison.regressions.is_empty()
        && comparison.answers.iter().all(|it| it.way == Move::Up)
        && comparison.evidence.iter().all(|it| it.weaker.is_empty() && !it.lost)
}

/// Whether one form is the same as, or above, the other: written a second time, form by form.
fn is_up(before: usize, after: usize) -> bool {
    match (before, after) {
        _ if before == after => true,
        // Not met before: anything higher, but not out of the count.
        (0..=3, 0..=3) => after > before,
        // Out of the count, and met now; met, with more to show than before.
        (0..=3 | 7, 4..=6) | (4, 5) | (6, 4 | 5) => true,
        _ => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn a_declaration_is_no_step_down_from_itself(forms in forms(), layout in any::<u64>()) {
        let comparison = compare(&declaration(&forms), &parsed(&text(&forms, layout)));
        prop_assert!(says_nothing(&comparison), "{comparison:?}");
        prop_assert!(comparison.answers.is_empty() && comparison.evidence.is_empty() && comparison.levels.is_empty());
    }

    #[test]
    fn upward_moves_are_silent(before in forms(), after in forms()) {
        let risen: Vec<usize> = before.iter().zip(&after).map(|(old, new)| if is_up(*old, *new) { *new } else { *old }).collect();
        // A contradiction is an error of its own, and lowers what was implied.
        prop_assume!(!contradicts(&before) && !contradicts(&risen));
        let comparison = compare(&declaration(&before), &declaration(&risen));
        prop_assert!(says_nothing(&comparison), "{comparison:?}");
        prop_assert!(comparison.levels.iter().all(|it| it.after > it.before), "{comparison:?}");
    }

    #[test]
    fn every_other_move_is_said(before in forms(), index in 0usize..32, form in 0..FORMS.len()) {
        prop_assume!(!is_up(before[index], form));
        let mut after = before.clone();
        after[index] = form;
        prop_assume!(counted(after.clone()) == after);
        // An answer that is met all the same, because another one implies it, is where it was.
        let implied = |forms: &[usize]| forms[index] == 0 && implied_by(forms, index);
        prop_assume!(!implied(&after) && !implied(&before));
        let comparison = compare(&declaration(&before), &declaration(&after));
        prop_assert!(!says_nothing(&comparison), "{} -> {}: {comparison:?}", FORMS[before[index]], FORMS[form]);
    }

    #[test]
    fn no_level_falls_without_a_regression(before in forms(), after in forms()) {
        let comparison = compare(&declaration(&before), &declaration(&after));
        for level in comparison.levels.iter().filter(|it| it.after < it.before) {
            let said = comparison.regressions.iter().any(|it| {
                let name = it.at.to_string();
                let id = name.strip_prefix("answers.").unwrap();
                LATEST.requirement(id).is_some_and(|it| it.track == level.track)
            });
            prop_assert!(said, "{level:?}: {:?}", comparison.regressions);
        }
    }

    #[test]
    fn one_thing_is_said_once(before in forms(), after in forms()) {
        let comparison = compare(&declaration(&before), &declaration(&after));
        let mut names: Vec<String> = comparison.regressions.iter().map(|it| it.at.to_string()).collect();
        names.sort();
        let count = names.len();
        names.dedup();
        prop_assert_eq!(names.len(), count);
    }

    #[test]
    fn any_two_texts_can_be_compared(before in any::<String>(), after in any::<String>()) {
        if let (Ok(before), Ok(after)) = (read("a", before.as_bytes()), read("b", after.as_bytes())) {
            let _ = compare(&decode(&before.root), &decode(&after.root));
        }
    }
}

/// Whether a met answer implies this one.
fn implied_by(forms: &[usize], index: usize) -> bool {
    let id = &LATEST.requirements[index].id;
    let others = LATEST.requirements.iter().zip(forms);
    others
        .into_iter()
        .any(|(it, form)| (4..=6).contains(form) && it.implies.iter().any(|implied| implied == id))
        || LATEST.requirements.iter().enumerate().any(|(at, it)| {
            forms[at] == 0 && it.implies.iter().any(|implied| implied == id) && implied_by(forms, at)
        })
}

fn contradicts(forms: &[usize]) -> bool {
    (0..forms.len()).any(|index| matches!(forms[index], 1..=3 | 7) && implied_by(forms, index))
}

#[test]
fn an_item_is_new_where_the_same_answer_did_not_have_it() {
    let before = parsed(
        "answers:\n  mfa: {status: met, evidence: ['https://a.example/', {url: 'https://b.example/', quote: some text here}]}\n\
         \x20 sbom: {status: planned, plan: {issue: 'https://a.example/1'}}\n",
    );
    let after = parsed(
        "answers:\n  recovery-policy: {status: met, evidence: 'https://a.example/'}\n\
         \x20 mfa: {status: unmet, evidence: [{url: 'https://b.example/', quote: [some text here], note: moved up}, {url: 'https://a.example/', quote: other text here}]}\n\
         \x20 sbom: {status: planned, plan: {by: 2027-01-01, issue: 'https://a.example/1'}}\n\
         \x20 vulnerability-remediation: {status: planned, plan: {issue: 'https://a.example/1'}}\n",
    );
    for (at, new) in [
        ("answers.mfa.evidence[0]", false),
        ("answers.mfa.evidence[0].quote[0]", false),
        ("answers.mfa.evidence[1]", true),
        ("answers.recovery-policy.evidence[0]", true),
        ("answers.sbom.plan.issue", false),
        ("answers.vulnerability-remediation.plan.issue", true),
        ("contact", true),
    ] {
        let at = package_repo_security::read::Path::parse(at).unwrap();
        assert_eq!(is_new(&before, &after, &at), new, "{at}");
    }
}
