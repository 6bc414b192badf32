//! `not-compared`

use crate::findings::{Class, Finding, Place, Rule};
use crate::gate::Base;
use crate::rules::Context;

/// The rule.
pub static RULE: Rule = Rule {
    id: "not-compared",
    class: Class::Changed,
    summary: "A reviewer sees that a declaration was held against nothing.",
    why: "A declaration that the baseline does not have is new, and nothing in it can have stepped down; one that cannot be read is not compared. Where the baseline has a declaration, a pass, or the mending of the file, does not say that what it promised still holds.",
    fails: "",
    mended: "",
};

pub(in crate::rules) fn check(_: &Context<'_>, _: &mut Vec<Finding>) {}

/// The baseline has a declaration, and not at the place of the one that is checked.
#[must_use]
pub fn elsewhere(base: &Base, path: &str) -> Option<Finding> {
    let place = base.elsewhere.as_deref()?;
    let message = format!("the baseline has no `{path}`, but it has `{place}`: nothing was compared");
    Some(
        Finding::placed(&RULE, Place::File, message)
            .label("new")
            .note(format!("the baseline is {}", base.source))
            .help(format!("check `{place}` as well")),
    )
}

/// The baseline has the declaration, and it cannot be read now.
#[must_use]
pub fn unreadable(base: &Base) -> Option<Finding> {
    base.declaration.as_ref()?;
    let message = "nothing was compared with the baseline: the declaration cannot be read";
    let finding = Finding::placed(&RULE, Place::File, message.to_owned());
    Some(finding.note(format!("the baseline is {}", base.source)).help("mend the file first"))
}
