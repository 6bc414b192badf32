//! What was gained and lost.

use super::writer::{Lines, prose};
use crate::render::inert_markdown::code;
use crate::report::progress::{Line, NOT_LOOKED_AT, Piece, Progress};

pub(super) fn section(lines: &mut Lines, progress: &Progress<'_>) {
    lines.paragraph("## Progress");
    let since = code(&progress.since);
    lines.paragraph(&if progress.is_new {
        format!("Since {since}, which has no declaration: this one is new.")
    } else {
        format!("Since {since}. {}", prose(NOT_LOOKED_AT))
    });
    let sections = [("Gained", &progress.gained), ("Lost", &progress.lost), ("Also changed", &progress.also)];
    if !progress.is_new && sections.iter().all(|(_, all)| all.is_empty()) {
        lines.paragraph("Nothing changed.");
    }
    for (title, all) in sections.into_iter().filter(|(_, all)| !all.is_empty()) {
        lines.paragraph(&format!("### {title}"));
        lines.list(all.iter().map(line));
    }
}

fn line(pieces: &Line<'_>) -> String {
    let pieces = pieces.iter().map(|piece| match piece {
        Piece::Words(text) => prose(text),
        Piece::Name(text) => code(text),
        Piece::Asked { id, title, .. } => format!("{} ({})", prose(title), code(id)),
    });
    pieces.collect()
}
