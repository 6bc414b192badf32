//! `link-security-txt`

use super::troubles;
use crate::evidence::TroubleKind;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "link-security-txt",
    class: Class::RemoteEvidence,
    summary: "The address answers a valid security.txt.",
    why: "RFC 9116 asks for at least one `Contact`, exactly one `Expires`, and web addresses that are `https:`. Programs and people look for it at one place and give up where it is something else.",
    fails: r#"answers:
  mfa: {status: met, evidence: {url: "https://epi.example/help", security-txt: true}}
"#,
    mended: r#"answers:
  mfa: {status: met, evidence: {url: "https://epi.example/.well-known/security.txt", security-txt: true}}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    troubles(context, TroubleKind::SecurityTxtInvalid, &RULE, "no valid security.txt", findings);
}
