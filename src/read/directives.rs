//! `%YAML` and `%TAG` lines: the parser obeys them and reports no event, so the lines are scanned.

use super::refusal::{Feature, Refusal};
use crate::text::span::Span;

/// The directive lines before the first document.
pub(super) fn find(text: &str) -> Vec<Refusal> {
    let mut refusals = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let body = line.trim_end();
        if body.starts_with('%') {
            refusals.push(Refusal::at(Feature::Directive, Span::new(at, at + body.len())));
        } else if !body.is_empty() && !body.trim_start().starts_with('#') {
            break;
        }
        at += line.len();
    }
    refusals
}
