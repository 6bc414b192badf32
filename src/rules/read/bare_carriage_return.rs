//! `bare-carriage-return`

use super::refused;
use crate::findings::{Class, Finding, Rule};
use crate::read::Feature;
use crate::rules::Context;

pub(in crate::rules) static RULE: Rule = Rule {
    id: "bare-carriage-return",
    class: Class::Malformed,
    summary: "Lines end with LF or CRLF.",
    why: "A carriage return alone ends a line for some readers and not for others, and can hide a line from a reviewer.",
    fails: "# a comment\u{d}answers:\n  mfa: unmet\n",
    mended: r"# a comment
answers:
  mfa: unmet
",
};

pub(in crate::rules) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    refused(
        context,
        Feature::BareCarriageReturn,
        &RULE,
        "a carriage return without a line feed",
        "carriage return",
        "end lines with LF or CRLF",
        findings,
    );
}
