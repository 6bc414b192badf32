//! `missing-parts`

use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "missing-parts",
    class: Class::Malformed,
    summary: "`missing` lists some of the mandatory parts, not all and no others.",
    why: "Where every part is missing, the answer is `unmet`. An optional part never keeps an answer from `met`, and a part that does not apply is not missing.",
    fails: r"answers:
  unpublish-policy: {status: partial, missing: [no-replace, no-reuse]}
",
    mended: r"answers:
  unpublish-policy: {status: partial, missing: [no-reuse]}
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (answer, requirement) in context.judged() {
        let Some(missing) = &answer.missing else { continue };
        let at = answer.at.key("missing");
        let excused: Vec<&str> = answer.not_applicable_parts.iter().map(|(id, _)| id.as_str()).collect();
        for (index, id) in missing.iter().enumerate() {
            let Some(part) = requirement.part(id) else { continue };
            let here = at.item(index);
            if missing[..index].contains(id) {
                findings.push(Finding::new(&RULE, &here, format!("`{id}` is listed twice")).label("again"));
            } else if part.optional {
                findings.push(
                    Finding::new(&RULE, &here, format!("`{id}` is an optional part of `{}`", answer.id))
                        .label("never keeps an answer from `met`")
                        .help("leave it out; a `note` may mention it"),
                );
            } else if excused.contains(&id.as_str()) {
                findings.push(
                    Finding::new(&RULE, &here, format!("`{id}` is both missing and not applicable"))
                        .label("also under `not-applicable-parts`")
                        .help("keep one of the two"),
                );
            }
        }
        let mut open = requirement.mandatory_parts().filter(|part| !excused.contains(&&*part.id)).peekable();
        if open.peek().is_some() && open.all(|part| missing.iter().any(|id| *id == part.id)) {
            findings.push(
                Finding::at_key(&RULE, &at, format!("every mandatory part of `{}` is missing", answer.id))
                    .label("nothing of it holds")
                    .help("then the status is `unmet`, or `planned` where there is a plan"),
            );
        }
    }
}
