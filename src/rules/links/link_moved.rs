//! `link-moved`

use super::troubles;
use crate::evidence::TroubleKind;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "link-moved",
    class: Class::Advice,
    summary: "An address is the one that the page has now.",
    why: "Redirects end one day, and whoever takes a name that was given up takes the links to it. Only redirects that say they are permanent count, and repositories that were renamed or transferred.",
    fails: r#"answers:
  mfa: {status: met, evidence: "https://epi.example/old"}
"#,
    mended: r#"answers:
  mfa: {status: met, evidence: "https://epi.example/help"}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    troubles(context, TroubleKind::Moved, &RULE, "has moved", findings);
}
