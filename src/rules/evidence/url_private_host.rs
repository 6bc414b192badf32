//! `url-private-host`

use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;
use crate::text::passage::shorten;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "url-private-host",
    class: Class::Unreachable,
    summary: "Evidence is on the public internet.",
    why: "An address of a private network cannot be looked at by readers, and on a build machine it could lead to services that are nobody's business. `--allow-private HOST[:PORT]` opens one host.",
    fails: r#"answers:
  mfa: {status: met, evidence: "https://wiki.corp.internal/mfa"}
"#,
    mended: r#"answers:
  mfa: {status: met, evidence: "https://epi.example/help"}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for cited in context.evidence_addresses() {
        let Ok(address) = &cited.address else { continue };
        let host = address.host_port();
        if address.is_private() && !context.policy.opens(&host) {
            findings.push(
                Finding::new(
                    &RULE,
                    &cited.at,
                    format!("`{}` is no host of the public internet", shorten(&host.host)),
                )
                .label("will not be looked at")
                .help("cite a public page, use `statement`, or open the host with `--allow-private`"),
            );
        }
    }
}
