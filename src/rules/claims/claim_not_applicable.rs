//! `claim-not-applicable`

use super::claims;
use crate::findings::{Class, Finding, Rule};
use crate::read::Path;
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "claim-not-applicable",
    class: Class::Malformed,
    summary: "No level is claimed for a track that does not apply.",
    why: "A level on a track that the taxonomy leaves out would say something that nobody assessed.",
    fails: r"registry:
  name: Example Index
  url: https://epi.example/
  user-accounts: false
  packages: [source-only]
claims: {authentication: 0, general: 0, cli: 0}
answers: {}
",
    mended: r"registry:
  name: Example Index
  url: https://epi.example/
  user-accounts: false
  packages: [source-only]
claims: {general: 0, cli: 0}
answers: {}
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(claims) = claims(context) else { return };
    for track in context.assessment.tracks.iter().filter(|track| !track.applies) {
        if claims.get(&track.id).is_none() {
            continue;
        }
        let opt_in = context.catalogue.track(&track.id).is_some_and(|track| track.opt_in);
        let finding = Finding::at_key(
            &RULE,
            &Path::top().key("claims").key(&track.id),
            format!("a level is claimed for `{}`, which does not apply to this registry", track.id),
        )
        .label("this track does not apply");
        findings.push(finding.help(if opt_in {
            format!("delete it, or opt in with `also-assess: [{}]` under `registry`", track.id)
        } else {
            "delete it, or correct the taxonomy under `registry`".to_owned()
        }));
    }
}
