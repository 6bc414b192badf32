//! `url-malformed`

use super::is_malformed;
use crate::findings::{Class, Finding, Rule};
use crate::links::address::AddressError;
use crate::rules::Context;
use crate::rules::context::Purpose;
use crate::text::passage::shorten;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "url-malformed",
    class: Class::Malformed,
    summary: "Every address is a URL that names a page.",
    why: "An address that no browser opens is no evidence. `mailto:` leads to a mailbox and is welcome as `contact` only; other schemes lead to no page.",
    fails: r#"answers:
  mfa: {status: met, evidence: "mailto:security@epi.example"}
"#,
    mended: r#"answers:
  mfa: {status: met, evidence: "https://epi.example/help"}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for cited in context.addresses() {
        let finding = match &cited.address {
            Ok(address) if cited.purpose == Purpose::Contact && !address.is_https() => {
                Finding::new(&RULE, &cited.at, "`contact` is a `mailto:` or `https:` address")
                    .label("`http:`")
            }
            Ok(_) | Err(AddressError::Credentials) => continue,
            Err(AddressError::Mailto) if cited.purpose == Purpose::Contact => continue,
            Err(AddressError::Mailto) if cited.purpose == Purpose::Evidence => {
                Finding::new(&RULE, &cited.at, "`mailto:` is no evidence")
                    .label("leads to a mailbox, not to a page")
            }
            Err(error) => Finding::new(
                &RULE,
                &cited.at,
                format!("`{}` is no address of a page: {error}", shorten(cited.text)),
            )
            .label("not an `https://` address"),
        };
        findings.push(if is_malformed(context, &cited.at) { continue } else { finding });
    }
}
