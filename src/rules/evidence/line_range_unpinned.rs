//! `line-range-unpinned`

use crate::declaration::{Check, Locator};
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;
use crate::text::passage::shorten;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "line-range-unpinned",
    class: Class::Advice,
    summary: "A line range is held by a quote or a commit.",
    why: "Line numbers drift with every change above them: within a year such a range points at something else. A `quote` finds its text wherever it moves to, a `commit` holds the file still.",
    fails: r#"answers:
  mfa: {status: met, evidence: "docs/help.md#L3-L5"}
"#,
    mended: r#"answers:
  mfa: {status: met, evidence: {file: "docs/help.md#L3-L5", quote: "Every account can use WebAuthn"}}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (_, item) in context.judged_evidence() {
        let Some(Locator::File { path, fragment: Some(fragment) }) = item.locator() else { continue };
        let pinned = item.commit.is_some()
            || item.sha256.is_some()
            || item.checks.iter().any(|check| matches!(check, Check::Quote(_)));
        if !pinned && is_line_range(fragment) {
            findings.push(
                Finding::new(&RULE, &item.locator_at, format!("the lines of `{}` will drift", shorten(path)))
                    .label("line numbers alone")
                    .help("add a `quote` of what stands there, or the `commit`"),
            );
        }
    }
}

fn is_line_range(fragment: &str) -> bool {
    fragment.strip_prefix('L').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}
