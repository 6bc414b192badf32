//! `track-not-applicable`

use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "track-not-applicable",
    class: Class::Advice,
    summary: "Answers are about tracks that apply.",
    why: "The taxonomy (`user-accounts`, `packages`) decides which tracks apply. An answer on another track is kept, and nothing else is said of it. A registry that wants the track assessed opts in with `also-assess` where the framework allows it.",
    fails: r"registry:
  name: Example Index
  url: https://epi.example/
  user-accounts: false
  packages: [source-only]
claims: {general: 0, cli: 0}
answers:
  token-prefix: unmet
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
    for answer in context.declaration.all_answers() {
        let Some(requirement) = context.catalogue.requirement(&answer.id).filter(|it| !context.applies(it))
        else {
            continue;
        };
        let Some(track) = context.catalogue.track(&requirement.track) else { continue };
        let finding = Finding::at_key(
            &RULE,
            &answer.at,
            format!("`{}` is on the track `{}`, which does not apply to this registry", answer.id, track.id),
        )
        .label("not assessed");
        findings.push(if track.opt_in {
            finding
                .help(format!("leave it out, or opt in with `also-assess: [{}]` under `registry`", track.id))
        } else {
            finding.help("leave it out")
        });
    }
}
