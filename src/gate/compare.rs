//! Two declarations → what changed.

use super::acknowledge::acknowledge;
use super::clients::pairs;
use super::merge::merge;
use super::model::{AnswerChange, Comparison, EvidenceChange, PartsChange, PlanChange, Regression};
use super::pair::Pair;
use super::side::Side;
use super::{answers, claims, clients, evidence, levels, parts, plans, records, tracks, version};
use crate::declaration::Declaration;
use crate::principles::{self, Catalogue, LATEST};

/// What changed from one declaration to the other. Both are taken as far as they read. Answers and levels are compared under
/// the catalogue of the older one, or the newest that is known where its own is not.
#[must_use]
pub fn compare(before: &Declaration, after: &Declaration) -> Comparison {
    let known = |it: &Declaration| it.principles.as_deref().and_then(principles::by_version);
    let catalogue = known(before).unwrap_or(LATEST);
    compare_under(before, after, catalogue, known(after).unwrap_or(catalogue))
}

/// The same under the catalogues of both. What the newer one no longer asks for cannot be lost.
fn compare_under(
    before: &Declaration,
    after: &Declaration,
    catalogue: &Catalogue,
    newer: &Catalogue,
) -> Comparison {
    let (old, new) = (Side::new(before, catalogue), Side::new(after, catalogue));
    let (version, older) = version::change(before, after);
    let (tracks, dropped) = tracks::changes(&old, &new, catalogue);
    let (clients, gone) = clients::changes(&old, &new);
    let named = pairs(&old, &new, catalogue);
    let mut answers: Vec<AnswerChange> = Vec::new();
    let mut moved_parts: Vec<PartsChange> = Vec::new();
    let mut moved_plans: Vec<PlanChange> = Vec::new();
    let mut evidence: Vec<EvidenceChange> = Vec::new();
    let mut fell: Vec<Regression> = Vec::new();
    for track in catalogue.tracks.iter().filter(|track| old.applies(track) && new.applies(track)) {
        let pairs = if track.per_cli { named.as_slice() } else { &[Pair::ONLY] };
        for pair in pairs {
            answers.extend(answers::changes(&old, &new, track, pair));
            moved_parts.extend(parts::changes(&old, &new, catalogue, track, pair));
            moved_plans.extend(plans::changes(&old, &new, catalogue, track, pair));
            for change in evidence::changes(&old, &new, catalogue, track, pair) {
                // The evidence of a default that several clients share is one.
                if !evidence.contains(&change) {
                    evidence.push(change);
                }
            }
        }
        fell.extend(levels::regressions(&old, &new, track, pairs));
    }
    let is_asked = |requirement: &str| newer.requirement(requirement).is_some();
    answers.retain(|change| is_asked(&change.requirement));
    moved_parts.retain(|change| is_asked(&change.requirement));
    moved_plans.retain(|change| is_asked(&change.requirement));
    evidence.retain(|change| is_asked(&change.requirement));
    let answers = answers::merge(answers);
    let mut regressions: Vec<Regression> = Vec::new();
    let gone = gone.into_iter().chain(clients::behind(&old, &new, catalogue, &named));
    let all = older.into_iter().chain(dropped).chain(gone).chain(answers::regressions(&answers));
    for regression in all.chain(evidence::regressions(&evidence)).chain(fell) {
        // One thing that stepped down is said once.
        if !regressions.iter().any(|it| it.at == regression.at) {
            regressions.push(regression);
        }
    }
    let withdrawn = records::withdrawals_added(before, after);
    let idle = acknowledge(&mut regressions, &answers, &withdrawn);
    Comparison {
        principles: catalogue.version.to_string(),
        version,
        levels: levels::changes(&old, &new, catalogue, &answers, &clients),
        tracks,
        answers,
        parts: merge(moved_parts),
        plans: merge(moved_plans),
        evidence,
        clients,
        claims: claims::changes(before, after, catalogue),
        recorded: records::withdrawals_kept(before, after, &withdrawn),
        withdrawn,
        idle,
        unrecorded: records::withdrawals_gone(before, after),
        ignored: records::ignores_added(before, after),
        regressions,
    }
}

#[cfg(test)]
mod tests {
    use super::compare_under;
    use crate::declaration::{Declaration, decode};
    use crate::principles::LATEST;
    use crate::read::read;

    fn declaration(text: &str) -> Declaration {
        decode(&read("f", text.as_bytes()).unwrap().root)
    }

    #[test]
    fn what_a_newer_framework_no_longer_asks_for_is_not_lost() {
        let mut newer = LATEST.clone();
        newer.requirements.to_mut().retain(|it| it.id != "mfa");
        let before = declaration(
            "answers: {mfa: {status: met, evidence: a.md}, sbom: {status: met, evidence: a.md}}\n",
        );
        let after = declaration("answers: {}\n");
        let lost = |newer| compare_under(&before, &after, LATEST, newer).regressions.len();
        assert_eq!((lost(LATEST), lost(&newer)), (2, 1));
    }
}
