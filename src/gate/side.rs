//! One of the two declarations, assessed under the catalogue of the comparison.

use crate::assessment::answers::effective;
use crate::assessment::{Assessment, RequirementStanding, Suspects, assess};
use crate::declaration::{Answer, Client, Declaration};
use crate::evidence::Outcomes;
use crate::principles::{Catalogue, Requirement, Track};

pub(super) struct Side<'a> {
    pub(super) declaration: &'a Declaration,
    pub(super) assessment: Assessment,
}

impl<'a> Side<'a> {
    /// By statuses alone: the day and the network play no part.
    pub(super) fn new(declaration: &'a Declaration, catalogue: &Catalogue) -> Self {
        let assessment = assess(declaration, catalogue, &Outcomes::new(), &Suspects::new());
        Self { declaration, assessment }
    }

    pub(super) fn applies(&self, track: &Track) -> bool {
        self.assessment.track(&track.id).is_some_and(|it| it.applies)
    }

    /// The declared level, as reports show it.
    pub(super) fn level(&self, track: &str) -> Option<u8> {
        Some(self.assessment.track(track)?.standing.as_ref()?.declared)
    }

    /// How every requirement of a track stands, for a client or for the defaults, and the level that this makes.
    pub(super) fn standing(
        &self,
        track: &Track,
        client: Option<&Client>,
    ) -> Option<(u8, &[RequirementStanding])> {
        let standing = self.assessment.track(&track.id)?;
        let own = client.filter(|_| track.per_cli);
        let standing = match own {
            Some(client) => &standing.clients.iter().find(|it| it.name == client.name)?.standing,
            None => standing.standing.as_ref()?,
        };
        Some((standing.declared, &standing.requirements))
    }

    /// The answer that counts, default applied.
    pub(super) fn answer(&self, requirement: &Requirement, client: Option<&'a Client>) -> Option<&'a Answer> {
        effective(self.declaration, client, requirement)
    }

    /// The parts of a requirement that its answer says cannot apply; none where another answer implies it.
    pub(super) fn parts_left_out(&self, standing: &RequirementStanding) -> Vec<&'a str> {
        let written = standing.answer.as_ref().filter(|_| standing.implied_by.is_none());
        let answer = written.and_then(|at| self.declaration.all_answers().find(|answer| answer.at == *at));
        answer.map_or_else(Vec::new, |it| {
            it.not_applicable_parts.iter().map(|(part, _)| part.as_str()).collect()
        })
    }

    /// Whether the level of the clients' track rests on a client.
    pub(super) fn is_primary(&self, client: &Client) -> bool {
        client.is_primary(self.declaration.clis.len() == 1)
    }
}
