//! Each requirement in the framework's order, folded: its status is seen, the rest is one click away.

use super::answer::answer;
use super::writer::{Lines, anchor, html, inner, link, prose};
use crate::render::inert_markdown::code_cell;
use crate::report::clip::{clip, first};
use crate::report::model::{HIGHEST, Page, Requirement, Track};
use crate::report::wording;

pub(super) fn section(lines: &mut Lines, page: &Page<'_>) {
    lines.paragraph("## Requirements");
    for track in page.tracks.iter().filter(|track| track.standing.is_ok()) {
        lines.paragraph(&format!("### {}: requirements", prose(track.title)));
        if track.has_columns() {
            columns(lines, track);
        }
        for level in 1..=HIGHEST {
            let own: Vec<_> = track.requirements.iter().filter(|it| it.asked.level == level).collect();
            if !own.is_empty() {
                lines.paragraph(&format!("#### Level {level}"));
            }
            for it in own {
                requirement(lines, track, it);
            }
        }
    }
}

/// A column for each client.
fn columns(lines: &mut Lines, track: &Track<'_>) {
    let mut heads = vec!["Requirement".to_owned(), "Level".to_owned()];
    heads.extend(track.clients.iter().map(|client| code_cell(&clip(client.name, lines.detail.name))));
    let rows = track.requirements.iter().map(|it| {
        let mut row = vec![inner(&it.asked.id, &prose(&it.asked.title)), it.asked.level.to_string()];
        row.extend(it.marks.iter().map(|mark| format!("{} {}", mark.shape(), mark.word())));
        row
    });
    lines.table(&heads, rows);
}

fn requirement(lines: &mut Lines, track: &Track<'_>, requirement: &Requirement<'_>) {
    let asked = requirement.asked;
    let status = match requirement.marks.as_slice() {
        [mark] if !track.has_columns() => format!("{} {}: ", mark.shape(), mark.word()),
        _ => String::new(),
    };
    lines.paragraph("<details>");
    lines.line(&format!("<summary>{}{status}{}</summary>", anchor(&asked.id), html(&asked.title)));
    if lines.detail.explains {
        lines.paragraph(&prose(&asked.text));
    }
    let (shown, more) = first(&requirement.answers, lines.detail.many);
    for it in shown {
        answer(lines, track, it);
    }
    lines.paragraph(&wording::left_out(more, "answer").unwrap_or_default());
    let source = if lines.detail.guidance {
        format!(" · {}", link(&asked.source, "in the words of the framework"))
    } else {
        String::new()
    };
    lines.paragraph(&format!("`{}`{source}", asked.id));
    lines.paragraph("</details>");
}
