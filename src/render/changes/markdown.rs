//! Changes as Markdown: names stand in code spans only.

use super::{Piece, sections};
use crate::gate::Comparison;
use crate::render::inert_markdown::{code, words};
use crate::text::sanitize;

/// What changed, as the whole output of `diff`.
#[must_use]
pub fn changes(old: &str, new: &str, comparison: &Comparison) -> String {
    let heading = format!("## What changed from {} to {}", code(old), code(new));
    let mut lines = vec![heading];
    let body = body(comparison);
    if body.is_empty() {
        lines.extend([String::new(), "Nothing that the gate looks at.".to_owned()]);
    }
    lines.extend(body);
    let text = format!("{}\n", lines.join("\n"));
    sanitize::inert(&text).into_owned()
}

/// The sections, each with the empty line before it; none where nothing changed.
pub(in crate::render) fn body(comparison: &Comparison) -> Vec<String> {
    let mut lines = Vec::new();
    for section in sections(comparison) {
        lines.extend([String::new(), format!("**{}**", section.title), String::new()]);
        for line in section.lines {
            let pieces = line.into_iter().map(|piece| match piece {
                Piece::Words(text) => text,
                Piece::Part { text: Some(text), .. } => words(&text),
                other => code(other.name().unwrap_or_default()),
            });
            lines.push(format!("- {}", pieces.collect::<String>()));
        }
    }
    lines
}
