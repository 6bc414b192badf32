//! `claim-below-level`

use crate::findings::{Class, Finding, Rule};
use crate::read::Path;
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "claim-below-level",
    class: Class::Advice,
    summary: "A level that is reached is claimed.",
    why: "The claim is the floor that later changes are held to: a level that is not claimed can be lost without notice.",
    fails: r#"registry:
  name: Example Index
  url: https://epi.example/
  user-accounts: false
  packages: [source-only]
claims: {general: 0, cli: 0}
answers:
  pinned-installs: {status: met, evidence: "https://epi.example/help#lock"}
"#,
    mended: r#"registry:
  name: Example Index
  url: https://epi.example/
  user-accounts: false
  packages: [source-only]
claims: {general: 0, cli: 1}
answers:
  pinned-installs: {status: met, evidence: "https://epi.example/help#lock"}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for track in &context.assessment.tracks {
        let (Some(claimed), Some(standing)) = (track.claimed, &track.standing) else { continue };
        // A level that the evidence contradicts is none to claim.
        let level = standing.declared.min(standing.supported);
        if claimed < level {
            findings.push(
                Finding::new(
                    &RULE,
                    &Path::top().key("claims").key(&track.id),
                    format!("{} is at level {level}, but only {claimed} is claimed", track.id),
                )
                .label(format!("claim {level}!")),
            );
        }
    }
}
