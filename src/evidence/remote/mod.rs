//! Evidence behind addresses: what to ask of the world outside, and what its answers mean for each item.
//!
//! Pure: [`super::web::Web`] is what asks. Answers come in any order; each is judged by itself and dropped, and what comes of
//! it is kept by path, so the order never shows.

mod content;
mod github;
mod page;
mod permalink;
mod plans;
mod reasons;
mod redirect;
mod wanted;

pub use plans::PlanIssues;

use super::budget::Budget;
use super::citation::Citation;
use super::outcome::{Outcome, Outcomes, Verdict};
use super::web::{Answer, Reason, Want, Wants, Web};
use crate::declaration::{Item, Locator};
use crate::links::{Policy, Servers};
use crate::read::Path;
use jiff::civil::Date;
use std::collections::BTreeMap;
use wanted::Route;

/// What judging addresses depends on, besides the declaration and the answers.
#[derive(Clone, Debug)]
pub struct Terms<'a> {
    /// Which addresses may be asked for.
    pub policy: &'a Policy,
    /// Which servers are GitHub's.
    pub servers: &'a Servers,
    /// The day of the check.
    pub today: Date,
}

/// Looks at every address among these items, and at the issues of plans: each with where its address stands.
pub(super) fn gather(
    items: &[&Item],
    plans: &[(Path, &str)],
    web: &dyn Web,
    terms: &Terms<'_>,
) -> (Outcomes, PlanIssues) {
    let mut outcomes = Outcomes::new();
    let mut wants = Wants::new();
    let mut waiting: BTreeMap<Want, Vec<Citation<'_>>> = BTreeMap::new();
    for item in items {
        let Some(Locator::Url(address)) = item.locator() else { continue };
        let citation = Citation::of_address(item, address);
        let verdict = match wanted::route(address, terms) {
            Route::Ask(want) => {
                wanted::add(&mut wants, (*want).clone(), wanted::depth(&citation));
                waiting.entry(*want).or_default().push(citation);
                continue;
            }
            Route::Malformed => Verdict {
                outcome: Outcome::Unchecked,
                looked_for: citation.looked_for(),
                found: "no address of a page, so not looked at".to_owned(),
                troubles: Vec::new(),
            },
            Route::Refused(refusal) => Verdict {
                outcome: Outcome::Unreachable,
                looked_for: citation.looked_for(),
                found: Reason::Refused(refusal).to_string(),
                troubles: Vec::new(),
            },
            Route::Walled(wall, host) => citation.failed(reasons::walled(&citation, wall, &host)),
        };
        outcomes.insert(item.at.clone(), verdict);
    }
    let mut plans = plans::Asked::new(plans, terms, &mut wants);
    let shares = waiting.len();
    web.ask(&wants, &mut |want, answer| {
        plans.take(want, &answer);
        // A second answer to one question would let the order decide.
        let Some(citations) = waiting.remove(want) else { return };
        let budget = Budget::share_of(shares);
        for (citation, verdict) in citations.iter().zip(judge(want, &answer, &citations, terms, &budget)) {
            outcomes.insert(citation.item.at.clone(), verdict);
        }
    });
    for (want, citations) in &waiting {
        for citation in citations {
            let trouble = reasons::unreachable(citation, &reasons::host_of(want), Reason::OutOfTime);
            outcomes.insert(citation.item.at.clone(), citation.failed(trouble));
        }
    }
    (outcomes, plans.issues)
}

/// The verdicts on all items that wanted the same thing, in their order.
fn judge(
    want: &Want,
    answer: &Answer,
    citations: &[Citation<'_>],
    terms: &Terms<'_>,
    budget: &Budget,
) -> Vec<Verdict> {
    let host = reasons::host_of(want);
    match (want, answer) {
        (Want::Page(_), Answer::Page(fetched)) => {
            let page = page::Answered::new(fetched, &host, redirect::to(want, fetched, terms), citations);
            citations.iter().map(|citation| page.judge(citation, terms.today, budget)).collect()
        }
        (Want::GitHub { repository, target, .. }, Answer::GitHub(seen)) => {
            let seen = github::Answered::new(seen, repository, target, &host);
            citations.iter().map(|citation| seen.judge(citation, terms.today, budget)).collect()
        }
        (_, answer) => {
            let trouble = |citation: &Citation<'_>| match answer {
                Answer::Gone(_) if reasons::is_hidden(want, terms) => {
                    reasons::unreachable(citation, &host, Reason::NotVisible)
                }
                Answer::Gone(gone) => reasons::gone(citation, &host, gone),
                Answer::Unreachable(reason) => reasons::unreachable(citation, &host, *reason),
                // An answer to another question than the one that was asked.
                Answer::Page(_) | Answer::GitHub(_) => reasons::unreachable(citation, &host, Reason::Broken),
            };
            citations.iter().map(|citation| citation.failed(trouble(citation))).collect()
        }
    }
}

#[cfg(test)]
mod tests;
