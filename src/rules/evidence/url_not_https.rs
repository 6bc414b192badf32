//! `url-not-https`

use crate::evidence::address::Address;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;
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
    for (at, url, _) in context.addresses() {
        if Address::parse(url).is_ok_and(|address| !address.is_https()) {
            findings.push(
                Finding::new(&RULE, &at, format!("`{}` is not encrypted", shorten(url)))
                    .label("`http:`")
                    .help("open the page under `https://` and cite that address"),
            );
        }
    }
}
