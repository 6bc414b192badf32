//! Evidence behind addresses: what came of looking at it.

pub(super) mod hedged_page;
pub(super) mod link_anchor;
pub(super) mod link_commit_dangling;
pub(super) mod link_gone;
pub(super) mod link_json;
pub(super) mod link_lines;
pub(super) mod link_moved;
pub(super) mod link_other_host;
pub(super) mod link_own_output;
pub(super) mod link_quote;
pub(super) mod link_security_txt;
pub(super) mod link_sha256;
pub(super) mod link_soft_404;
pub(super) mod link_thread_open;
pub mod link_unreachable;
pub(super) mod plan_issue_closed;
pub(super) mod repository_archived;
pub(super) mod security_txt_canonical;
pub(super) mod security_txt_served;

use super::Context;
use super::evidence::{finding, found};
use crate::declaration::{Item, Locator, Status};
use crate::evidence::TroubleKind;
use crate::findings::{Finding, Rule};

/// Whether an item points to an address, and not to a file of this repository.
pub(super) fn is_address(item: &Item) -> bool {
    matches!(item.locator(), Some(Locator::Url(_)))
}

/// Findings for one kind of trouble with addresses.
fn troubles(
    context: &Context<'_>,
    kind: TroubleKind,
    rule: &'static Rule,
    label: &str,
    findings: &mut Vec<Finding>,
) {
    findings.extend(found(context, kind, rule, label, is_address));
}

/// Findings for one kind of trouble that matters to answers that say `met`, wherever their evidence is.
fn of_met_answers(
    context: &Context<'_>,
    kind: TroubleKind,
    rule: &'static Rule,
    label: &str,
    findings: &mut Vec<Finding>,
) {
    for (answer, item) in context.judged_evidence() {
        if answer.status != Some(Status::Met) {
            continue;
        }
        let verdict = context.outcomes.get(&item.at);
        let troubles = verdict.into_iter().flat_map(|verdict| &verdict.troubles);
        let ours = troubles.filter(|trouble| trouble.kind == kind);
        findings.extend(ours.map(|trouble| finding(item, trouble, rule, label)));
    }
}
