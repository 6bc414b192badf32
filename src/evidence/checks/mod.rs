//! What must hold in a file: one check a file.

mod hedge;
pub mod json;
pub mod quote;
pub mod security_txt;
pub mod sha256;

use super::outcome::Trouble;
use super::repository::MAX_FILE_MIB;
use crate::text::passage::shorten;

/// What came of a check.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Seen {
    /// What was found, for people.
    pub found: Vec<String>,
    /// What is wrong.
    pub troubles: Vec<Trouble>,
}

/// A text of any length on one short line.
#[must_use]
pub fn on_one_line(text: &str) -> String {
    // Nothing behind the part that is shown is worth folding.
    let end = text.char_indices().nth(1000).map_or(text.len(), |(end, _)| end);
    shorten(&text[..end].split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The help for a file that is no text.
pub(super) fn text_help(what: &str) -> String {
    format!("{what} needs a text of at most {MAX_FILE_MIB} MiB; pin other files with `sha256`")
}
