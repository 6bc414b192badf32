//! `client-dropped`

use super::regressions;
use crate::findings::{Class, Finding, Rule};
use crate::gate::RegressionKind;
use crate::rules::Context;
use crate::text::passage::shorten;

pub(super) const BEFORE: &str = r#"clis:
  pip: {url: "https://pip.pypa.io/", primary: true}
  uv: {url: "https://docs.astral.sh/uv/", primary: true}
"#;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "client-dropped",
    class: Class::Regression,
    summary: "No client goes, or stops being primary, in silence.",
    why: "The level of the track is the least over the primary clients. Leaving out the weakest one raises it, and nobody is any safer.",
    fails: r#"clis:
  pip: {url: "https://pip.pypa.io/", primary: true}
  uv: {url: "https://docs.astral.sh/uv/"}
"#,
    mended: r#"clis:
  pip: {url: "https://pip.pypa.io/", primary: true}
  uv: {url: "https://docs.astral.sh/uv/"}
withdrawals:
  - {date: 2026-11-20, at: clis.uv, reason: few users install with it any more}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    regressions(context, &RULE, findings, |kind| match kind {
        RegressionKind::ClientRemoved { client } => Some(format!("the client `{}` is gone", shorten(client))),
        RegressionKind::ClientNotPrimary { client } => {
            Some(format!("the client `{}` is no longer primary", shorten(client)))
        }
        RegressionKind::ClientBehind { client, requirements } => Some(format!(
            "the client `{}` is not primary, and does not meet what was met where no client had a name: {}",
            shorten(client),
            Context::names(requirements)
        )),
        _ => None,
    });
}
