//! `withdrawal-removed`

use crate::findings::{Class, Finding, Rule};
use crate::read::Path;
use crate::rules::Context;
use crate::text::passage::shorten;

pub(super) const BEFORE: &str = r"withdrawals:
  - {date: 2026-01-20, at: answers.mfa, reason: the service was switched off after an incident}
";

pub(in crate::rules) static RULE: Rule = Rule {
    id: "withdrawal-removed",
    class: Class::SteppedDown,
    summary: "Entries of `withdrawals` stay.",
    why: "The list is the public record of steps down: it keeps what happened, also after things are better again.",
    fails: "withdrawals: []\n",
    mended: r"withdrawals:
  - {date: 2026-01-20, at: answers.mfa, reason: the service was switched off after an incident}
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let gone = context.comparison.into_iter().flat_map(|comparison| &comparison.unrecorded);
    for at in gone {
        let message = format!("an entry of `withdrawals` for `{}` is gone", shorten(&at.to_string()));
        findings.push(
            Finding::at_key(&RULE, &Path::top().key("withdrawals"), message)
                .label("shorter than it was")
                .help("put it back: the record stays"),
        );
    }
}
