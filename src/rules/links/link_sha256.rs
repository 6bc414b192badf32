//! `link-sha256`

use super::troubles;
use crate::evidence::TroubleKind;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "link-sha256",
    class: Class::RemoteEvidence,
    summary: "The bytes behind the address have the pinned SHA-256.",
    why: "A pin says that nothing changed since it was reviewed. Somebody has to look at what did.",
    fails: r#"answers:
  mfa: {status: met, evidence: {url: "https://epi.example/report.bin", sha256: "0000000000000000000000000000000000000000000000000000000000000000"}}
"#,
    mended: r#"answers:
  mfa: {status: met, evidence: {url: "https://epi.example/report.bin", sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    troubles(context, TroubleKind::HashDiffers, &RULE, "another SHA-256", findings);
}
