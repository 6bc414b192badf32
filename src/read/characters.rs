//! Characters that a declaration must not hold, raw or as an escape: two readers, or a reader and a reviewer, would see two
//! different files.

use super::refusal::{Feature, Refusal};
use super::tree::{Kind, Node, Style};
use crate::text::sanitize::is_unprintable;
use crate::text::span::Span;
use std::collections::BTreeSet;

/// Refused characters of the text as it stands.
pub(super) fn raw(text: &str) -> Vec<Refusal> {
    let mut refusals = Vec::new();
    // Most declarations are plain ASCII: one look at the bytes, and nothing is left to look for.
    if text.bytes().all(|b| matches!(b, b' '..=b'~' | b'\n' | b'\t')) {
        return refusals;
    }
    let mut before = '\n';
    for (at, c) in text.char_indices() {
        let bare_return = c == '\r' && !text[at..].starts_with("\r\n");
        if bare_return {
            refusals.push(Refusal::at(Feature::BareCarriageReturn, Span::new(at, at + 1)));
        } else if c != '\r'
            && let Some(feature) = refused(c, before)
        {
            refusals.push(Refusal::at(feature, Span::new(at, at + c.len_utf8())));
        }
        before = c;
    }
    refusals
}

/// Refused characters that a double-quoted scalar writes as an escape: the whole scalar is the place.
pub(super) fn escaped(root: &Node, text: &str) -> Vec<Refusal> {
    let mut refusals = Vec::new();
    let mut waiting = vec![root];
    while let Some(node) = waiting.pop() {
        match &node.kind {
            Kind::Scalar { text: value, style } => {
                check_scalar(value, *style, node.span, text, &mut refusals);
            }
            Kind::List(items) => waiting.extend(items),
            Kind::Map(entries) => {
                for entry in entries {
                    check_scalar(&entry.key, entry.key_style, entry.key_span, text, &mut refusals);
                    waiting.push(&entry.value);
                }
            }
            Kind::Refused => {}
        }
    }
    refusals
}

fn check_scalar(value: &str, style: Style, span: Span, text: &str, refusals: &mut Vec<Refusal>) {
    if style != Style::DoubleQuoted || !text[span.range()].contains('\\') {
        return;
    }
    let raw: BTreeSet<char> = text[span.range()].chars().filter(|c| !c.is_ascii_graphic()).collect();
    let mut before = ' ';
    for c in value.chars() {
        let feature = if c == '\r' { Some(Feature::ControlCharacter) } else { refused(c, before) };
        if let Some(feature) = feature.filter(|_| !raw.contains(&c)) {
            refusals.push(Refusal::at(feature, span));
        }
        before = c;
    }
}

fn refused(c: char, before: char) -> Option<Feature> {
    match c {
        '\n' | '\t' => None,
        '\u{85}' | '\u{2028}' | '\u{2029}' => Some(Feature::UnicodeLineEnd),
        '\0'..='\x1f' | '\x7f'..='\u{9f}' => Some(Feature::ControlCharacter),
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            Some(Feature::BidirectionalControl)
        }
        // The variation selector that makes an emoji of a symbol; after ASCII it would only hide something.
        '\u{fe0f}' => before.is_ascii().then_some(Feature::InvisibleCharacter),
        c if is_unprintable(c) => Some(Feature::InvisibleCharacter),
        _ => None,
    }
}
