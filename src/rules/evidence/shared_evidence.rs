//! `shared-evidence`

use crate::declaration::{Check, Locator};
use crate::findings::{Class, Finding, Place, Rule};
use crate::read::{Part, Path};
use crate::rules::Context;
use crate::text::passage::shorten;
use std::collections::BTreeMap;

/// How many answers may rest on one page.
const MOST: usize = 5;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "shared-evidence",
    class: Class::Advice,
    summary: "One page does not carry many answers.",
    why: "A page that is cited for everything is usually cited for what it says in passing. Cite the section (`#fragment`), or quote the sentence.",
    fails: r#"answers:
  mfa: {status: unmet, evidence: "https://epi.example/security"}
  recovery-policy: {status: unmet, evidence: "https://epi.example/security"}
  email-verification: {status: unmet, evidence: "https://epi.example/security"}
  typosquatting: {status: unmet, evidence: "https://epi.example/security"}
  unpublish-policy: {status: unmet, evidence: "https://epi.example/security"}
  token-prefix: {status: unmet, evidence: "https://epi.example/security"}
"#,
    mended: r#"answers:
  mfa: {status: unmet, evidence: "https://epi.example/security"}
  recovery-policy: {status: unmet, evidence: "https://epi.example/security"}
  email-verification: {status: unmet, evidence: "https://epi.example/security"}
  typosquatting: {status: unmet, evidence: "https://epi.example/security"}
  unpublish-policy: {status: unmet, evidence: "https://epi.example/security"}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut cited: BTreeMap<&str, Vec<(Path, &str)>> = BTreeMap::new();
    for (answer, item) in context.judged_evidence() {
        let Some(Locator::Url(url)) = item.locator() else { continue };
        let page = url.split_once('#').map_or(url.as_str(), |(page, _)| page);
        let quoted = item.checks.iter().any(|check| matches!(check, Check::Quote(_)));
        let places = cited.entry(page).or_default();
        if page == url && !quoted && places.iter().all(|(_, id)| *id != answer.id) {
            places.push((item.locator_at.clone(), &answer.id));
        }
    }
    for (page, places) in cited {
        let [(first, _), rest @ ..] = places.as_slice() else { continue };
        if places.len() > MOST {
            let mut finding = Finding::new(
                &RULE,
                first,
                format!("`{}` is the evidence of {} answers", shorten(page), places.len()),
            )
            .label("cited as a whole")
            .help("cite the section (`#fragment`) or quote the sentence that each answer rests on");
            for (at, id) in rest.iter().take(3) {
                finding = finding.related(Place::Path(at.clone(), Part::Value), format!("also for `{id}`"));
            }
            findings.push(finding);
        }
    }
}
