//! Two declarations → what changed.

use super::acknowledge::acknowledge;
use super::clients::{Pair, pairs};
use super::model::{AnswerChange, Comparison, EvidenceChange, Regression};
use super::side::Side;
use super::{answers, claims, clients, evidence, levels, records, tracks, version};
use crate::declaration::Declaration;
use crate::principles::{self, Catalogue, LATEST};

/// What changed from one declaration to the other. Both are taken as far as they read. Answers and levels are compared under
/// the catalogue of the older one, or the newest that is known where its own is not.
#[must_use]
pub fn compare(before: &Declaration, after: &Declaration) -> Comparison {
    let catalogue: &Catalogue =
        before.principles.as_deref().and_then(principles::by_version).unwrap_or(LATEST);
    let (old, new) = (Side::new(before, catalogue), Side::new(after, catalogue));
    let (version, older) = version::change(before, after);
    let (tracks, dropped) = tracks::changes(&old, &new, catalogue);
    let (clients, gone) = clients::changes(&old, &new);
    let named = pairs(&old, &new, catalogue);
    let mut answers: Vec<AnswerChange> = Vec::new();
    let mut evidence: Vec<EvidenceChange> = Vec::new();
    let mut fell: Vec<Regression> = Vec::new();
    for track in catalogue.tracks.iter().filter(|track| old.applies(track) && new.applies(track)) {
        let pairs = if track.per_cli { named.as_slice() } else { &[Pair::ONLY] };
        for pair in pairs {
            answers.extend(answers::changes(&old, &new, track, pair));
            for change in evidence::changes(&old, &new, catalogue, track, pair) {
                // The evidence of a default that several clients share is one.
                if !evidence.contains(&change) {
                    evidence.push(change);
                }
            }
        }
        fell.extend(levels::regressions(&old, &new, track, pairs));
    }
    let answers = answers::merge(answers);
    let mut regressions: Vec<Regression> = Vec::new();
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
        evidence,
        clients,
        claims: claims::changes(before, after, catalogue),
        withdrawn,
        idle,
        unrecorded: records::withdrawals_gone(before, after),
        ignored: records::ignores_added(before, after),
        regressions,
    }
}
