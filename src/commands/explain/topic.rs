//! What an id on the command line means.

use crate::findings::Rule;
use crate::principles::{Catalogue, Requirement};
use crate::text::sanitize;
use thiserror::Error;

/// Something that can be explained.
#[derive(Clone, Copy, Debug)]
pub enum Topic<'a> {
    /// A requirement of the catalogue.
    Requirement(&'a Requirement),
    /// A rule.
    Rule(&'a Rule),
}

/// An id that is neither a requirement's nor a rule's.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("`{}` is neither a requirement nor a rule{}", sanitize::line(.id), said(.nearest))]
pub struct UnknownId {
    /// The id, as given.
    pub id: String,
    /// The known ids that come nearest, best first; none where none is near.
    pub nearest: Vec<String>,
}

/// How many near ids are named.
const NAMED: usize = 3;
/// How much of an id is compared, in characters.
const LONGEST: usize = 64;

/// The requirement or rule of an id.
///
/// # Errors
/// [`UnknownId`] with the ids that come nearest.
pub fn find<'a>(catalogue: &'a Catalogue, rules: &[&'a Rule], id: &str) -> Result<Topic<'a>, UnknownId> {
    if let Some(requirement) = catalogue.requirement(id) {
        return Ok(Topic::Requirement(requirement));
    }
    if let Some(rule) = rules.iter().find(|rule| rule.id == id) {
        return Ok(Topic::Rule(rule));
    }
    let known = catalogue.requirements.iter().map(|it| &*it.id).chain(rules.iter().map(|rule| rule.id));
    Err(UnknownId { id: id.to_owned(), nearest: nearest(id, known) })
}

/// The ids that come nearest: people mistype them, and people remember a word of them.
fn nearest<'a>(id: &str, known: impl Iterator<Item = &'a str>) -> Vec<String> {
    let wanted: String = id.chars().take(LONGEST).flat_map(char::to_lowercase).collect();
    let mut ranked: Vec<(usize, &str)> = known
        .filter_map(|candidate| {
            let distance = strsim::damerau_levenshtein(&wanted, candidate);
            let near = distance <= wanted.chars().count().max(candidate.len()) / 3;
            let word = wanted.chars().count() >= 3 && candidate.contains(&wanted);
            (near || word).then_some((distance, candidate))
        })
        .collect();
    ranked.sort_unstable();
    ranked.into_iter().take(NAMED).map(|(_, candidate)| candidate.to_owned()).collect()
}

fn said(nearest: &[String]) -> String {
    let listed: Vec<String> = nearest.iter().map(|id| format!("`{id}`")).collect();
    match listed.split_last() {
        None => "; `explain` alone lists all of them".to_owned(),
        Some((only, [])) => format!("; did you mean {only}?"),
        Some((last, others)) => format!("; did you mean {} or {last}?", others.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::{Topic, find};
    use crate::findings::{Class, Rule};
    use crate::principles::LATEST;

    const RULE: Rule =
        Rule { id: "review-overdue", class: Class::Neglected, summary: "", why: "", fails: "", mended: "" };

    fn error(id: &str) -> String {
        find(LATEST, &[&RULE], id).unwrap_err().to_string()
    }

    #[test]
    fn finds_requirements_and_rules() {
        assert!(matches!(find(LATEST, &[&RULE], "mfa"), Ok(Topic::Requirement(it)) if it.id == "mfa"));
        assert!(matches!(find(LATEST, &[&RULE], "review-overdue"), Ok(Topic::Rule(_))));
    }

    #[test]
    fn an_unknown_id_names_what_comes_nearest() {
        assert_eq!(
            error("trusted-publishng"),
            "`trusted-publishng` is neither a requirement nor a rule; did you mean `trusted-publishing`?"
        );
        assert!(
            error("malware").contains("`malware-detection`, `malware-reporting` or `malware-advisories`?")
        );
        assert!(error("review-overdu").contains("`review-overdue`"));
        assert!(error("banana").ends_with("; `explain` alone lists all of them"));
        assert!(!error("\u{1b}[2J").contains('\u{1b}'));
    }
}
