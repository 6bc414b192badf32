//! `link-anchor`

use super::troubles;
use crate::evidence::TroubleKind;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "link-anchor",
    class: Class::RemoteEvidence,
    summary: "What the `#fragment` of an address names is in the page.",
    why: "A fragment says which part of a page is meant: an `id`, a heading of a Markdown file, a comment, or a text (`#:~:text=`). Pages whose text a script makes, and fragments that only a script reads, cannot be looked at and are never taken for missing.",
    fails: r#"answers:
  mfa: {status: met, evidence: "https://epi.example/help#multi-factor"}
"#,
    mended: r#"answers:
  mfa: {status: met, evidence: "https://epi.example/help#two-factor"}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    troubles(context, TroubleKind::NoSuchAnchor, &RULE, "no such fragment", findings);
}
