//! `review-before-evidence`

use crate::findings::{Class, Finding, Place, Rule};
use crate::read::{Part, Path};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "review-before-evidence",
    class: Class::Malformed,
    summary: "`reviewed` is not older than the newest `as-of`.",
    why: "Evidence that is newer than the review was added by somebody who did not review: going through all the answers is what `reviewed` says.",
    fails: r#"reviewed: 2026-08-21
answers:
  mfa: {status: met, evidence: {url: "https://epi.example/mfa", as-of: 2026-09-01}}
"#,
    mended: r#"reviewed: 2026-09-02
answers:
  mfa: {status: met, evidence: {url: "https://epi.example/mfa", as-of: 2026-09-01}}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(reviewed) = context.declaration.reviewed else { return };
    let dated = context.judged_evidence().filter_map(|(_, item)| Some((item.as_of?, item)));
    // The first of the newest, so that the place does not depend on how ties fall.
    let Some((newest, item)) = dated.reduce(|best, next| if next.0 > best.0 { next } else { best }) else {
        return;
    };
    if newest > reviewed {
        findings.push(
            Finding::new(
                &RULE,
                &Path::top().key("reviewed"),
                format!("the review of {reviewed} is older than evidence as of {newest}"),
            )
            .label("older than the evidence")
            .related(Place::Path(item.at.key("as-of"), Part::Value), "the newest evidence")
            .help("go through all the answers, then set `reviewed` to that day"),
        );
    }
}
