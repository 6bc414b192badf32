//! `url-host-spelling`

use crate::findings::{Class, Finding, Rule};
use crate::rules::Context;
use crate::text::passage::shorten;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "url-host-spelling",
    class: Class::Weak,
    summary: "A host is written as it is asked for, in ASCII.",
    why: "Letters of other alphabets, escapes and unusual numbers can make one host look like another: with a Cyrillic letter in it, `github.com` is a host of somebody else. In ASCII (`xn--…`) everybody sees which host it is. The tool does not change it by itself: whether it is the host that is meant must be looked at.",
    fails: r#"answers:
  mfa: {status: met, evidence: "https://épi.example/help"}
"#,
    mended: r#"answers:
  mfa: {status: met, evidence: "https://xn--pi-9ia.example/help"}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for cited in context.addresses() {
        let Ok(address) = &cited.address else { continue };
        let host = address.host_port().host;
        if !is_written(&host, cited.text) {
            findings.push(
                Finding::new(
                    &RULE,
                    &cited.at,
                    format!("`{}` leads to the host `{}`", shorten(cited.text), shorten(&host)),
                )
                .label("another host than it looks like?")
                .help(format!("if that is the host that is meant, write `{}`", shorten(&host))),
            );
        }
    }
}

/// Whether an address names this host in so many letters; their case does not matter.
fn is_written(host: &str, text: &str) -> bool {
    let behind = text.split_once("//").map_or("", |(_, behind)| behind);
    behind.get(..host.len()).is_some_and(|start| start.eq_ignore_ascii_case(host))
}

#[cfg(test)]
mod tests {
    use super::is_written;
    use crate::links::Address;

    #[test]
    fn only_another_spelling_is_noticed() {
        let written = |text: &str| is_written(&Address::parse(text).unwrap().host_port().host, text);
        for plain in [
            "https://github.com/o/r",
            "https://GitHub.COM./o/r",
            "https://xn--gthub-n2e.com/",
            "http://epi.example:8080/é",
            "https://[2606:4700::1]/",
            "https://8.8.8.8",
        ] {
            assert!(written(plain), "{plain}");
        }
        for other in [
            "https://gіthub.com/o/r",
            "https://g%69thub.com/o/r",
            "https://github.com%2eevil.example/o/r",
            "https://ｇithub.com/",
            "https://git\u{ad}hub.com/",
            "https://0x8.8.8.8/",
            "https://８.8.8.8/",
            "https://[2606:4700:0::1]/",
        ] {
            assert!(!written(other), "{other}");
        }
    }
}
