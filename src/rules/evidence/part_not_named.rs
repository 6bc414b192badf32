//! `part-not-named`

use crate::declaration::Status;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "part-not-named",
    class: Class::Advice,
    summary: "Evidence of a requirement with several parts says which part it supports.",
    why: "With `for` a reader sees at once whether every part is covered.",
    fails: r#"answers:
  unpublish-policy: {status: met, evidence: "https://epi.example/help#unpublish"}
"#,
    mended: r#"answers:
  unpublish-policy: {status: met, evidence: {url: "https://epi.example/help#unpublish", for: [no-replace, no-reuse]}}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (answer, requirement) in context.judged() {
        let parts: Vec<&str> = requirement.mandatory_parts().map(|part| &*part.id).collect();
        let silent = answer.evidence.iter().all(|item| item.parts.is_empty());
        if answer.status == Some(Status::Met) && parts.len() > 1 && answer.has_evidence && silent {
            findings.push(
                Finding::at_key(
                    &RULE,
                    &answer.at.key("evidence"),
                    format!("`{}` has several parts, and its evidence says `for` none of them", answer.id),
                )
                .label("for which part?")
                .help(format!("say it with `for`: {}", Context::names(parts))),
            );
        }
    }
}
