//! `badge-outdated`

use crate::findings::{Class, Finding, Rule};
use crate::read::Path;
use crate::rules::Context;
use crate::text::passage::shorten;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "badge-outdated",
    class: Class::Neglected,
    summary: "The badge in the README says what the declaration says.",
    why: "Readers see the badge first, and many nothing else. It is held against the declaration: a committed SVG of this tool, \
          a committed JSON that shields.io draws from this repository, and the words in its place, in every form that `badge` \
          has, whether the review is overdue or not. Pages are looked at as for `badge-missing`; what another server draws is \
          not. A badge of another registry is left alone: an SVG of this tool says whose it is by the home page of the \
          registry, and a badge that leads to the declaration is about it. Of a badge that tells neither, the picture must \
          be of this repository or its registry, and the link may not lead elsewhere; or the link leads to the registry's own \
          pages. `badge --check` compares a file whosever it is. An entry of `ignore` accepts it with `at: claims`, where the \
          levels stand that the badge is about.",
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
    .help("run `package-repo-security badge` as it was run for this one, with `--markdown` for the text, and commit what it writes and prints")
}
