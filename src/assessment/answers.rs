//! The answers that count: for each requirement of a track, a client's own answer or the default.

use crate::declaration::{Answer, Client, Declaration, Status};
use crate::principles::Requirement;

/// The answer to a requirement, for a client where the track has clients: its own, else the top-level default.
#[must_use]
pub fn effective<'a>(
    declaration: &'a Declaration,
    client: Option<&'a Client>,
    requirement: &Requirement,
) -> Option<&'a Answer> {
    let own = client.and_then(|client| find(&client.answers, &requirement.id));
    // `unknown` is the same as leaving the id out.
    own.filter(|answer| answer.status != Some(Status::Unknown))
        .or_else(|| find(&declaration.answers, &requirement.id))
}

fn find<'a>(answers: &'a [Answer], id: &str) -> Option<&'a Answer> {
    answers.iter().find(|answer| answer.id == id)
}
