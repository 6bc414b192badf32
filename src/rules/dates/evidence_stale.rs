//! `evidence-stale`

use super::days_between;
use crate::declaration::Status;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "evidence-stale",
    class: Class::Neglected,
    summary: "Evidence of what must recur is recent enough.",
    why: "\"Periodic\" is not met by one review long ago: for some requirements the catalogue says how old the newest evidence may be (`max-age-days`).",
    fails: r#"answers:
  security-reviews: {status: met, evidence: {url: "https://epi.example/audit", as-of: 2015-01-01}}
"#,
    mended: r#"answers:
  security-reviews: {status: met, evidence: {url: "https://epi.example/audit", as-of: 2026-04-16}}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (answer, requirement) in context.judged() {
        let Some(most) = requirement.max_age_days.filter(|_| answer.status == Some(Status::Met)) else {
            continue;
        };
        let dated = answer.evidence.iter().filter_map(|item| Some((item.as_of?, item)));
        let Some((newest, item)) = dated.reduce(|best, next| if next.0 > best.0 { next } else { best })
        else {
            continue;
        };
        let days = days_between(newest, context.today);
        if days > i64::from(most) {
            findings.push(
                Finding::new(
                    &RULE,
                    &item.at.key("as-of"),
                    format!(
                        "the newest evidence of `{}` is {days} days old; at most {most} are allowed",
                        answer.id
                    ),
                )
                .label("too old")
                .help("add newer evidence, or answer `partial`"),
            );
        }
    }
}
