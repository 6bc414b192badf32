//! `yaml-syntax`

use crate::findings::{Class, Finding, Place, Rule};
use crate::text::span::Span;

/// The rule.
pub static RULE: Rule = Rule {
    id: "yaml-syntax",
    class: Class::Unreadable,
    summary: "The declaration is YAML.",
    why: "Only a syntax error ends the reading: of what stands behind it nothing can be said. Common causes: a text that begins with `@`, `` ` ``, `*`, `&`, `!`, `%` or `[` and is not quoted; a `: ` inside a text that is not quoted; a tab in the indentation.",
    fails: r"answers:
  mfa: {status: unmet
",
    mended: r"answers:
  mfa: {status: unmet}
",
};

/// A syntax error.
#[must_use]
pub fn finding(at: Span, message: &str) -> Finding {
    Finding::placed(&RULE, Place::Span(at), format!("not YAML: {message}"))
        .label("the parser gave up here")
        .help(
            "look at the indentation of this line and the one before, at the space behind each `:`, and at text with `: ` or ` #` in it, which needs quotation marks",
        )
}
