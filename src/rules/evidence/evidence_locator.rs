//! `evidence-locator`

use super::is_malformed;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "evidence-locator",
    class: Class::Malformed,
    summary: "An evidence item says in exactly one way where it is.",
    why: "`file`, `url` or `statement`: with none of them there is nothing to look at, with two nobody knows which one the check is about.",
    fails: r"answers:
  mfa: {status: met, evidence: {note: see the help page}}
",
    mended: r#"answers:
  mfa: {status: met, evidence: {url: "https://epi.example/help", note: see the help page}}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (_, item) in context.judged_evidence() {
        let wrong = match item.locators.as_slice() {
            [_] => continue,
            [] if is_malformed(context, &item.at) => continue,
            [] => "says nowhere where it is",
            _ => "says in more than one way where it is",
        };
        findings.push(
            Finding::new(&RULE, &item.at, format!("an evidence item {wrong}"))
                .label("needs one of `file`, `url`, `statement`")
                .help("make one item of each: a list of items is welcome"),
        );
    }
}
