//! `--principles FILE`: a catalogue from a file.

use super::model::{Catalogue, file::CatalogueFile};
use std::collections::BTreeSet;
use thiserror::Error;

/// Why a catalogue file cannot be used.
#[derive(Debug, Error)]
pub enum LoadError {
    /// It is no YAML of the catalogue's form.
    #[error("not a catalogue: {0}")]
    Form(#[from] serde_yaml::Error),
    /// Its parts do not fit together: every problem, one a line.
    #[error("the catalogue does not hold together:\n  {}", .0.join("\n  "))]
    Integrity(Vec<String>),
}

/// Reads a catalogue from the text of a file.
///
/// # Errors
/// [`LoadError`] where it is no catalogue, or one whose ids do not resolve.
pub fn load(text: &str) -> Result<Catalogue, LoadError> {
    let catalogue = Catalogue::from(serde_yaml::from_str::<CatalogueFile>(text)?);
    let problems = integrity(&catalogue);
    if problems.is_empty() { Ok(catalogue) } else { Err(LoadError::Integrity(problems)) }
}

/// Everything that keeps a catalogue from holding together; empty for a sound one.
fn integrity(catalogue: &Catalogue) -> Vec<String> {
    let mut problems = Vec::new();
    let mut say = |problem: String| problems.push(problem);
    let references: BTreeSet<&str> = catalogue.references.iter().map(|reference| &*reference.id).collect();
    for requirement in catalogue.requirements.iter() {
        let id = &requirement.id;
        if catalogue.track(&requirement.track).is_none() {
            say(format!("{id}: its track `{}` is not there", requirement.track));
        }
        if !(1..=3).contains(&requirement.level) {
            say(format!("{id}: level {} is none of 1, 2, 3", requirement.level));
        }
        if !requirement.parts.is_empty() && requirement.mandatory_parts().next().is_none() {
            say(format!("{id}: every part is optional"));
        }
        for implied in requirement.implies.iter() {
            if catalogue.requirement(implied).is_none() {
                say(format!("{id}: implies `{implied}`, which is not there"));
            } else if reaches(catalogue, implied, id, 0) {
                say(format!("{id}: implies itself through `{implied}`"));
            }
        }
        for see in requirement.see.iter().filter(|see| !references.contains(&***see)) {
            say(format!("{id}: see `{see}`, which is no reference"));
        }
    }
    problems
}

fn reaches(catalogue: &Catalogue, from: &str, to: &str, depth: usize) -> bool {
    if from == to {
        return true;
    }
    // A chain longer than the catalogue has gone round some other circle, which is reported where it stands.
    depth <= catalogue.requirements.len()
        && catalogue
            .requirement(from)
            .is_some_and(|it| it.implies.iter().any(|next| reaches(catalogue, next, to, depth + 1)))
}
