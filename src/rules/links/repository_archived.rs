//! `repository-archived`

use super::is_address;
use crate::evidence::TroubleKind;
use crate::findings::{Class, Finding, Place, Rule};
use crate::read::Part;
use crate::rules::Context;
use std::collections::BTreeMap;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "repository-archived",
    class: Class::Advice,
    summary: "A repository that is cited is not archived.",
    why: "Nobody works in an archived repository any more. What it says was true once; whether it still is has to be looked at.",
    fails: r#"answers:
  mfa: {status: met, evidence: "https://github.com/epi/old-index"}
"#,
    mended: r#"answers:
  mfa: {status: met, evidence: "https://github.com/epi/index"}
"#,
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut repositories: BTreeMap<&str, Finding> = BTreeMap::new();
    for (item, trouble) in context.troubles().filter(|(item, _)| is_address(item)) {
        if trouble.kind != TroubleKind::Archived {
            continue;
        }
        let place = Place::Path(item.locator_at.clone(), Part::Value);
        // One repository is one finding, however many links lead to it.
        let finding = if let Some(finding) = repositories.remove(trouble.message.as_str()) {
            finding.related(place, "and here")
        } else {
            let mut finding = Finding::new(&RULE, &item.locator_at, &trouble.message).label("archived");
            finding.help.clone_from(&trouble.help);
            finding
        };
        repositories.insert(&trouble.message, finding);
    }
    findings.extend(repositories.into_values());
}
