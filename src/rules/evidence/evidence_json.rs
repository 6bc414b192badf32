//! `evidence-json`

use super::troubles;
use crate::evidence::TroubleKind;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "evidence-json",
    class: Class::LocalEvidence,
    summary: "The value stands in the JSON document.",
    why: "A probe of a JSON document says exactly what must stand where.",
    fails: r"answers:
  mfa: {status: met, evidence: {file: docs/audience.json, json: {at: /audience, is: epj}}}
",
    mended: r"answers:
  mfa: {status: met, evidence: {file: docs/audience.json, json: {at: /audience, is: epi}}}
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    troubles(context, TroubleKind::JsonDiffers, &RULE, "differs", findings);
    troubles(context, TroubleKind::NotJson, &RULE, "no JSON", findings);
}
