//! `claim-above-level`

use super::{answers_are_unreadable, claims};
use crate::findings::{Class, Finding, Rule};
use crate::read::Path;
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "claim-above-level",
    class: Class::Malformed,
    summary: "No claim is above the level that the answers amount to.",
    why: "The badge and the readers rest on the claim. A level that fell without anybody saying so shows here: either an answer is wrong, or the claim must come down, and an entry in `withdrawals` says which answer stepped down.",
    fails: r"claims: {authentication: 1, authorization: 0, general: 0, cli: 0}
",
    mended: r"claims: {authentication: 0, authorization: 0, general: 0, cli: 0}
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if claims(context).is_none() || answers_are_unreadable(context) {
        return;
    }
    for track in &context.assessment.tracks {
        let (Some(claimed), Some(standing)) = (track.claimed, &track.standing) else { continue };
        // Answers that could not be read are reported themselves: they may be what is missing here.
        if claimed <= standing.at_best {
            continue;
        }
        let blockers = standing
            .requirements
            .iter()
            .filter(|it| it.level <= claimed && it.is_applicable() && !it.is_met());
        let blockers: Vec<String> =
            blockers.map(|it| format!("`{}` ({})", it.id, it.status.as_str())).collect();
        let client =
            track.client.as_ref().map_or(String::new(), |client| format!(" of the client `{client}`"));
        findings.push(
            Finding::new(
                &RULE,
                &Path::top().key("claims").key(&track.id),
                format!(
                    "{} level {claimed} is claimed, but the answers{client} amount to level {}",
                    track.id, standing.declared
                ),
            )
            .label(format!("computed: {}", standing.declared))
            .note(format!("not met up to level {claimed}: {}", blockers.join(", ")))
            .help(format!(
                "claim {}, or correct the answers; where an answer stepped down, an entry in `withdrawals` says so",
                standing.declared
            )),
        );
    }
}
