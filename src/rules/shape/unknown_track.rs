//! `unknown-track`

use super::unknown_name;
use crate::declaration::grammar::Vocabulary;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "unknown-track",
    class: Class::Malformed,
    summary: "Every track is one of the framework.",
    why: "Levels are claimed for the tracks of the framework; only a track that the catalogue marks so can be opted in to.",
    fails: r"claims:
  authentification: 0
  authorization: 0
  general: 0
  cli: 0
",
    mended: r"claims:
  authentication: 0
  authorization: 0
  general: 0
  cli: 0
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    unknown_name(context, &RULE, &[Vocabulary::Track, Vocabulary::OptInTrack], "track", findings);
}
