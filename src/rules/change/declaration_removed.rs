//! `declaration-removed`

use crate::findings::{Class, Finding, Place, Rule};
use crate::gate::Base;
use crate::rules::Context;

/// The rule.
pub static RULE: Rule = Rule {
    id: "declaration-removed",
    class: Class::Regression,
    summary: "A declaration that was there stays.",
    why: "Without the declaration nothing is claimed and nothing is checked: every level falls at once, and the next change has nothing to be held against. A link, a directory or a Git LFS pointer in its place is as good as nothing.",
    fails: "",
    mended: "",
};

pub(in crate::rules) fn check(_: &Context<'_>, _: &mut Vec<Finding>) {}

/// The baseline had a declaration, and none can be had now.
#[must_use]
pub fn finding(base: &Base) -> Finding {
    let was = base.place.as_deref().unwrap_or(&base.source);
    let message = format!("the declaration is gone: the baseline has `{was}`");
    Finding::placed(&RULE, Place::File, message)
        .label("nothing to read")
        .note(format!("the baseline is {}", base.source))
        .help("put it back; an answer that does not hold any more is lowered, with an entry in `withdrawals`")
}
