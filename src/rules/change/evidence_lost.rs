//! `evidence-lost`

use super::regressions;
use crate::findings::{Class, Finding, Rule};
use crate::gate::RegressionKind;
use crate::rules::Context;

pub(super) const BEFORE: &str = "answers:\n  mfa: {status: met, evidence: docs/help.md}\n";

pub(in crate::rules) static RULE: Rule = Rule {
    id: "evidence-lost",
    class: Class::Regression,
    summary: "A met answer that could be looked up still can.",
    why: "An answer that rests on the operator's word alone is one that no reader can check. A statement does not replace a page.",
    fails: "answers:\n  mfa: {status: met, evidence: {statement: we offer it to everybody}}\n",
    mended: "answers:\n  mfa: {status: met, evidence: [docs/help.md, {statement: we offer it to everybody}]}\n",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    regressions(context, &RULE, findings, |kind| match kind {
        RegressionKind::EvidenceLost { requirement } => {
            Some(format!("`{requirement}` is still met, but its last public evidence is gone"))
        }
        _ => None,
    });
}
