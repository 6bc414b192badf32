//! What became of a plan, from what to what.

use super::{Line, at, list, name, words};
use crate::gate::PlanChange;

/// A plan that is another now.
pub(crate) fn plan(change: &PlanChange) -> Line {
    let mut said: Vec<Line> = Vec::new();
    if let Some((before, after)) = change.by {
        said.push(vec![words(match (before, after) {
            (Some(before), Some(after)) if after > before => format!("moved later, by {before} → {after}"),
            (Some(before), Some(after)) => format!("moved earlier, by {before} → {after}"),
            (None, Some(after)) => format!("planned by {after}, not said before"),
            (Some(before), None) => format!("planned by {before}, not said any more"),
            (None, None) => String::new(),
        })]);
    }
    said.extend(value("tracked in ", change.issue.as_ref()));
    said.extend(value("funding ", change.funding.as_ref()));
    said.extend(value("funder ", change.funder.as_ref()));
    let mut line = vec![at(&change.at, &change.requirement)];
    for (index, it) in said.into_iter().enumerate() {
        line.push(words(if index == 0 { ": " } else { "; " }));
        line.extend(it);
    }
    line.extend(list(" for ", &change.clients));
    line
}

/// A value of the declaration, before and now.
fn value(what: &'static str, moved: Option<&(Option<String>, Option<String>)>) -> Option<Line> {
    Some(match moved? {
        (Some(before), Some(after)) => vec![words(what), name(before), words(" → "), name(after)],
        (None, Some(after)) => vec![words(what), name(after), words(", not said before")],
        (Some(before), None) => vec![words(what), name(before), words(", not said any more")],
        (None, None) => return None,
    })
}
