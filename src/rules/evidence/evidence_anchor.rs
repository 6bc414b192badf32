//! `evidence-anchor`

use super::troubles;
use crate::evidence::TroubleKind;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "evidence-anchor",
    class: Class::LocalEvidence,
    summary: "The heading, id or label is there.",
    why: "A heading that was renamed takes its anchor with it: readers land at the top of the page and find nothing. Anchors are GitHub's in Markdown, `id` and `name` in HTML and its templates, labels and section names in reStructuredText and AsciiDoc.",
    fails: r#"answers:
  mfa: {status: met, evidence: "docs/help.md#multi-factor"}
"#,
    mended: r#"answers:
  mfa: {status: met, evidence: "docs/help.md#two-factor"}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    troubles(context, TroubleKind::NoSuchAnchor, &RULE, "no such anchor", findings);
}
