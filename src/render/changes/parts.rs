//! What became of parts, named by what is asked.

use super::{Line, Piece, at, list, words};
use crate::gate::{Part, PartsChange};

/// What became of the parts of an answer.
pub(super) fn parts(change: &PartsChange) -> Line {
    let said = [
        ("gained", &change.gained),
        ("lost", &change.lost),
        ("left out now", &change.left_out),
        ("counts now", &change.counted),
    ];
    parts_of(change, &said)
}

/// An answer, and what became of some of its parts.
pub(crate) fn parts_of(change: &PartsChange, said: &[(&'static str, &Vec<Part>)]) -> Line {
    let mut line = vec![at(&change.at, &change.requirement)];
    let mut divider = ": ";
    for (what, parts) in said.iter().filter(|(_, parts)| !parts.is_empty()) {
        line.push(words(format!("{divider}{what} ")));
        line.extend(named(parts));
        divider = "; ";
    }
    line.extend(list(" for ", &change.clients));
    line
}

/// Parts, one after the other.
pub(crate) fn named(parts: &[Part]) -> Line {
    let mut line = Line::new();
    for (index, part) in parts.iter().enumerate() {
        line.extend((index > 0).then(|| words(", ")));
        line.push(Piece::Part { id: part.id.clone(), text: part.text.clone() });
    }
    line
}
