//! `part-not-applicable-refused`

use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "part-not-applicable-refused",
    class: Class::Malformed,
    summary: "`not-applicable-parts` only for parts of which the catalogue says when.",
    why: "A part leaves the count like a requirement does: only under the condition that the catalogue names.",
    fails: r"answers:
  unpublish-policy:
    status: met
    evidence: https://epi.example/help#unpublish
    not-applicable-parts: {no-reuse: names are never given back here}
",
    mended: r"answers:
  unpublish-policy:
    status: met
    evidence: https://epi.example/help#unpublish
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (answer, requirement) in context.judged() {
        for (id, _) in &answer.not_applicable_parts {
            if requirement.part(id).is_some_and(|part| part.na.is_none()) {
                findings.push(
                    Finding::at_key(
                        &RULE,
                        &answer.at.key("not-applicable-parts").key(id),
                        format!("the part `{id}` of `{}` always applies", answer.id),
                    )
                    .label("cannot be not applicable")
                    .help("if it does not hold, list it in `missing`"),
                );
            }
        }
    }
}
