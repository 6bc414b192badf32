//! `no-primary-client`

use crate::findings::{Class, Finding, Rule};
use crate::read::Path;
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "no-primary-client",
    class: Class::Malformed,
    summary: "Of several clients at least one is primary.",
    why: "The level of the CLI track is the least over the primary clients: with several clients and none of them primary there is none.",
    fails: r#"clis:
  pip: {url: "https://pip.pypa.io/"}
  uv: {url: "https://docs.astral.sh/uv/"}
"#,
    mended: r#"clis:
  pip: {url: "https://pip.pypa.io/", primary: true}
  uv: {url: "https://docs.astral.sh/uv/"}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let clients = &context.declaration.clis;
    let wrong = match clients.as_slice() {
        // One entry is primary by itself.
        [] | [_] => false,
        several => !several.iter().any(|client| client.primary == Some(true)),
    };
    if wrong {
        findings.push(
            Finding::at_key(&RULE, &Path::top().key("clis"), "no client is primary")
                .label("needs one with `primary: true`")
                .help("mark the client that most users install with; a single client is primary by itself"),
        );
    }
}
