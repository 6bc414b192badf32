//! `encoding`

use crate::findings::{Class, Finding, Place, Rule};
use crate::text::span::Span;

/// The rule.
pub static RULE: Rule = Rule {
    id: "encoding",
    class: Class::Unreadable,
    summary: "The declaration is UTF-8.",
    why: "In any other encoding two readers see two texts. A byte order mark and CRLF line ends are accepted.",
    fails: r"",
    mended: r"",
};

/// Bytes that are no UTF-8.
#[must_use]
pub fn finding(at: Span, message: String) -> Finding {
    Finding::placed(&RULE, Place::Span(at), message).label("the text before this is UTF-8")
}
