//! Names for findings that stay when lines move, so that other tools can tell an old finding from a new one.

use crate::findings::Finding;
use crate::text::hash::sha256;
use std::collections::BTreeMap;

/// A fingerprint for each finding, all different: SHA-256 over the rule, the path in the declaration, and which one of
/// those with the same rule and path it is.
#[must_use]
pub fn fingerprints(findings: &[Finding]) -> Vec<String> {
    let mut seen: BTreeMap<(&str, String), usize> = BTreeMap::new();
    findings
        .iter()
        .map(|finding| {
            let at = finding.at.as_ref().map(ToString::to_string).unwrap_or_default();
            let nth = seen.entry((finding.rule.id, at.clone())).or_default();
            *nth += 1;
            // What an attacker writes stands last: it cannot pass for another field.
            sha256(format!("{}\0{nth}\0{at}", finding.rule.id).as_bytes())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::fingerprints;
    use crate::findings::{Finding, Place};
    use crate::read::Path;
    use crate::render::fixture::{ADVICE, BROKEN};
    use crate::text::span::Span;
    use std::collections::BTreeSet;

    #[test]
    fn the_same_finding_twice_has_two_fingerprints_and_both_stay_when_lines_move() {
        let at = Path::parse("answers.mfa").unwrap();
        let findings = vec![
            Finding::new(&BROKEN, &at, "x"),
            Finding::new(&BROKEN, &at, "x"),
            Finding::new(&ADVICE, &at, "x"),
            Finding::placed(&BROKEN, Place::File, "x"),
        ];
        let before = fingerprints(&findings);
        assert_eq!(before.iter().collect::<BTreeSet<_>>().len(), 4);
        let mut moved = findings;
        for finding in &mut moved {
            finding.place = Place::Span(Span::new(900, 901));
            finding.message.push('!');
        }
        assert_eq!(fingerprints(&moved), before);
    }
}
