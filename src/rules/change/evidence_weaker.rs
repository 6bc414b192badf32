//! `evidence-weaker`

use crate::findings::{Class, Finding, Rule};
use crate::gate::Weakness;
use crate::rules::Context;
use crate::text::passage::shorten;

pub(super) const BEFORE: &str = r#"answers:
  mfa: {status: met, evidence: {file: docs/help.md, quote: "Every account can use WebAuthn"}}
"#;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "evidence-weaker",
    class: Class::SteppedDown,
    summary: "The evidence of a met answer does not get weaker.",
    why: "Fewer items, a link that is no longer pinned, a quote that nobody looks for any more: the answer is the same, and less holds it up.",
    fails: "answers:\n  mfa: {status: met, evidence: docs/help.md}\n",
    mended: r#"answers:
  mfa: {status: met, evidence: {file: "docs/help.md#two-factor", quote: "Every account can use WebAuthn"}}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let changes = context.comparison.into_iter().flat_map(|comparison| &comparison.evidence);
    for change in changes.filter(|change| !change.weaker.is_empty()) {
        let message = format!("the evidence of `{}` got weaker", change.requirement);
        let finding = Finding::new(&RULE, &change.at.key("evidence"), message).label("weaker");
        let notes = change.weaker.iter().map(|weakness| match weakness {
            Weakness::Fewer { before, after } => format!("public items: {before} before, {after} now"),
            Weakness::Unpinned { locator } => {
                format!("not pinned to a commit or a hash any more: {}", shorten(locator))
            }
            Weakness::CheckDropped { locator } => {
                format!("less must hold there than before: {}", shorten(locator))
            }
        });
        findings.push(notes.fold(finding, Finding::note));
    }
}
