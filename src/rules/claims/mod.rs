//! Claims: the level of each track that a registry stands by.

pub(super) mod claim_above_level;
pub(super) mod claim_below_level;
pub(super) mod claim_missing;
pub(super) mod claim_not_applicable;
pub(super) mod no_primary_client;

use super::Context;
use crate::declaration::Problem;
use crate::declaration::grammar::Vocabulary;
use crate::read::{Kind, Node};

/// The claims, where they and the taxonomy could be read: else nothing can be said of them.
fn claims<'a>(context: &Context<'a>) -> Option<&'a Node> {
    let claims = context.reading.root.get("claims")?;
    (context.assessment.taxonomy_known && matches!(claims.kind, Kind::Map(_))).then_some(claims)
}

/// Whether the answers as a whole could not be read: the levels are then nobody's.
fn answers_are_unreadable(context: &Context<'_>) -> bool {
    !context.reading.root.get("answers").is_some_and(|answers| matches!(answers.kind, Kind::Map(_)))
}

/// Whether a claim for this track stands there under a misspelt name, which is reported itself.
fn misspelt(context: &Context<'_>, track: &str) -> bool {
    context.mismatches.iter().any(|mismatch| {
        matches!(&mismatch.problem, Problem::UnknownName { vocabulary: Vocabulary::Track, near: Some(near), .. } if near == track)
    })
}
