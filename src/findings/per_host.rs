//! What holds for all addresses of a host is said once.

use super::finding::Finding;
use crate::text::passage::shorten;
use std::collections::BTreeMap;

/// How many other places a finding names.
const MOST_NAMED: usize = 6;

/// What a finding has in common with others of its rule.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct OfHost {
    /// The host, with its port where that matters.
    pub host: String,
    /// What holds for the addresses: "are not encrypted".
    pub words: &'static str,
}

/// The findings, with those of one rule and one host joined into the first of them. What `ignore` accepts is gone before, so that
/// an entry for one address hides no other.
#[must_use]
pub fn per_host(findings: Vec<Finding>) -> Vec<Finding> {
    let mut first: BTreeMap<(&'static str, OfHost), usize> = BTreeMap::new();
    let mut others: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    let mut joined: Vec<Finding> = Vec::with_capacity(findings.len());
    for finding in findings {
        let Some(of) = finding.of_host.clone() else {
            joined.push(finding);
            continue;
        };
        if let Some(index) = first.get(&(finding.rule.id, of.clone())) {
            let at = finding.at.as_ref().map(ToString::to_string).unwrap_or_default();
            others.entry(*index).or_default().push(at);
        } else {
            first.insert((finding.rule.id, of), joined.len());
            joined.push(finding);
        }
    }
    for (index, places) in others {
        let finding = &mut joined[index];
        let Some(OfHost { host, words }) = &finding.of_host else { continue };
        finding.message = format!("{} addresses on `{}` {words}", places.len() + 1, shorten(host));
        finding.notes.extend(places.iter().take(MOST_NAMED).map(|at| format!("also `{}`", shorten(at))));
        if let more @ 1.. = places.len().saturating_sub(MOST_NAMED) {
            finding.notes.push(format!("and {more} more"));
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::per_host;
    use crate::findings::{Class, Finding, Rule};
    use crate::read::Path;

    static RULE: Rule = Rule { id: "a", class: Class::Weak, summary: "", why: "", fails: "", mended: "" };

    #[test]
    fn what_holds_for_a_host_is_said_once_with_all_its_places() {
        let at = |item| Path::top().key("e").item(item);
        let of = |item, host: &str| Finding::new(&RULE, &at(item), "one").of_host(host, "are so");
        let mut findings: Vec<Finding> = (0..9).map(|item| of(item, "a.example")).collect();
        findings.push(of(9, "b.example"));
        findings.push(Finding::new(&RULE, &at(10), "of no host"));
        let said: Vec<(String, usize)> =
            per_host(findings).into_iter().map(|it| (it.message, it.notes.len())).collect();
        assert_eq!(
            said,
            [
                ("9 addresses on `a.example` are so".to_owned(), 7),
                ("one".into(), 0),
                ("of no host".into(), 0)
            ]
        );
    }
}
