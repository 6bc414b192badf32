//! `link-json`

use super::troubles;
use crate::evidence::TroubleKind;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "link-json",
    class: Class::RemoteEvidence,
    summary: "The value stands at the JSON pointer of what the address answers.",
    why: "An answer for programs is the most exact evidence there is, as long as it still says the same.",
    fails: r#"answers:
  mfa: {status: met, evidence: {url: "https://epi.example/audience.json", json: {at: /audience, is: pypi}}}
"#,
    mended: r#"answers:
  mfa: {status: met, evidence: {url: "https://epi.example/audience.json", json: {at: /audience, is: epi}}}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    troubles(context, TroubleKind::JsonDiffers, &RULE, "another value", findings);
    troubles(context, TroubleKind::NotJson, &RULE, "no JSON", findings);
}
