//! `url-credentials`

use crate::findings::{Class, Finding, Rule};
use crate::links::address::AddressError;
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "url-credentials",
    class: Class::Malformed,
    summary: "No address carries a user name or password.",
    why: "A declaration is public, and so is everything in it. An address with credentials in it has leaked them; change them.",
    fails: r#"answers:
  mfa: {status: met, evidence: "https://admin:hunter2@epi.example/help"}
"#,
    mended: r#"answers:
  mfa: {status: met, evidence: "https://epi.example/help"}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for cited in context.addresses() {
        if matches!(cited.address, Err(AddressError::Credentials)) {
            findings.push(
                Finding::new(&RULE, &cited.at, "the address carries a user name or password")
                    .label("credentials in public")
                    .help("take them out of the address, and change them: they are in the history of the repository"),
            );
        }
    }
}
