//! Versions of the framework.

use super::model::{Regression, RegressionKind};
use crate::declaration::Declaration;
use crate::read::Path;

/// The versions of both, where they differ, and the regression where the newer declaration has the older one.
pub(super) fn change(
    before: &Declaration,
    after: &Declaration,
) -> (Option<(String, String)>, Option<Regression>) {
    let (Some(old), Some(new)) = (&before.principles, &after.principles) else { return (None, None) };
    if old == new {
        return (None, None);
    }
    let older = numbers(new).zip(numbers(old)).is_some_and(|(new, old)| new < old);
    let regression = older.then(|| Regression {
        at: Path::top().key("principles"),
        kind: RegressionKind::PrinciplesOlder { before: old.clone(), after: new.clone() },
        acknowledged: None,
    });
    (Some((old.clone(), new.clone())), regression)
}

/// `v0.1` as numbers; `None` for what is no version, which is reported as that.
fn numbers(version: &str) -> Option<Vec<u64>> {
    version.strip_prefix('v')?.split('.').map(|number| number.parse().ok()).collect()
}
