//! `ignore-added`

use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;
use crate::text::passage::shorten;

pub(super) const BEFORE: &str =
    "answers:\n  mfa: {status: unmet, evidence: \"https://github.com/epi/epi/blob/main/mfa.md\"}\n";

pub(in crate::rules) static RULE: Rule = Rule {
    id: "ignore-added",
    class: Class::SteppedDown,
    summary: "A reviewer sees every entry that a change adds to `ignore`.",
    why: "An entry silences a finding for good. Whoever reviews the change decides whether its reason is one. The gate itself cannot be silenced.",
    fails: r#"answers:
  mfa: {status: unmet, evidence: "https://github.com/epi/epi/blob/main/mfa.md"}
ignore:
  - {rule: mutable-link, at: answers.mfa, reason: the page has no stable address}
"#,
    mended: r#"answers:
  mfa: {status: unmet, evidence: "https://github.com/epi/epi/blob/6b62157124ab7865029afeeadf282bce27d601d9/mfa.md"}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let added = context.comparison.into_iter().flat_map(|comparison| &comparison.ignored);
    for record in added {
        let (rule, at) = (record.rule.as_deref().unwrap_or_default(), record.names.to_string());
        let message = format!("this change accepts `{}` at `{}`", shorten(rule), shorten(&at));
        findings.push(Finding::new(&RULE, &record.entry, message).label("accepted from now on"));
    }
}
