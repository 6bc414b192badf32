//! Why a track does not apply, in the words of the taxonomy.

use crate::principles::Track;
use crate::render::Report;
use crate::render::cells::clean;

/// ` (source-only, no user accounts)`, or nothing where the catalogue at hand does not say it.
pub(super) fn why_not(report: &Report, track: &str) -> String {
    let (Some(track), Some(declaration)) = (report.catalogue.track(track), report.declaration) else {
        return String::new();
    };
    let registry = &declaration.registry;
    let packages = registry.packages.as_deref().filter(|kinds| lacks(track, kinds));
    let packages = packages
        .map(|kinds| if kinds.is_empty() { "no packages".to_owned() } else { clean(&kinds.join(", ")) });
    let accounts = (track.needs_user_accounts && registry.user_accounts == Some(false))
        .then(|| "no user accounts".to_owned());
    let why: Vec<String> = [packages, accounts].into_iter().flatten().collect();
    if why.is_empty() { String::new() } else { format!(" ({})", why.join(", ")) }
}

fn lacks(track: &Track, kinds: &[String]) -> bool {
    let needed = &track.needs_packages;
    !needed.is_empty() && !kinds.iter().any(|kind| needed.iter().any(|it| it == kind))
}
