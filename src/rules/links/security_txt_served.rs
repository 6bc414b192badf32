//! `security-txt-served`

use super::troubles;
use crate::evidence::TroubleKind;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "security-txt-served",
    class: Class::Advice,
    summary: "A security.txt is served as RFC 9116 says it must be.",
    why: "It must be at `/.well-known/security.txt` (or, for old programs, `/security.txt`), over `https:`, as `text/plain` in UTF-8. Programs do not look elsewhere.",
    fails: r#"answers:
  mfa: {status: met, evidence: {url: "https://epi.example/about/security.txt", security-txt: true}}
"#,
    mended: r#"answers:
  mfa: {status: met, evidence: {url: "https://epi.example/.well-known/security.txt", security-txt: true}}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    troubles(context, TroubleKind::SecurityTxtServed, &RULE, "not served as it should be", findings);
}
