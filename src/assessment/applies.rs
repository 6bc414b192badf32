//! Which tracks apply to a registry.

use crate::declaration::Registry;
use crate::principles::Track;

/// Whether a track applies: its conditions hold for the taxonomy, or it was opted in. A taxonomy that could not be read holds
/// any condition, so that nothing is silently left out.
#[must_use]
pub fn applies(track: &Track, registry: &Registry) -> bool {
    by_taxonomy(track, registry) || (track.opt_in && registry.also_assess.iter().any(|id| *id == track.id))
}

/// Whether a track applies by the taxonomy alone.
#[must_use]
pub fn by_taxonomy(track: &Track, registry: &Registry) -> bool {
    let accounts = !track.needs_user_accounts || registry.user_accounts.unwrap_or(true);
    let packages = track.needs_packages.is_empty()
        || registry
            .packages
            .as_ref()
            .is_none_or(|kinds| kinds.iter().any(|kind| track.needs_packages.iter().any(|it| it == kind)));
    accounts && packages
}
