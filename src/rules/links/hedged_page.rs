//! `hedged-page`

use super::of_met_answers;
use crate::evidence::TroubleKind;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "hedged-page",
    class: Class::Advice,
    summary: "What is quoted for a met answer is not hedged right beside it.",
    why: "\"Beta\", \"preview\", \"rolling out\", \"coming soon\" beside a quote often mean that something is there for some users only. Pages, feeds and texts are looked at, also those of this repository; source code is not.",
    fails: r#"answers:
  mfa: {status: met, evidence: {url: "https://epi.example/preview", quote: "Every account can use passkeys"}}
"#,
    mended: r#"answers:
  mfa: {status: met, evidence: {url: "https://epi.example/help", quote: "Every account can use WebAuthn"}}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    of_met_answers(context, TroubleKind::Hedged, &RULE, "hedged", findings);
}
