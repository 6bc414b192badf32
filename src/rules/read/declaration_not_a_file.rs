//! `declaration-not-a-file`

use crate::findings::{Class, Finding, Place, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "declaration-not-a-file",
    class: Class::Unreadable,
    summary: "The declaration is a regular file.",
    why: "A symbolic link, a directory or a Git LFS pointer in place of the file would let something else than the reviewed text be read.",
    fails: r"",
    mended: r"",
};

/// Something that is no regular file, or cannot be read, in place of the declaration.
#[must_use]
pub fn finding(path: &str, found: &str) -> Finding {
    Finding::placed(&RULE, Place::File, format!("`{path}` cannot be read: {found}"))
        .help("put the declaration itself there, as a regular file")
}
