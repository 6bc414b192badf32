//! Dates: what time does to a declaration.

pub(super) mod evidence_stale;
pub(super) mod plan_overdue;
pub(super) mod review_before_evidence;
pub(super) mod review_in_future;
pub(super) mod review_overdue;

use jiff::civil::Date;

/// Days from one date to another; negative where the other is earlier.
fn days_between(from: Date, to: Date) -> i64 {
    i64::from(to.since(from).map_or(0, |span| span.get_days()))
}
