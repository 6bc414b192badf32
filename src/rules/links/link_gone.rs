//! `link-gone`

use super::troubles;
use crate::evidence::TroubleKind;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "link-gone",
    class: Class::RemoteEvidence,
    summary: "The page, file, commit or issue is there.",
    why: "A link that leads nowhere shows nothing. A page counts as gone where its host answers 404 or 410 for it and has other pages; a file, commit or issue on GitHub only where its repository can be seen, since GitHub answers 404 for private ones too.",
    fails: r#"answers:
  mfa: {status: met, evidence: "https://epi.example/gone"}
"#,
    mended: r#"answers:
  mfa: {status: met, evidence: "https://epi.example/help"}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    troubles(context, TroubleKind::Gone, &RULE, "gone", findings);
}
