//! `link-unreachable`

use super::is_address;
use crate::declaration::{Declaration, Item};
use crate::evidence::outcome::{Obstacle, Reach};
use crate::evidence::{Outcome, Outcomes, Trouble, TroubleKind};
use crate::findings::{Class, Finding, Rule};
use crate::read::Path;
use crate::rules::Context;
use crate::text::passage::shorten;
use std::collections::{BTreeMap, BTreeSet};

pub(in crate::rules) static RULE: Rule = Rule {
    id: "link-unreachable",
    class: Class::Unreachable,
    summary: "Every address that is evidence can be looked at.",
    why: "Nothing was seen, so nothing counts: the host did not answer, turned programs away, asked to log in, or the page needs a browser. What is the matter is said once for a host, and once for all where no host could be reached. Where a host turns programs away for good, look with a browser and accept the finding with `ignore`.",
    fails: r#"answers:
  mfa: {status: met, evidence: "https://epi.example/busy"}
"#,
    mended: r#"answers:
  mfa: {status: met, evidence: "https://epi.example/help"}
"#,
};

/// How many other places a finding names.
const MOST_SHOWN: usize = 6;

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (item, trouble) in context.troubles().filter(|(item, trouble)| is_address(item) && is_ours(trouble)) {
        let mut finding = Finding::new(&RULE, &item.locator_at, &trouble.message).label("not looked at");
        finding.notes.extend(trouble.notes.iter().filter(|note| !trouble.message.contains(*note)).cloned());
        finding.help.clone_from(&trouble.help);
        finding.obstacle.clone_from(&trouble.obstacle);
        findings.push(finding);
    }
}

fn is_ours(trouble: &Trouble) -> bool {
    matches!(trouble.kind, TroubleKind::Unreachable | TroubleKind::Unreadable)
}

/// What several links are said to have in common.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Together {
    /// There seems to be no network at all.
    Network,
    /// The run ended before they were asked for.
    Run,
    /// They are on one host.
    Host(String),
}

/// The findings with those of one host joined into one, and all of them where no host could be reached. What `ignore` accepts
/// is gone before, so that an entry for one link hides no other.
#[must_use]
pub fn joined(findings: Vec<Finding>, declaration: &Declaration, outcomes: &Outcomes) -> Vec<Finding> {
    let no_network = no_host_was_reached(declaration, outcomes);
    let order: BTreeMap<&Path, usize> =
        declaration.all_evidence().enumerate().map(|(index, (_, item))| (&item.locator_at, index)).collect();
    let mut groups: BTreeMap<Together, Vec<(Finding, Obstacle)>> = BTreeMap::new();
    let mut kept = Vec::new();
    for finding in findings {
        let Some(obstacle) = finding.obstacle.clone() else {
            kept.push(finding);
            continue;
        };
        let together = match obstacle.reach {
            Reach::Network | Reach::Run if no_network => Together::Network,
            Reach::Run => Together::Run,
            Reach::Network | Reach::Link | Reach::Unasked => Together::Host(obstacle.host.clone()),
        };
        groups.entry(together).or_default().push((finding, obstacle));
    }
    kept.extend(groups.into_iter().map(|(together, mut group)| {
        group.sort_by_key(|(finding, _)| finding.at.as_ref().and_then(|at| order.get(at)));
        join(&together, group)
    }));
    kept
}

/// Whether every address that was asked for failed on its way to the host.
fn no_host_was_reached(declaration: &Declaration, outcomes: &Outcomes) -> bool {
    let addresses = declaration.all_evidence().filter(|(_, item)| is_address(item));
    let verdicts = addresses.filter_map(|(_, item): (_, &Item)| outcomes.get(&item.at));
    let mut reaches = Vec::new();
    for verdict in verdicts.filter(|verdict| verdict.outcome != Outcome::Unchecked) {
        let obstacle = verdict.troubles.iter().find_map(|trouble| trouble.obstacle.as_ref());
        match obstacle.map(|obstacle| obstacle.reach) {
            Some(Reach::Unasked) => {}
            // Refused by policy before it was asked for.
            None if verdict.outcome == Outcome::Unreachable && verdict.troubles.is_empty() => {}
            reach => reaches.push(reach),
        }
    }
    let failed = |reach: &Option<Reach>| matches!(reach, Some(Reach::Network | Reach::Run));
    reaches.iter().all(failed) && reaches.contains(&Some(Reach::Network))
}

/// One finding of several, which stand in the order of the file.
fn join(together: &Together, group: Vec<(Finding, Obstacle)>) -> Finding {
    let count = group.len();
    let hosts: BTreeSet<&str> = group.iter().map(|(_, obstacle)| obstacle.host.as_str()).collect();
    let hosts = hosts.len();
    let mut reasons: BTreeMap<String, usize> = BTreeMap::new();
    for (_, obstacle) in &group {
        *reasons.entry(obstacle.what.clone()).or_default() += 1;
    }
    let is_one_reason = reasons.len() == 1;
    let reasons = in_words(reasons);
    let mut rest = group.into_iter();
    let Some((mut finding, _)) = rest.next() else {
        return Finding::placed(&RULE, crate::findings::Place::File, "");
    };
    if count == 1 {
        return finding;
    }
    finding.message = match together {
        Together::Network => {
            let hosts = if hosts == 1 { "one host".to_owned() } else { format!("{hosts} hosts") };
            format!("none of {count} links on {hosts} could be looked at: {reasons}")
        }
        Together::Run => format!("{count} links were not looked at: {reasons}"),
        Together::Host(host) => format!("{count} links on `{host}` could not be looked at: {reasons}"),
    };
    finding.notes.clear();
    if *together == Together::Network {
        finding.help = Some("see that there is a network (requests for evidence go through no proxy); `--offline` leaves addresses out".to_owned());
        return finding;
    }
    for (other, obstacle) in rest.by_ref().take(MOST_SHOWN) {
        // What all have in common is said already.
        let what = if is_one_reason { String::new() } else { format!(": {}", obstacle.what) };
        let place = other.at.as_ref().map(ToString::to_string).unwrap_or_default();
        finding = finding.note(format!("also `{}`{what}", shorten(&place)));
    }
    match rest.count() {
        0 => finding,
        more => finding.note(format!("and {more} more")),
    }
}

/// `no answer in time (3), it answered 503 (1)`: the most frequent first.
fn in_words(reasons: BTreeMap<String, usize>) -> String {
    let mut reasons: Vec<(String, usize)> = reasons.into_iter().collect();
    reasons.sort_by(|(one, fewer), (other, more)| more.cmp(fewer).then(one.cmp(other)));
    if let [(only, _)] = reasons.as_slice() {
        return only.clone();
    }
    reasons.iter().map(|(reason, count)| format!("{reason} ({count})")).collect::<Vec<_>>().join(", ")
}
