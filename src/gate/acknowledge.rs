//! Which withdrawal answers for which step down.

use super::model::{AnswerChange, Move, Record, Regression};

/// Marks every regression that an added entry names, and gives back the entries that name nothing that stepped down.
pub(super) fn acknowledge(
    regressions: &mut [Regression],
    answers: &[AnswerChange],
    withdrawn: &[Record],
) -> Vec<Record> {
    for regression in regressions.iter_mut() {
        let entry = withdrawn.iter().find(|it| it.names == regression.at);
        regression.acknowledged = entry.map(|it| it.entry.clone());
    }
    // What followed from another step down was said too much, not wrongly.
    let follows = |record: &Record| answers.iter().any(|it| it.way == Move::LeftMet && it.at == record.names);
    let is_idle = |record: &&Record| !regressions.iter().any(|it| it.at == record.names) && !follows(record);
    withdrawn.iter().filter(is_idle).cloned().collect()
}
