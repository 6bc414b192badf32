//! `badge-outdated`

use crate::findings::{Class, Finding, Rule};
use crate::read::Path;
use crate::rules::Context;
use crate::text::passage::shorten;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "badge-outdated",
    class: Class::Neglected,
    summary: "The badge in the README says what the declaration says.",
    why: "Readers see the badge first, and many nothing else. It is held against the declaration: a committed SVG of this tool, and the words in its place, in every form that `badge` has, whether the review is overdue or not. Pages are looked at as for `badge-missing`; what another server draws is not.",
    fails: "",
    mended: "",
};

pub(in crate::rules) fn check(_: &Context<'_>, _: &mut Vec<Finding>) {}

/// The badge on this line of this page says something else; `what` says what of it does.
#[must_use]
pub fn finding(page: &str, line: usize, what: &str, says: &str) -> Finding {
    Finding::new(
        &RULE,
        &Path::top().key("claims"),
        format!("{what} of the badge in `{page}`, line {line}, does not say what the declaration says"),
    )
    .label("shown in the README")
    .note(format!("found: {}", shorten(says)))
    .help("run `package-repo-security badge --svg FILE --markdown`, and commit the file and what it prints")
}
