//! `met-without-evidence`

use crate::declaration::{Answer, Problem, Status};
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "met-without-evidence",
    class: Class::Malformed,
    summary: "`met` carries evidence.",
    why: "Evidence is what makes a declaration more than a claim. Where nothing public exists, `statement` is the operator's word, and is shown as such.",
    fails: r"answers:
  mfa: met
",
    mended: r#"answers:
  mfa: {status: met, evidence: "https://epi.example/help#mfa"}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (answer, _) in context.judged() {
        if answer.status == Some(Status::Met) && !answer.has_evidence && !misspelt(context, answer) {
            findings.push(
                Finding::new(
                    &RULE,
                    &answer.at.key("status"),
                    format!("`{}` is met, but no evidence is given", answer.id),
                )
                .label("needs `evidence`")
                .help("add `evidence`: a path in this repository, an `https://` URL, or a `statement`"),
            );
        }
    }
}

/// Whether the key stands there under a misspelt name, which is reported itself.
fn misspelt(context: &Context<'_>, answer: &Answer) -> bool {
    context.mismatches.iter().any(|mismatch| {
        matches!(mismatch.problem, Problem::UnknownKey { near: Some("evidence"), .. })
            && answer.at.covers(&mismatch.at)
    })
}
