//! `evidence-quote`

use super::troubles;
use crate::evidence::TroubleKind;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "evidence-quote",
    class: Class::LocalEvidence,
    summary: "The quote stands where the declaration says it stands.",
    why: "This is the check that makes an answer more than a claim. Quotes are compared after folding white space, case and compatibility forms; in HTML, templates and Markdown also against the text as a reader sees it.",
    fails: r#"answers:
  mfa: {status: met, evidence: {file: docs/help.md, quote: "Every account must use WebAuthn"}}
"#,
    mended: r#"answers:
  mfa: {status: met, evidence: {file: docs/help.md, quote: "Every account can use WebAuthn"}}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    troubles(context, TroubleKind::QuoteMissing, &RULE, "not found", findings);
}
