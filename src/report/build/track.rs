//! How a track stands.

use super::errors::Errors;
use super::requirements::requirements;
use crate::assessment::{self, ClientStanding, TrackStanding};
use crate::evidence::Outcome;
use crate::principles;
use crate::render::Report;
use crate::report::answer::Answer;
use crate::report::mark::Mark;
use crate::report::model::{Blocker, Client, Requirement, Standing, Track};

/// A track that the catalogue has, with all its clients: what is drawn of them is chosen later.
pub(super) fn track<'a>(
    report: &'a Report<'a>,
    errors: &Errors<'_>,
    track: &'a TrackStanding,
) -> Option<Track<'a>> {
    let known = report.catalogue.track(&track.id)?;
    let requirements = if track.applies { requirements(report, errors, known, track) } else { Vec::new() };
    let standing = match track.standing.as_ref().filter(|_| track.applies) {
        Some(standing) => Ok(self::standing(report, standing, &requirements)),
        None => Err(why_not(report, known)),
    };
    Some(Track {
        id: &known.id,
        title: &known.title,
        claimed: track.claimed.filter(|_| track.applies),
        standing,
        was_looked_at: report.outcomes.is_empty()
            || report.outcomes(Outcome::Unchecked) < report.outcomes.len(),
        client: track.client.as_deref(),
        clients: track.clients.iter().map(client).collect(),
        more_clients: 0,
        requirements,
    })
}

fn client(client: &ClientStanding) -> Client<'_> {
    Client {
        name: &client.name,
        primary: client.primary,
        declared: client.standing.declared,
        supported: client.standing.supported,
        marks: marks(&client.standing),
    }
}

fn standing<'a>(
    report: &'a Report<'a>,
    standing: &'a assessment::Standing,
    requirements: &[Requirement<'a>],
) -> Standing<'a> {
    let asked = |id: &str| report.catalogue.requirement(id);
    let blockers = standing.blockers.iter().filter_map(|blocker| {
        let own = standing.requirements.iter().find(|it| it.id == blocker.requirement)?;
        let answers = requirements.iter().find(|it| it.asked.id == blocker.requirement)?.answers.iter();
        // The answer of this very client: of several, each has its own place in the declaration.
        let at = own.answer.as_ref();
        let answer = answers.into_iter().find(|it| it.written.map(|written| &written.at) == at);
        Some(Blocker {
            asked: asked(&blocker.requirement)?,
            mark: Mark::of_blocker(blocker, own.unreadable),
            missing: answer.filter(|it| it.mark == Mark::Partial).map(Answer::missing).unwrap_or_default(),
            plan: answer.and_then(|it| it.plan.clone()),
        })
    });
    Standing {
        declared: standing.declared,
        supported: standing.supported,
        marks: marks(standing),
        blockers: blockers.collect(),
        ahead: standing.ahead.iter().filter_map(|id| asked(id)).collect(),
    }
}

fn marks(standing: &assessment::Standing) -> [Vec<Mark>; 3] {
    [1, 2, 3].map(|level| standing.requirements.iter().filter(|it| it.level == level).map(Mark::of).collect())
}

/// Why a track does not apply, in the words of the taxonomy.
fn why_not(report: &Report<'_>, track: &principles::Track) -> String {
    let Some(registry) = report.declaration.map(|it| &it.registry) else { return String::new() };
    let lacks = |kinds: &[String]| {
        !track.needs_packages.is_empty()
            && !kinds.iter().any(|it| track.needs_packages.iter().any(|need| need == it))
    };
    let accounts = (track.needs_user_accounts && registry.user_accounts == Some(false))
        .then_some("the registry has no user accounts");
    let packages =
        registry.packages.as_deref().is_some_and(lacks).then_some("nobody uploads built packages to it");
    [accounts, packages].into_iter().flatten().collect::<Vec<_>>().join(", ")
}
