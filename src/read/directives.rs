//! What the parser passes over without an event, so that the lines are scanned: `%YAML` and `%TAG`, and tabs before a line's
//! text, which some readers refuse and others take for indentation.

use super::refusal::{Feature, Refusal};
use crate::text::span::Span;

/// The lines that are indented with a tab.
pub(super) fn tabs(text: &str) -> Vec<Refusal> {
    let mut refusals = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let indentation = line.len() - line.trim_start_matches([' ', '\t']).len();
        if let Some(tab) = line[..indentation].find('\t') {
            refusals.push(Refusal::at(Feature::TabIndentation, Span::new(at + tab, at + tab + 1)));
        }
        at += line.len();
    }
    refusals
}

/// The directive lines before the first document.
pub(super) fn find(text: &str) -> Vec<Refusal> {
    let mut refusals = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let body = line.trim_end();
        if body.starts_with('%') {
            refusals.push(Refusal::at(Feature::Directive, Span::new(at, at + body.len())));
        } else if !body.is_empty() && body != "..." && !body.trim_start().starts_with('#') {
            break;
        }
        at += line.len();
    }
    refusals
}
