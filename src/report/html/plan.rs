//! How a requirement will be met.

use super::evidence::address;
use super::writer::Html;
use crate::report::answer::{Funding, Plan};
use crate::report::wording;

/// `planned by 2026-12-31 · tracked in … · funding needed`.
pub(super) fn plan(html: &mut Html, plan: &Plan<'_>) {
    let mut divider = "";
    if let Some(by) = wording::by(plan) {
        if plan.is_overdue {
            html.element("span", &[("class", "overdue")], |html| html.words(&by));
        } else {
            html.words(&by);
        }
        divider = " · ";
    }
    if let Some(issue) = plan.issue.filter(|_| html.detail.explains) {
        html.text(divider);
        html.text("tracked in ");
        address(html, issue);
        divider = " · ";
    }
    if let Some(funding) = plan.funding {
        html.text(divider);
        html.text(wording::funding(funding));
        if let Funding::Funded(Some(funder)) = funding {
            html.name(funder);
        }
    }
}
