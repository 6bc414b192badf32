//! `contradiction`

use crate::assessment::answers::effective;
use crate::declaration::{Client, Status};
use crate::findings::{Class, Finding, Place, Rule};
use crate::principles::{Catalogue, Requirement};
use crate::read::Part;
use crate::rules::Context;
use std::collections::BTreeSet;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "contradiction",
    class: Class::Malformed,
    summary: "No answer contradicts a met one that implies it.",
    why: "MFA that every maintainer must use is also required for critical packages: an answer that says otherwise beside it cannot be true. Leave the implied answer out, and it counts as met.",
    fails: r#"answers:
  phishing-resistant-mfa: {status: met, evidence: "https://epi.example/help#keys"}
  mfa: unmet
"#,
    mended: r#"answers:
  phishing-resistant-mfa: {status: met, evidence: "https://epi.example/help#keys"}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut reported = BTreeSet::new();
    for client in clients(context) {
        let answer_to = |id: &str| {
            context.catalogue.requirement(id).and_then(|it| effective(context.declaration, client, it))
        };
        for requirement in context.catalogue.requirements.iter().filter(|it| context.applies(it)) {
            let Some(met) = answer_to(&requirement.id).filter(|answer| answer.status == Some(Status::Met))
            else {
                continue;
            };
            for implied in implied_by(context.catalogue, requirement) {
                let Some(answer) = answer_to(&implied.id) else { continue };
                let Some(status) =
                    answer.status.filter(|status| !matches!(status, Status::Met | Status::Unknown))
                else {
                    continue;
                };
                if reported.insert((answer.at.clone(), met.at.clone())) {
                    findings.push(
                        Finding::new(
                            &RULE,
                            &answer.at.key("status"),
                            format!(
                                "`{}` cannot be {} where `{}` is met",
                                implied.id,
                                status.as_str(),
                                requirement.id
                            ),
                        )
                        .label(format!("`{}` implies it", requirement.id))
                        .related(Place::Path(met.at.clone(), Part::Key), "met here")
                        .help(format!(
                            "leave `{}` out (it counts as met), or correct `{}`",
                            implied.id, requirement.id
                        )),
                    );
                }
            }
        }
    }
}

/// The registry itself, and each client.
fn clients<'a>(context: &Context<'a>) -> impl Iterator<Item = Option<&'a Client>> + use<'a> {
    std::iter::once(None).chain(context.declaration.clis.iter().map(Some))
}

/// What a requirement implies, directly and through others.
fn implied_by<'a>(catalogue: &'a Catalogue, requirement: &'a Requirement) -> Vec<&'a Requirement> {
    let mut implied: Vec<&Requirement> = Vec::new();
    let mut waiting = vec![requirement];
    while let Some(next) = waiting.pop() {
        for found in next.implies.iter().filter_map(|id| catalogue.requirement(id)) {
            if found.id != requirement.id && implied.iter().all(|known| known.id != found.id) {
                implied.push(found);
                waiting.push(found);
            }
        }
    }
    implied
}
