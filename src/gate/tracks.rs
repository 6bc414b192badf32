//! Which tracks apply, and what in the taxonomy is to blame where one no longer does.

use super::model::{Regression, RegressionKind, TrackChange};
use super::side::Side;
use crate::assessment::applies::by_taxonomy;
use crate::declaration::Registry;
use crate::principles::{Catalogue, Track};
use crate::read::Path;

/// Tracks that stopped or began to apply, and one regression for each part of the taxonomy that took some away.
pub(super) fn changes(
    before: &Side<'_>,
    after: &Side<'_>,
    catalogue: &Catalogue,
) -> (Vec<TrackChange>, Vec<Regression>) {
    let mut changes = Vec::new();
    let mut regressions: Vec<Regression> = Vec::new();
    for track in catalogue.tracks.iter() {
        let applies = after.applies(track);
        // Of a taxonomy that could not be read, nothing is lost.
        if before.applies(track) == applies || !is_known(track, &before.declaration.registry) {
            continue;
        }
        let side = if applies { after } else { before };
        let level = side.level(&track.id).unwrap_or(0);
        changes.push(TrackChange { track: track.id.to_string(), applies, level });
        if applies {
            continue;
        }
        let at = Path::top().key("registry").key(blame(
            track,
            &before.declaration.registry,
            &after.declaration.registry,
        ));
        let known = regressions.iter_mut().find(|it| it.at == at);
        match known {
            Some(Regression { kind: RegressionKind::TrackDropped { tracks }, .. }) => {
                tracks.push(track.id.to_string());
            }
            _ => regressions.push(Regression {
                at,
                kind: RegressionKind::TrackDropped { tracks: vec![track.id.to_string()] },
                acknowledged: None,
            }),
        }
    }
    (changes, regressions)
}

/// Whether a declaration says what decides on a track.
fn is_known(track: &Track, registry: &Registry) -> bool {
    let accounts = !track.needs_user_accounts || registry.user_accounts.is_some();
    accounts && (track.needs_packages.is_empty() || registry.packages.is_some())
}

fn blame(track: &Track, before: &Registry, after: &Registry) -> &'static str {
    if !by_taxonomy(track, before) {
        return "also-assess";
    }
    let lost_accounts = track.needs_user_accounts && after.user_accounts == Some(false);
    if lost_accounts { "user-accounts" } else { "packages" }
}
