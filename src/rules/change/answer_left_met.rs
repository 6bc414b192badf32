//! `answer-left-met`

use super::{now, regressions};
use crate::findings::{Class, Finding, Rule};
use crate::gate::RegressionKind;
use crate::rules::Context;
use crate::text::passage::shorten;

pub(super) const BEFORE: &str = "answers:\n  mfa: {status: met, evidence: docs/help.md}\n";

pub(in crate::rules) static RULE: Rule = Rule {
    id: "answer-left-met",
    class: Class::Regression,
    summary: "An answer that was met stays met, or its step down is owned up to.",
    why: "People rely on what was met. Where it does not hold any more, an entry of `withdrawals` in the same change says so: being honest is always possible, being silent is not. The claim must come down too where the level fell.",
    fails: "answers:\n  mfa: {status: planned, plan: {by: 2027-03-31}}\n",
    mended: r"answers:
  mfa: {status: planned, plan: {by: 2027-03-31}}
withdrawals:
  - {date: 2026-11-20, at: answers.mfa, reason: the service was switched off after an incident}
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    regressions(context, &RULE, findings, |kind| {
        let RegressionKind::LeftMet { requirement, after, unreadable, clients, implied } = kind else {
            return None;
        };
        let clients = clients.iter().map(|client| shorten(client));
        let clients = match clients.len() {
            0 => String::new(),
            1 => format!(" for the client {}", Context::names(clients)),
            _ => format!(" for the clients {}", Context::names(clients)),
        };
        let implied = match implied.len() {
            0 => String::new(),
            _ => format!(", and with it {}, which it implied", Context::names(implied)),
        };
        Some(format!("`{requirement}` left met{clients}{implied}: {}", now(*after, *unreadable)))
    });
}
