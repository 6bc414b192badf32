//! One rule.

use super::page::Page;
use crate::findings::severity::severity;
use crate::findings::{Class, Rule, Scope};
use crate::rules::change;

/// What a rule asks, why, how much a finding of it weighs, and a fragment that it finds fault with.
#[must_use]
pub fn rule(rule: &Rule) -> String {
    let mut page = Page::new(&format!("{}: {}", rule.id, rule.summary));
    page.heading("Weight");
    let weight = |scope| severity(rule.class, scope, false).as_str();
    let (audit, change) = (weight(Scope::Audit), weight(Scope::Change));
    page.indented(&match rule.class {
        Class::RemoteEvidence => {
            format!("{audit}, but a warning in a change that leaves the item as it was")
        }
        Class::Regression if change::before(rule.id).is_some() => {
            format!("{audit}, exit code 4; a warning where an entry of `withdrawals` that the same change adds says so")
        }
        Class::Regression => format!("{audit}, exit code 4"),
        _ if audit == change => audit.to_owned(),
        _ => format!("{audit} in an audit, {change} in a change"),
    });
    page.indented(if rule.class.can_be_ignored() {
        "an entry of `ignore`, with a reason, can accept a finding"
    } else {
        "no entry of `ignore` can accept a finding"
    });
    page.heading("Why");
    for paragraph in rule.why.split("\n\n") {
        page.indented(paragraph);
    }
    if let Some(before) = change::before(rule.id) {
        page.heading("Where the baseline says");
        page.verbatim(before.trim_matches('\n'));
    }
    if !rule.fails.trim().is_empty() {
        page.heading("Finds fault with");
        page.verbatim(rule.fails.trim_matches('\n'));
    }
    if !rule.mended.trim().is_empty() {
        page.heading("Mended");
        page.verbatim(rule.mended.trim_matches('\n'));
    }
    page.heading("Documentation");
    page.indented(&rule.url());
    page.finish()
}

#[cfg(test)]
mod tests {
    use super::rule;
    use crate::findings::{Class, Rule};

    const RULE: Rule = Rule {
        id: "review-overdue",
        class: Class::Neglected,
        summary: "A review is not older than it may be",
        why: "Answers go stale.\n\nNobody notices.",
        fails: "\nreviewed: 2020-01-01\nclaims:\n  cli: 1\n",
        mended: "reviewed: 2026-08-21",
    };

    #[test]
    fn says_what_it_asks_and_how_much_it_weighs() {
        let text = rule(&RULE);
        assert_eq!(
            text.split("\nDocumentation").next().unwrap(),
            "review-overdue: A review is not older than it may be

Weight
  warning in an audit, notice in a change
  an entry of `ignore`, with a reason, can accept a finding

Why
  Answers go stale.
  Nobody notices.

Finds fault with
    reviewed: 2020-01-01
    claims:
      cli: 1

Mended
    reviewed: 2026-08-21
"
        );
        assert!(text.contains("docs/rules.md#review-overdue\n"), "{text}");
    }

    #[test]
    fn the_weight_follows_the_class() {
        let malformed = rule(&Rule { class: Class::Malformed, fails: "", mended: "", ..RULE });
        assert!(
            malformed.contains("Weight\n  error\n  no entry of `ignore` can accept a finding\n"),
            "{malformed}"
        );
        assert!(!malformed.contains("Mended"), "{malformed}");
        let remote = rule(&Rule { class: Class::RemoteEvidence, ..RULE });
        assert!(
            remote.contains("  error, but a warning in a change that leaves the item as it was\n"),
            "{remote}"
        );
    }
}
