//! `yaml-limit`

use crate::findings::{Class, Finding, Place, Rule};
use crate::text::span::Span;

/// The rule.
pub static RULE: Rule = Rule {
    id: "yaml-limit",
    class: Class::Unreadable,
    summary: "The declaration stays within the limits: 256 KiB, nesting 16, 10,000 nodes.",
    why: "An honest declaration is some tens of kilobytes. The limits keep a hostile one from costing time or memory.",
    fails: r"answers: [[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]
",
    mended: r"answers:
  mfa: unmet
",
};

/// A limit that was passed.
#[must_use]
pub fn finding(at: Span, message: String) -> Finding {
    Finding::placed(&RULE, Place::Span(at), message).label("the limit is passed here")
}
