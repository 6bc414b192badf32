//! `principles-older`

use super::regressions;
use crate::findings::{Class, Finding, Rule};
use crate::gate::RegressionKind;
use crate::rules::Context;
use crate::text::passage::shorten;

pub(super) const BEFORE: &str = "principles: v0.2\n";

pub(in crate::rules) static RULE: Rule = Rule {
    id: "principles-older",
    class: Class::Regression,
    summary: "The framework version does not go back.",
    why: "An older version asks for less: the same answers would amount to more, and nobody would have done anything.",
    fails: "principles: v0.1\n",
    mended: "principles: v0.1\nwithdrawals:\n  - {date: 2026-11-20, at: principles, reason: the draft was withdrawn by its authors}\n",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    regressions(context, &RULE, findings, |kind| match kind {
        RegressionKind::PrinciplesOlder { before, after } => Some(format!(
            "the answers went back to version {} of the framework, from {}",
            shorten(after),
            shorten(before)
        )),
        _ => None,
    });
}
