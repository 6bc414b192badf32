//! How a requirement will be met.

use super::evidence::address;
use super::writer::Html;
use crate::report::answer::{Funding, Plan};
use crate::report::clip::{NAME, clip};
use crate::report::wording;

/// `planned by 2026-12-31 · tracked in … · funding needed`.
pub(super) fn plan(html: &mut Html, plan: &Plan<'_>) {
    let mut divider = "";
    if let Some(by) = wording::by(plan) {
        html.leaf("span", &[("class", if plan.is_overdue { "overdue" } else { "by" })], &by);
        divider = " · ";
    }
    if let Some(issue) = plan.issue {
        html.text(divider);
        html.text("tracked in ");
        address(html, issue);
        divider = " · ";
    }
    if let Some(funding) = plan.funding {
        html.text(divider);
        html.text(wording::funding(funding));
        if let Funding::Funded(Some(funder)) = funding {
            html.name(&clip(funder, NAME));
        }
    }
}
