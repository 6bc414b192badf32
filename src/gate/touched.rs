//! Which evidence a change answers for.

use super::strength::same;
use crate::declaration::{Answer, Declaration};
use crate::read::{Path, Step};

/// Whether what stands at a path of the newer declaration is new or changed: an item of evidence that the same answer did not
/// have, or the issue of a plan that was another. Anything else, and what cannot be found, counts as new.
#[must_use]
pub fn is_new(before: &Declaration, after: &Declaration, at: &Path) -> bool {
    let here = after.all_answers().find(|answer| answer.at.covers(at));
    let there = here.and_then(|answer| before.all_answers().find(|it| it.at == answer.at));
    let (Some(here), Some(there)) = (here, there) else { return true };
    match here.evidence.iter().find(|item| item.at.covers(at)) {
        Some(item) => !there.evidence.iter().any(|it| same(it, item)),
        None if is_plan(here, at) => issue(here) != issue(there),
        None => true,
    }
}

fn is_plan(answer: &Answer, at: &Path) -> bool {
    at.steps().get(answer.at.steps().len()) == Some(&Step::Key("plan".to_owned()))
}

fn issue(answer: &Answer) -> Option<&str> {
    answer.plan.as_ref()?.issue.as_deref()
}
