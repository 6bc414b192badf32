//! `url-private-host`

use crate::findings::{Class, Finding, Rule};
use crate::links::{Link, Refusal, classify};
use crate::rules::Context;
use crate::text::passage::shorten;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "url-private-host",
    class: Class::Unreachable,
    summary: "Evidence is on the public internet.",
    why: "An address of a private network, or one on a port that pages are not on, cannot be looked at by readers, and on a build machine it could lead to services that are nobody's business. `--allow-private HOST[:PORT]` opens one host.",
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
        // A GitHub server is asked through its API, whose place the operator names.
        if matches!(classify(address, context.servers), Link::GitHub(_)) {
            continue;
        }
        let Err(refusal) = context.policy.permit(address) else { continue };
        let host = shorten(&address.host_port().host);
        let (message, words) = match refusal {
            Refusal::PrivateHost | Refusal::PrivateAddress => {
                (format!("`{host}` is no host of the public internet"), "are not on the public internet")
            }
            Refusal::Port(port) => (
                format!("port {port} of `{host}` is not the one of `{}:`", address.url.scheme()),
                "are on a port that is not the one of their scheme",
            ),
        };
        findings.push(
            Finding::new(&RULE, &cited.at, message)
                .label("will not be looked at")
                .of_host(address.url.authority(), words)
                .help("cite a public page, use `statement`, or open the host with `--allow-private`"),
        );
    }
}
