//! What the reader refuses, and why a file could not be read at all.

pub mod declaration_ambiguous;
pub mod declaration_missing;
pub mod declaration_not_a_file;
pub mod encoding;
pub mod yaml_limit;
pub mod yaml_syntax;

pub(super) mod bare_carriage_return;
pub(super) mod bidirectional_control;
pub(super) mod control_character;
pub(super) mod invisible_character;
pub(super) mod unicode_line_end;
pub(super) mod yaml_alias;
pub(super) mod yaml_anchor;
pub(super) mod yaml_directive;
pub(super) mod yaml_duplicate_key;
pub(super) mod yaml_key;
pub(super) mod yaml_leading_indicator;
pub(super) mod yaml_merge_key;
pub(super) mod yaml_second_document;
pub(super) mod yaml_tab;
pub(super) mod yaml_tag;

use super::Context;
use crate::findings::{Finding, Place, Rule};
use crate::read::{Feature, ReadError};

/// The most places of one feature that a finding shows; their number is always said.
const SHOWN: usize = 10;

/// The finding of an error that ended the reading.
#[must_use]
pub fn unreadable(error: &ReadError) -> Finding {
    match error {
        ReadError::Syntax { message, at } => yaml_syntax::finding(*at, message),
        ReadError::Limit { message, at } => yaml_limit::finding(*at, message.clone()),
        ReadError::Encoding { at, .. } => {
            encoding::finding(crate::text::span::Span::new(*at, *at), error.to_string())
        }
    }
}

/// One finding for a refused feature, with all its places.
fn refused(
    context: &Context<'_>,
    feature: Feature,
    rule: &'static Rule,
    what: &str,
    label: &str,
    help: &str,
    findings: &mut Vec<Finding>,
) {
    for refusal in context.reading.refusals.iter().filter(|refusal| refusal.feature == feature) {
        let Some((first, rest)) = refusal.places.split_first() else { continue };
        let message = match rest.len() {
            0 => format!("{what} is not allowed in a declaration"),
            more => format!("{what} is not allowed in a declaration ({} places)", more + 1),
        };
        let mut finding = Finding::placed(rule, Place::Span(*first), message).label(label).help(help);
        for place in rest.iter().take(SHOWN - 1) {
            finding = finding.related(Place::Span(*place), label);
        }
        findings.push(finding);
    }
}
