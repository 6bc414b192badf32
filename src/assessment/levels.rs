//! `level(track) = the greatest L with ok(r) for every applicable requirement of levels 1..L`.

use super::model::{Blocker, Count, RequirementStanding};

/// The highest level of the framework.
pub(super) const HIGHEST: u8 = 3;

/// The level, given which applicable requirements are ok.
pub(super) fn level(requirements: &[RequirementStanding], ok: impl Fn(&RequirementStanding) -> bool) -> u8 {
    let short = requirements.iter().filter(|it| it.is_applicable() && !ok(it)).map(|it| it.level).min();
    short.map_or(HIGHEST, |lowest| lowest.saturating_sub(1))
}

/// Met of applicable for each level.
pub(super) fn counts(requirements: &[RequirementStanding]) -> [Count; 3] {
    let mut counts = [Count::default(); 3];
    for requirement in requirements {
        let Some(count) = counts.get_mut(usize::from(requirement.level).saturating_sub(1)) else { continue };
        if requirement.is_applicable() {
            count.applicable += 1;
            count.met += usize::from(requirement.is_met());
        } else {
            count.not_applicable += 1;
        }
    }
    counts
}

/// What keeps a track from the level above `level`.
pub(super) fn blockers(requirements: &[RequirementStanding], level: u8) -> Vec<Blocker> {
    requirements
        .iter()
        .filter(|it| it.level == level + 1 && it.is_applicable() && (!it.is_met() || it.contradicted))
        .map(|it| Blocker {
            requirement: it.id.clone(),
            status: it.status,
            missing: it.missing.clone(),
            contradicted: it.is_met() && it.contradicted,
        })
        .collect()
}

/// Ids that are met above `level`.
pub(super) fn ahead(requirements: &[RequirementStanding], level: u8) -> Vec<String> {
    let met = requirements.iter().filter(|it| it.level > level && it.is_met() && !it.contradicted);
    met.map(|it| it.id.clone()).collect()
}
