//! `url-not-https`

use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;
use crate::rules::context::Purpose;
use crate::text::passage::shorten;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "url-not-https",
    class: Class::Weak,
    summary: "Every address is `https:`.",
    why: "What comes over `http:` can be changed by anybody on the way, and most sites redirect it. The tool does not change it by itself: whether the page is there under `https:` must be looked at.",
    fails: r#"answers:
  mfa: {status: met, evidence: "http://epi.example/help"}
"#,
    mended: r#"answers:
  mfa: {status: met, evidence: "https://epi.example/help"}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for cited in context.addresses() {
        // A `contact` over `http:` is malformed, and reported as that.
        let elsewhere = cited.purpose != Purpose::Contact;
        let Ok(address) = &cited.address else { continue };
        if elsewhere && !address.is_https() {
            findings.push(
                Finding::new(&RULE, &cited.at, format!("`{}` is not encrypted", shorten(cited.text)))
                    .label("`http:`")
                    .of_host(address.url.authority(), "are not encrypted")
                    .help("open the page under `https://` and cite that address"),
            );
        }
    }
}
