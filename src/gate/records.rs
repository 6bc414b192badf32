//! The lists that a change may add to: `withdrawals` and `ignore`.

use super::model::Record;
use crate::declaration::grammar::REASON;
use crate::declaration::{Declaration, Withdrawal};
use crate::read::Path;

/// Whole entries of `withdrawals` that the change adds: more of them name a thing than before, and this one says what none
/// said. To edit an entry, or to copy one, is not to add one.
pub(super) fn withdrawals_added(before: &Declaration, after: &Declaration) -> Vec<Record> {
    let whole = after.withdrawals.iter().filter(|it| is_whole(it));
    let added = whole.filter(|entry| {
        let old = before.withdrawals.iter().filter(|it| it.at == entry.at);
        let is_new = !old.clone().any(|it| it.date == entry.date && it.reason == entry.reason);
        let count = after.withdrawals.iter().filter(|it| it.at == entry.at).count();
        is_new && count > old.count()
    });
    let records = added.filter_map(|it| {
        Some(Record { entry: it.entry.clone(), names: it.at.clone()?, rule: None, reason: it.reason.clone() })
    });
    records.collect()
}

/// Entries of `withdrawals` that are not added: an entry for the same thing was there, and there are no more of them now.
pub(super) fn withdrawals_kept(before: &Declaration, after: &Declaration, added: &[Record]) -> Vec<Record> {
    let is_old = |entry: &&Withdrawal| {
        let is_known = before.withdrawals.iter().any(|it| it.at == entry.at);
        is_known && !added.iter().any(|it| it.entry == entry.entry)
    };
    let kept = after.withdrawals.iter().filter(is_old);
    let records = kept.filter_map(|it| {
        Some(Record { entry: it.entry.clone(), names: it.at.clone()?, rule: None, reason: it.reason.clone() })
    });
    records.collect()
}

/// An entry that lacks something, or whose reason is none, is reported as that and withdraws nothing.
fn is_whole(entry: &Withdrawal) -> bool {
    let has_reason = entry.reason.as_deref().is_some_and(|it| it.trim().chars().count() >= REASON);
    entry.date.is_some() && has_reason
}

/// What entries of `withdrawals` named that fewer of them name now.
pub(super) fn withdrawals_gone(before: &Declaration, after: &Declaration) -> Vec<Path> {
    let count = |declaration: &Declaration, at: &Path| {
        declaration.withdrawals.iter().filter(|it| it.at.as_ref() == Some(at)).count()
    };
    let mut named: Vec<&Path> = before.withdrawals.iter().filter_map(|it| it.at.as_ref()).collect();
    named.sort();
    named.dedup();
    named.retain(|at| count(after, at) < count(before, at));
    named.into_iter().cloned().collect()
}

/// Entries of `ignore` that accept something else than those that were there.
pub(super) fn ignores_added(before: &Declaration, after: &Declaration) -> Vec<Record> {
    let known = |rule: &Option<String>, at: &Option<Path>| {
        before.ignore.iter().any(|it| it.rule == *rule && it.at == *at)
    };
    let added = after.ignore.iter().filter(|it| !known(&it.rule, &it.at));
    let records = added.filter_map(|it| {
        Some(Record {
            entry: it.entry.clone(),
            names: it.at.clone()?,
            rule: it.rule.clone(),
            reason: it.reason.clone(),
        })
    });
    records.collect()
}
