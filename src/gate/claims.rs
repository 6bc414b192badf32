//! Claims that are others now.

use super::model::ClaimChange;
use crate::declaration::Declaration;
use crate::principles::Catalogue;

pub(super) fn changes(before: &Declaration, after: &Declaration, catalogue: &Catalogue) -> Vec<ClaimChange> {
    let tracks = catalogue.tracks.iter().map(|track| &*track.id);
    let claims = tracks.map(|track| ClaimChange {
        track: track.to_owned(),
        before: before.claims.get(track).copied(),
        after: after.claims.get(track).copied(),
    });
    claims.filter(|claim| claim.before != claim.after).collect()
}
