//! `plain-quote`

use crate::declaration::Problem;
use crate::findings::{Class, Finding, Fix, Rule, Spelling};
use crate::read::Part;
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "plain-quote",
    class: Class::Malformed,
    summary: "A `quote` is written in quotation marks or as a block scalar.",
    why: "A plain scalar ends silently at ` #` and at `: `, so that less would be looked for than a reviewer reads.",
    fails: r"answers:
  mfa:
    status: met
    evidence: {file: docs/help.md, quote: Every account can use WebAuthn}
",
    mended: r#"answers:
  mfa:
    status: met
    evidence: {file: docs/help.md, quote: "Every account can use WebAuthn"}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for mismatch in context.mismatches {
        let Problem::PlainQuote { text } = &mismatch.problem else { continue };
        findings.push(
            Finding::new(&RULE, &mismatch.at, "a quote without quotation marks")
                .label("unquoted text ends at ` #`")
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
