//! What was gained and lost.

use super::writer::Html;
use super::{inner, section as section_of};
use crate::report::progress::{Line, NOT_LOOKED_AT, Piece, Progress};

pub(super) fn section(html: &mut Html, progress: &Progress<'_>) {
    section_of(html, "progress", "Progress", |html| {
        html.element("p", &[("class", "small")], |html| {
            html.text("Since ");
            html.leaf("bdi", &[], &progress.since);
            html.text(if progress.is_new { ", which has no declaration: this one is new." } else { ". " });
            html.text(if progress.is_new { "" } else { NOT_LOOKED_AT });
        });
        list(html, "Gained", &progress.gained);
        list(html, "Lost", &progress.lost);
        list(html, "Also changed", &progress.also);
        let all = [&progress.gained, &progress.lost, &progress.also];
        if !progress.is_new && all.iter().all(|lines| lines.is_empty()) {
            html.leaf("p", &[], "Nothing changed.");
        }
    });
}

fn list(html: &mut Html, title: &str, lines: &[Line<'_>]) {
    if lines.is_empty() {
        return;
    }
    html.leaf("h3", &[], title);
    html.element("ul", &[("class", "changes")], |html| {
        for line in lines {
            html.element("li", &[], |html| line.iter().for_each(|it| piece(html, it)));
        }
    });
}

fn piece(html: &mut Html, piece: &Piece<'_>) {
    match piece {
        Piece::Words(text) => html.text(text),
        Piece::Name(text) => {
            html.element("code", &[], |html| html.leaf("bdi", &[], text));
        }
        Piece::Asked { id, title, is_shown: true } => inner(html, id, title),
        Piece::Asked { title, .. } => html.text(title),
    }
}
