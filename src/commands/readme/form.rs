//! What a badge of a declaration may look like.

use crate::badge::{self, Badge, BadgeInput, Style};
use crate::principles::Catalogue;

/// A badge, and what was asked for it.
#[derive(Debug)]
pub(super) struct Form {
    /// What it says.
    pub(super) badge: Badge,
    /// The arguments of `badge` that ask for it, each behind a blank.
    pub(super) arguments: String,
}

/// The badge in each of its forms, the plain one first: whatever a README shows, it is one of them. The day does not matter:
/// `badge --check` sees to it.
pub(super) fn every_form(input: &BadgeInput<'_>, catalogue: &Catalogue) -> Vec<Form> {
    let tracks = catalogue.tracks.iter().map(|track| Some(&*track.id));
    let mut forms = Vec::new();
    for track in [None].into_iter().chain(tracks) {
        for style in [Style::Levels, Style::Counts] {
            for stale in [false, true] {
                let badge = badge::badge(&BadgeInput { stale, style, track, ..*input });
                let style = if style == Style::Counts { " --style counts" } else { "" };
                let track = track.map(|track| format!(" --track {track}")).unwrap_or_default();
                forms.push(Form { badge, arguments: format!("{track}{style}") });
            }
        }
    }
    forms
}
