//! `link-quote`

use super::troubles;
use crate::evidence::TroubleKind;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "link-quote",
    class: Class::RemoteEvidence,
    summary: "The quote stands in the page.",
    why: "A quote says what in a page shows that the answer holds. What counts is the text that a page shows: scripts, comments and hidden text do not. Where the page was only read in part, or a script makes its text, a miss is no contradiction.",
    fails: r#"answers:
  mfa: {status: met, evidence: {url: "https://epi.example/help", quote: "Every account must use WebAuthn"}}
"#,
    mended: r#"answers:
  mfa: {status: met, evidence: {url: "https://epi.example/help", quote: "Every account can use WebAuthn"}}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    troubles(context, TroubleKind::QuoteMissing, &RULE, "not in the page", findings);
}
