//! `badge-missing`

use crate::findings::{Class, Finding, Rule};
use crate::read::Path;
use crate::rules::Context;
use crate::text::passage::shorten;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "badge-missing",
    class: Class::Neglected,
    summary: "The badge in the README is there, and leads somewhere.",
    why: "A picture that is not there shows nothing, and a reader who follows the badge wants to see what it rests on. \
          Looked at are `README.md`, `README.markdown`, `README.mdown`, `README.mkdn` and `README.rst`, in whatever case, at \
          the top, in `.github` and in `docs`, up to 1 MiB each, where the declaration stands at one of its own places; in \
          Markdown also pictures and links that are written as HTML. A README in another markup is not read. A picture is a \
          badge by the words in its place, by what is in its file, or where it leads to the declaration. A picture or link is \
          looked for where it names a file of the repository, by path or by its address on GitHub at `HEAD`, `main` or \
          `master` in a clone of that repository; one that is empty leads nowhere. Other addresses are not asked. \
          `badge --svg FILE --markdown` prints what to paste. An entry of `ignore` accepts it with `at: claims`, where the \
          levels stand that the badge is about.",
    fails: "",
    mended: "",
};

const HELP: &str =
    "run `package-repo-security badge --svg FILE --markdown`, paste what it prints, and commit the file";

pub(in crate::rules) fn check(_: &Context<'_>, _: &mut Vec<Finding>) {}

/// The badge on this line of this page names a file that is not there; `what` says which of the two that it names.
#[must_use]
pub fn finding(page: &str, line: usize, what: &str, file: &str) -> Finding {
    let file = shorten(file);
    Finding::new(
        &RULE,
        &Path::top().key("claims"),
        format!("the badge in `{page}`, line {line}, {what} `{file}`, and there is no such file"),
    )
    .label("shown in the README")
    .help(HELP)
}

/// The badge on this line of this page shows nothing, or leads nowhere; `what` says which.
#[must_use]
pub fn nowhere(page: &str, line: usize, what: &str) -> Finding {
    let at = Path::top().key("claims");
    Finding::new(&RULE, &at, format!("the badge in `{page}`, line {line}, {what}"))
        .label("shown in the README")
        .help(HELP)
}
