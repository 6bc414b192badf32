//! Changes for programs.

use super::{kind, paths};
use crate::gate::{Cause, ClientMove, Comparison, Move, Part, Weakness};
use crate::render::escaped_json;
use serde_json::{Value, json};

/// The version of the form of `diff --output json`.
pub const DIFF_VERSION: u32 = 1;

/// What changed, as the whole output of `diff`.
#[must_use]
pub fn changes(old: &str, new: &str, comparison: &Comparison) -> String {
    let mut document = json!({
        "diff_version": DIFF_VERSION,
        "tool": { "name": env!("CARGO_PKG_NAME"), "version": env!("CARGO_PKG_VERSION") },
        "old": old,
        "new": new,
    });
    if let (Value::Object(document), Value::Object(changes)) = (&mut document, body(comparison)) {
        document.extend(changes);
        for (key, acknowledged) in [("regressions", false), ("acknowledged", true)] {
            let paths = paths(comparison, acknowledged);
            document.insert(key.to_owned(), paths.iter().map(ToString::to_string).collect());
        }
    }
    escaped_json::pretty(&document)
}

/// What changed, as a value.
pub(in crate::render) fn body(comparison: &Comparison) -> Value {
    json!({
        "principles": comparison.version.as_ref().map(|(before, after)| json!({"before": before, "after": after})),
        "tracks": comparison.tracks.iter().map(|it| json!({
            "track": it.track, "applies": it.applies, "level": it.level,
        })).collect::<Vec<_>>(),
        "levels": comparison.levels.iter().map(|it| json!({
            "track": it.track, "before": it.before, "after": it.after,
            "causes": it.causes.iter().map(cause).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "answers": comparison.answers.iter().map(|it| json!({
            "at": it.at.to_string(), "requirement": it.requirement, "track": it.track, "level": it.level,
            "clients": it.clients, "before": it.before.as_str(), "after": it.after.as_str(),
            "move": match it.way { Move::Up => "up", Move::Down => "down", Move::LeftMet => "left-met" },
            "implied_by": it.follows,
        })).collect::<Vec<_>>(),
        "parts": comparison.parts.iter().map(|it| json!({
            "at": it.at.to_string(), "requirement": it.requirement, "clients": it.clients,
            "gained": ids(&it.gained), "lost": ids(&it.lost),
            "left_out": ids(&it.left_out), "counted": ids(&it.counted),
        })).collect::<Vec<_>>(),
        "plans": comparison.plans.iter().map(|it| json!({
            "at": it.at.to_string(), "requirement": it.requirement, "clients": it.clients,
            "by": moved(it.by.as_ref()), "issue": moved(it.issue.as_ref()), "funding": moved(it.funding.as_ref()), "funder": moved(it.funder.as_ref()),
        })).collect::<Vec<_>>(),
        "evidence": comparison.evidence.iter().map(|it| json!({
            "at": it.at.to_string(), "requirement": it.requirement, "added": it.added, "removed": it.removed,
            "lost": it.lost, "weaker": it.weaker.iter().map(weakness).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "clients": comparison.clients.iter().map(|it| json!({
            "name": it.name,
            "what": match it.what {
                ClientMove::Added => "added",
                ClientMove::Removed => "removed",
                ClientMove::Primary => "primary",
                ClientMove::NotPrimary => "not-primary",
            },
            "primary": it.primary,
        })).collect::<Vec<_>>(),
        "claims": comparison.claims.iter().map(|it| json!({
            "track": it.track, "before": it.before, "after": it.after,
        })).collect::<Vec<_>>(),
        "withdrawn": comparison.withdrawn.iter().map(|it| it.names.to_string()).collect::<Vec<_>>(),
        "ignored": comparison.ignored.iter().map(|it| json!({
            "rule": it.rule, "at": it.names.to_string(),
        })).collect::<Vec<_>>(),
        "steps_down": comparison.regressions.iter().map(|it| json!({
            "at": it.at.to_string(), "rule": kind(&it.kind), "withdrawn": it.acknowledged.is_some(),
        })).collect::<Vec<_>>(),
    })
}

fn ids(parts: &[Part]) -> Vec<&str> {
    parts.iter().map(|part| part.id.as_str()).collect()
}

/// A value before and now; null where it is the same.
fn moved<T: ToString>(moved: Option<&(Option<T>, Option<T>)>) -> Value {
    let text = |value: &Option<T>| value.as_ref().map(ToString::to_string);
    moved.map_or(Value::Null, |(before, after)| json!({"before": text(before), "after": text(after)}))
}

fn cause(cause: &Cause) -> Value {
    match cause {
        Cause::Answer { requirement, before, after } => {
            json!({"requirement": requirement, "before": before.as_str(), "after": after.as_str()})
        }
        Cause::ClientIn(client) => json!({"client": client, "counts": true}),
        Cause::ClientOut(client) => json!({"client": client, "counts": false}),
    }
}

fn weakness(weakness: &Weakness) -> Value {
    match weakness {
        Weakness::Fewer { before, after } => json!({"what": "fewer", "before": before, "after": after}),
        Weakness::Unpinned { locator } => json!({"what": "unpinned", "locator": locator}),
        Weakness::CheckDropped { locator } => json!({"what": "check-dropped", "locator": locator}),
    }
}
