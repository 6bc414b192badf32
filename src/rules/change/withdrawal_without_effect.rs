//! `withdrawal-without-effect`

use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;
use crate::text::passage::shorten;

pub(super) const BEFORE: &str = "answers:\n  mfa: {status: met, evidence: docs/help.md}\n";

pub(in crate::rules) static RULE: Rule = Rule {
    id: "withdrawal-without-effect",
    class: Class::SteppedDown,
    summary: "An entry that a change adds to `withdrawals` names what it steps down.",
    why: "The list is the public record of steps down. An entry for something that did not regress records what did not happen; it does not count for a later change either.",
    fails: r"answers:
  mfa: {status: met, evidence: docs/help.md}
withdrawals:
  - {date: 2026-11-20, at: answers.mfa, reason: the service was switched off after an incident}
",
    mended: r"answers:
  mfa: unmet
withdrawals:
  - {date: 2026-11-20, at: answers.mfa, reason: the service was switched off after an incident}
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let idle = context.comparison.into_iter().flat_map(|comparison| &comparison.idle);
    for record in idle {
        let named = shorten(&record.names.to_string());
        findings.push(
            Finding::new(&RULE, &record.entry, format!("`{named}` did not regress in this change"))
                .label("withdraws nothing")
                .help("delete the entry, or name what stepped down"),
        );
    }
}
