//! `link-other-host`

use super::troubles;
use crate::evidence::TroubleKind;
use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "link-other-host",
    class: Class::Advice,
    summary: "The page that is cited is one of the host that the address names.",
    why: "Readers take what a page says for the word of the host in its address. Behind a redirect it may be the word of anybody: of whoever bought the name of a service that the registry left, for one. `www.` before a name is no other host, and a short link, or a file of GitHub's, is expected to lead to one. A page that moved there for good is named by `link-moved`, a security.txt by `security-txt-canonical`.",
    fails: r#"answers:
  mfa: {status: met, evidence: "https://epi.example/away"}
"#,
    mended: r#"answers:
  mfa: {status: met, evidence: "https://docs.example/help"}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    troubles(context, TroubleKind::OtherHost, &RULE, "leads to another host", findings);
}
