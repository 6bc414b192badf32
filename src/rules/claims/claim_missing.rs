//! `claim-missing`

use super::{claims, misspelt};
use crate::findings::{Class, Finding, Rule};
use crate::read::Path;
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "claim-missing",
    class: Class::Malformed,
    summary: "A level is claimed for every track that applies.",
    why: "The claim is the floor below which the computed level may not fall. A track without a claim could fall silently.",
    fails: r"claims: {authentication: 0, authorization: 0, general: 0}
",
    mended: r"claims: {authentication: 0, authorization: 0, general: 0, cli: 0}
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(claims) = claims(context) else { return };
    for track in context.assessment.tracks.iter().filter(|track| track.applies) {
        if claims.get(&track.id).is_none() && !misspelt(context, &track.id) {
            let level = track.standing.as_ref().map_or(0, |standing| standing.declared);
            findings.push(
                Finding::at_key(
                    &RULE,
                    &Path::top().key("claims"),
                    format!("no level is claimed for the track `{}`", track.id),
                )
                .label(format!("needs `{}`", track.id))
                .help(format!("add `{}: {level}`, the level that the answers amount to", track.id)),
            );
        }
    }
}
