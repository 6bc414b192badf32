//! `part-not-named`

use crate::declaration::Status;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "part-not-named",
    class: Class::Advice,
    summary: "Evidence of a requirement with several parts says which part it supports.",
    why: "With `for` a reader sees at once whether every part is covered. Where every item says it, each mandatory part should be among them.",
    fails: r#"answers:
  unpublish-policy: {status: met, evidence: "https://epi.example/help#unpublish"}
"#,
    mended: r#"answers:
  unpublish-policy: {status: met, evidence: {url: "https://epi.example/help#unpublish", for: [no-replace, no-reuse]}}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (answer, requirement) in context.judged() {
        let excused = |id: &str| answer.not_applicable_parts.iter().any(|(part, _)| part == id);
        let parts: Vec<&str> =
            requirement.mandatory_parts().map(|part| &*part.id).filter(|id| !excused(id)).collect();
        if answer.status != Some(Status::Met) || parts.len() < 2 || !answer.has_evidence {
            continue;
        }
        let named = |id: &&str| answer.evidence.iter().any(|item| item.parts.iter().any(|part| part == id));
        let open: Vec<&str> = parts.iter().copied().filter(|id| !named(id)).collect();
        let silent = answer.evidence.iter().filter(|item| item.parts.is_empty()).count();
        let message = if silent == answer.evidence.len() {
            format!("`{}` has several parts, and its evidence says `for` none of them", answer.id)
        } else if silent == 0 && !open.is_empty() {
            format!("no evidence of `{}` is `for` {}", answer.id, Context::names(&open))
        } else {
            continue;
        };
        findings.push(
            Finding::at_key(&RULE, &answer.at.key("evidence"), message)
                .label("for which part?")
                .help(format!("say it with `for`: {}", Context::names(open))),
        );
    }
}
