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
          pages. No file of more than 64 KiB is taken for a badge. `badge --check` compares a file whosever it is. An entry of `ignore` accepts it with `at: claims`, where the \
          levels stand that the badge is about.",
    fails: "",
    mended: "",
};

pub(in crate::rules) fn check(_: &Context<'_>, _: &mut Vec<Finding>) {}

/// The badge on this line of this page says something else; `what` says what of it does. Each pair is what was found and what the
/// declaration says in its place, one of them empty where it says nothing of that.
#[must_use]
pub fn finding(page: &str, line: usize, what: &str, pairs: &[(String, String)], help: &str) -> Finding {
    let finding = Finding::new(
        &RULE,
        &Path::top().key("claims"),
        format!("{what} of the badge in `{page}`, line {line}, does not say what the declaration says"),
    );
    let finding = finding.label("shown in the README").help(help);
    if pairs.is_empty() {
        return finding.note(
            "what it says may be right, but it is not drawn as `package-repo-security badge` draws it",
        );
    }
    pairs.iter().fold(finding, |finding, (found, declared)| {
        let (found, declared) = (shorten(found), shorten(declared));
        finding.note(match (&*found, &*declared) {
            (found, "") => format!("found: `{found}`, of which the declaration says nothing"),
            ("", declared) => format!("not found: `{declared}`, as the declaration says"),
            (found, declared) => format!("found: `{found}`, and the declaration says `{declared}`"),
        })
    })
}
