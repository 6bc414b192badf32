//! `unquoted-text`

use crate::declaration::Problem;
use crate::findings::{Class, Finding, Fix, Rule, Spelling};
use crate::read::Part;
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "unquoted-text",
    class: Class::Malformed,
    summary: "Text that YAML reads as null, a boolean or a number is quoted.",
    why: "Other readers of the file (an editor, a dashboard) would see `null`, `true` or `1.10` as something else than the text that stands there.",
    fails: r"answers:
  mfa: {status: unmet, note: 2027}
",
    mended: r#"answers:
  mfa: {status: unmet, note: "2027"}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for mismatch in context.mismatches {
        let Problem::Unquoted { text } = &mismatch.problem else { continue };
        findings.push(
            Finding::new(
                &RULE,
                &mismatch.at,
                format!("`{text}` is text here, but YAML reads it as something else"),
            )
            .label("needs quotation marks")
            .fix(Some(Fix::replace(
                "put it in quotation marks",
                &mismatch.at,
                Part::Value,
                text,
                Spelling::Quoted,
            ))),
        );
    }
}
