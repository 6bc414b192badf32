//! The badge in the README, held against the declaration.

mod difference;
mod files;
mod form;
mod judge;
mod pages;
mod place;

use crate::badge::{self, BadgeInput};
use crate::declaration::PLACES;
use crate::evidence::repository::Repository;
use crate::findings::{Class, Finding};
use crate::principles::Catalogue;
use files::Files;
use form::{Form, every_form};
use judge::Judge;
use place::Ground;
use std::cell::{OnceCell, RefCell};

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
    let forms: OnceCell<Vec<Form>> = OnceCell::new();
    let judge = Judge {
        declaration: path,
        judged: RefCell::default(),
        registry: input.registry.and_then(badge::marker::registry),
        ground: Ground::new(repository, input.registry),
        files: Files::new(repository),
        forms: &|| forms.get_or_init(|| every_form(input, catalogue)),
    };
    pages::pages(repository).iter().flat_map(|page| judge.page(page)).collect()
}
