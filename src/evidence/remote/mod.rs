//! Evidence behind addresses: what to ask of the world outside, and what its answers mean for each item.
//!
//! Pure: [`super::web::Web`] is what asks.

mod plans;
mod wanted;

pub use plans::PlanIssues;

use super::outcome::{Outcome, Outcomes, Verdict};
use super::web::{Answer, Web};
use crate::declaration::{Declaration, Item, Locator};
use crate::links::{Policy, Servers};
use jiff::civil::Date;

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

/// Looks at every address among these items, and at the issues of plans.
pub fn gather(
    declaration: &Declaration,
    items: &[&Item],
    web: &dyn Web,
    terms: &Terms<'_>,
) -> (Outcomes, PlanIssues) {
    let _ = (declaration, terms);
    let mut outcomes = Outcomes::new();
    for item in items {
        if let Some(Locator::Url(url)) = item.locator() {
            let verdict = Verdict {
                outcome: Outcome::Unchecked,
                looked_for: url.clone(),
                found: String::new(),
                troubles: Vec::new(),
            };
            outcomes.insert(item.at.clone(), verdict);
        }
    }
    web.ask(&wanted::wants(), &mut |_, _: Answer| {});
    (outcomes, PlanIssues::new())
}
