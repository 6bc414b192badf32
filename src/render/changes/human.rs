//! Changes for a terminal.

use super::{Piece, sections};
use crate::gate::Comparison;
use crate::render::cells::{clean, wrap};
use crate::render::inert::inert;
use crate::render::style::{FAINT, STRONG};
use crate::render::{Baseline, Style};

/// What changed, as the whole output of `diff`; every line ends with LF.
#[must_use]
pub fn changes(comparison: &Comparison, style: Style) -> String {
    let body = body(comparison, style);
    inert(if body.is_empty() { "nothing changed that the gate looks at\n" } else { &body })
}

/// What changed against a baseline, as a part of the report of a check.
pub(in crate::render) fn compared(baseline: &Baseline, style: Style) -> String {
    let title = format!("Compared with {}", clean(&baseline.source));
    let mut out = String::new();
    for line in wrap(&title, style.columns()) {
        out.push_str(&style.paint(STRONG, &line));
        out.push('\n');
    }
    match &baseline.comparison {
        None if baseline.is_new => out.push_str("  it has no declaration: this one is new\n"),
        None if baseline.regressions.is_empty() => {
            out.push_str("  not compared: this one could not be read\n");
        }
        None => out.push_str("  the declaration is gone\n"),
        Some(comparison) => match body(comparison, style) {
            body if body.is_empty() => out.push_str("  nothing changed that the gate looks at\n"),
            body => out.extend(body.lines().map(|line| format!("  {line}\n"))),
        },
    }
    out
}

fn body(comparison: &Comparison, style: Style) -> String {
    let mut out = String::new();
    for section in sections(comparison) {
        out.push_str(&style.paint(FAINT, section.title));
        out.push('\n');
        for line in section.lines {
            let pieces = line.into_iter().map(|piece| match piece {
                Piece::Words(text) => text.replace('→', style.either("→", "->")),
                Piece::Part { text: Some(text), .. } => format!("\"{text}\""),
                other => clean(other.name().unwrap_or_default()),
            });
            let text: String = pieces.collect();
            for (index, line) in wrap(&text, style.columns() - 6).into_iter().enumerate() {
                out.push_str(if index == 0 { "  " } else { "    " });
                out.push_str(&line);
                out.push('\n');
            }
        }
    }
    out
}
