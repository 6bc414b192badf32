//! `withdrawal-target`

use crate::findings::{Class, Finding, Rule};
use crate::read::{Path, Step};
use crate::rules::Context;
use crate::text::nearest::nearest;
use crate::text::passage::shorten;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "withdrawal-target",
    class: Class::Malformed,
    summary: "`withdrawals` name something that can be withdrawn.",
    why: "An entry makes one step down honest: it must name the answer (`answers.mfa`, `clis.uv.answers.sbom`), the client (`clis.uv`), the part of the taxonomy (`registry.packages`) or `principles`.",
    fails: r"withdrawals:
  - {date: 2026-01-01, at: answers.mfaa, reason: the service was switched off}
",
    mended: r"withdrawals:
  - {date: 2026-01-01, at: answers.mfa, reason: the service was switched off}
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for withdrawal in &context.declaration.withdrawals {
        let Some(at) = &withdrawal.at else { continue };
        let Err(problem) = target(context, at) else { continue };
        findings.push(
            Finding::new(&RULE, &withdrawal.entry.key("at"), format!("`{}` cannot be withdrawn: {problem}", shorten(&at.to_string())))
                .label("names nothing")
                .help("name an answer (`answers.mfa`), a client (`clis.NAME`), `registry.packages`, `registry.user-accounts`, `registry.also-assess` or `principles`"),
        );
    }
}

/// Whether a path names something that can be withdrawn; why not if it does not. A client may be gone by now.
fn target(context: &Context<'_>, at: &Path) -> Result<(), String> {
    let keys: Vec<&str> = at
        .steps()
        .iter()
        .map(|step| match step {
            Step::Key(key) => key.as_str(),
            Step::Item(_) => "",
        })
        .collect();
    match keys.as_slice() {
        ["principles"] | ["clis", _] | ["registry", "packages" | "user-accounts" | "also-assess"] => Ok(()),
        ["answers", id] | ["clis", _, "answers", id] => {
            if context.catalogue.requirement(id).is_some() {
                return Ok(());
            }
            let near = nearest(id, context.catalogue.requirements.iter().map(|it| &*it.id));
            Err(near.map_or_else(
                || format!("there is no requirement `{id}`"),
                |near| format!("there is no requirement `{id}`; did you mean `{near}`?"),
            ))
        }
        _ => Err("it is no answer, client, part of the taxonomy or framework version".to_owned()),
    }
}
