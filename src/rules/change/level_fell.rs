//! `level-fell`

use super::{now, regressions};
use crate::findings::{Class, Finding, Rule};
use crate::gate::RegressionKind;
use crate::rules::Context;

pub(super) const BEFORE: &str = r"answers:
  pinned-installs: {status: met, evidence: docs/help.md}
  vulnerability-disclosure: {status: met, evidence: docs/help.md}
  typosquatting: {status: met, evidence: docs/help.md}
  unpublish-policy: {status: met, evidence: docs/help.md}
  malware-reporting: {status: met, evidence: docs/help.md}
  malware-detection: {status: met, evidence: docs/help.md}
  vulnerability-warnings: {status: not-applicable, reason: the registry has no pages for packages}
";

pub(in crate::rules) static RULE: Rule = Rule {
    id: "level-fell",
    class: Class::Regression,
    summary: "No level falls for a reason that nothing else names.",
    why: "A requirement that could not apply was left out of the count. Where it applies now and is not met, the level falls, although no answer left met.",
    fails: r"answers:
  pinned-installs: {status: met, evidence: docs/help.md}
  vulnerability-disclosure: {status: met, evidence: docs/help.md}
  typosquatting: {status: met, evidence: docs/help.md}
  unpublish-policy: {status: met, evidence: docs/help.md}
  malware-reporting: {status: met, evidence: docs/help.md}
  malware-detection: {status: met, evidence: docs/help.md}
  vulnerability-warnings: unmet
",
    mended: r"answers:
  pinned-installs: {status: met, evidence: docs/help.md}
  vulnerability-disclosure: {status: met, evidence: docs/help.md}
  typosquatting: {status: met, evidence: docs/help.md}
  unpublish-policy: {status: met, evidence: docs/help.md}
  malware-reporting: {status: met, evidence: docs/help.md}
  malware-detection: {status: met, evidence: docs/help.md}
  vulnerability-warnings: unmet
withdrawals:
  - {date: 2026-11-20, at: answers.vulnerability-warnings, reason: the registry shows pages for packages now}
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    regressions(context, &RULE, findings, |kind| match kind {
        RegressionKind::LevelFell { track, before, after, requirement, now: status } => Some(format!(
            "{track} fell from level {before} to {after}: `{requirement}` did not apply, and {}",
            now(*status, false)
        )),
        _ => None,
    });
}
