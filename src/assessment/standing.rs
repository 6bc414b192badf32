//! Declaration and outcomes → assessment.

use super::answers::effective;
use super::applies::applies;
use super::levels::{ahead, blockers, counts, level};
use super::model::{Assessment, ClientStanding, RequirementStanding, Standing, TrackStanding};
use crate::declaration::{Answer, Client, Declaration, Status};
use crate::evidence::{Outcome, Outcomes};
use crate::principles::{Catalogue, Requirement, Track};
use std::collections::BTreeSet;

/// Requirement ids that a misspelt id was probably meant to be: their answers are there, only unreadable.
pub type Suspects = BTreeSet<String>;

/// Assesses a declaration under a catalogue.
#[must_use]
pub fn assess(
    declaration: &Declaration,
    catalogue: &Catalogue,
    outcomes: &Outcomes,
    suspects: &Suspects,
) -> Assessment {
    let assessor = Assessor { declaration, catalogue, outcomes, suspects };
    Assessment {
        principles: catalogue.version.to_string(),
        taxonomy_known: declaration.registry.user_accounts.is_some()
            && declaration.registry.packages.is_some(),
        tracks: catalogue.tracks.iter().map(|track| assessor.track(track)).collect(),
    }
}

struct Assessor<'a> {
    declaration: &'a Declaration,
    catalogue: &'a Catalogue,
    outcomes: &'a Outcomes,
    suspects: &'a Suspects,
}

impl Assessor<'_> {
    fn track(&self, track: &Track) -> TrackStanding {
        let applies = applies(track, &self.declaration.registry);
        let mut standing = TrackStanding {
            id: track.id.to_string(),
            title: track.title.to_string(),
            applies,
            claimed: self.declaration.claims.get(&*track.id).copied(),
            standing: None,
            client: None,
            clients: Vec::new(),
        };
        if !applies {
            return standing;
        }
        let alone = self.declaration.clis.len() == 1;
        if track.per_cli {
            standing.clients = self
                .declaration
                .clis
                .iter()
                .map(|client| ClientStanding {
                    name: client.name.clone(),
                    primary: client.is_primary(alone),
                    standing: self.standing(track, Some(client)),
                })
                .collect();
        }
        match lowest_primary(&standing.clients) {
            Some(lowest) => {
                standing.client = Some(lowest.name.clone());
                let supported = standing
                    .clients
                    .iter()
                    .filter(|client| client.primary)
                    .map(|client| client.standing.supported);
                let supported = supported.min().unwrap_or(lowest.standing.supported);
                standing.standing = Some(Standing { supported, ..lowest.standing.clone() });
            }
            None => standing.standing = Some(self.standing(track, None)),
        }
        standing
    }

    fn standing(&self, track: &Track, client: Option<&Client>) -> Standing {
        let requirements: Vec<&Requirement> =
            self.catalogue.requirements.iter().filter(|it| it.track == track.id).collect();
        let mut standings: Vec<RequirementStanding> =
            requirements.iter().map(|requirement| self.requirement(requirement, client)).collect();
        imply(&requirements, &mut standings);
        let declared = level(&standings, RequirementStanding::is_met);
        let supported = level(&standings, |it| it.is_met() && !it.contradicted);
        Standing {
            declared,
            supported,
            at_best: level(&standings, |it| it.is_met() || it.unreadable),
            counts: counts(&standings),
            blockers: blockers(&standings, supported),
            ahead: ahead(&standings, supported),
            requirements: standings,
        }
    }

    fn requirement(&self, requirement: &Requirement, client: Option<&Client>) -> RequirementStanding {
        let answer = effective(self.declaration, client, requirement);
        let status = answer.and_then(|answer| answer.status);
        let unreadable = match answer {
            Some(answer) => answer.status.is_none(),
            None => self.suspects.contains(&*requirement.id),
        };
        let outcome = answer.and_then(|answer| self.worst(answer));
        RequirementStanding {
            id: requirement.id.to_string(),
            level: requirement.level,
            status: counted(status, requirement),
            implied_by: None,
            unreadable,
            contradicted: outcome == Some(Outcome::Contradicted),
            missing: answer.and_then(|answer| answer.missing.clone()).unwrap_or_default(),
            outcome,
            answer: answer.map(|answer| answer.at.clone()),
        }
    }

    fn worst(&self, answer: &Answer) -> Option<Outcome> {
        let outcomes = answer.evidence.iter().filter_map(|item| self.outcomes.get(&item.at));
        outcomes.map(|verdict| verdict.outcome).max_by_key(|outcome| match outcome {
            Outcome::Matched => 0,
            Outcome::Found => 1,
            Outcome::Unchecked => 2,
            Outcome::Unreachable => 3,
            Outcome::Contradicted => 4,
        })
    }
}

/// The status as it counts: `not-applicable` leaves the count only where the catalogue accepts it.
fn counted(status: Option<Status>, requirement: &Requirement) -> Status {
    match status {
        None => Status::Unknown,
        Some(Status::NotApplicable) if requirement.na.is_none() => Status::Unmet,
        Some(status) => status,
    }
}

/// What is left out counts as met where a met answer implies it, also through another one that is implied.
fn imply(requirements: &[&Requirement], standings: &mut [RequirementStanding]) {
    // Each round settles at least one more requirement, so there are never more rounds than requirements.
    for _ in 0..requirements.len() {
        let mut changed = false;
        for index in 0..standings.len() {
            if standings[index].status != Status::Unknown || standings[index].unreadable {
                continue;
            }
            let implying = requirements.iter().enumerate().filter(|(at, other)| {
                standings[*at].is_met() && other.implies.iter().any(|id| *id == standings[index].id)
            });
            // One whose evidence holds is the better ground.
            let Some((at, other)) = implying.min_by_key(|(at, _)| standings[*at].contradicted) else {
                continue;
            };
            standings[index].implied_by = Some(other.id.to_string());
            standings[index].contradicted |= standings[at].contradicted;
            standings[index].status = Status::Met;
            changed = true;
        }
        if !changed {
            break;
        }
    }
}

/// The primary client with the lowest level: declared first, then supported, then by fewest met.
fn lowest_primary(clients: &[ClientStanding]) -> Option<&ClientStanding> {
    clients.iter().filter(|client| client.primary).min_by_key(|client| {
        let met: usize = client.standing.counts.iter().map(|count| count.met).sum();
        (client.standing.declared, client.standing.supported, met)
    })
}
