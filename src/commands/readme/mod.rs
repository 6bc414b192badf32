//! The badge in the README, held against the declaration.

mod files;
mod judge;
mod pages;
mod place;

use crate::badge::{self, Badge, BadgeInput, Style};
use crate::declaration::PLACES;
use crate::evidence::repository::Repository;
use crate::findings::{Class, Finding};
use crate::principles::Catalogue;
use files::Files;
use judge::Judge;
use place::Ground;
use std::cell::OnceCell;

/// What is wrong with badges of this tool in a README. A declaration that was named by hand is not the one that it shows; of one
/// that is malformed no badge says anything.
pub(super) fn findings(
    repository: &dyn Repository,
    path: &str,
    input: &BadgeInput<'_>,
    catalogue: &Catalogue,
    found: &[Finding],
) -> Vec<Finding> {
    let is_malformed = found.iter().any(|it| matches!(it.class, Class::Unreadable | Class::Malformed));
    if !PLACES.contains(&path) || is_malformed {
        return Vec::new();
    }
    let forms: OnceCell<Vec<Badge>> = OnceCell::new();
    let judge = Judge {
        declaration: path,
        registry: input.registry.and_then(badge::marker::registry),
        ground: Ground::new(repository, input.registry),
        files: Files::new(repository),
        forms: &|| forms.get_or_init(|| every_form(input, catalogue)),
    };
    pages::pages(repository).iter().flat_map(|page| judge.page(page)).collect()
}

/// The badge in each of its forms: whatever a README shows, it is one of them. The day does not matter: `badge --check` sees to it.
fn every_form(input: &BadgeInput<'_>, catalogue: &Catalogue) -> Vec<Badge> {
    let tracks = catalogue.tracks.iter().map(|track| Some(&*track.id));
    let mut forms = Vec::new();
    for track in [None].into_iter().chain(tracks) {
        for style in [Style::Levels, Style::Counts] {
            for stale in [false, true] {
                forms.push(badge::badge(&BadgeInput { stale, style, track, ..*input }));
            }
        }
    }
    forms
}
