//! What was gained and lost.

use super::section as section_of;
use super::writer::Html;
use crate::render::changes::{Line, Piece};
use crate::report::clip::{LINE, clip};
use crate::report::progress::Progress;

pub(super) fn section(html: &mut Html, progress: &Progress) {
    section_of(html, "progress", "Progress", |html| {
        html.element("p", &[("class", "small")], |html| {
            html.text("Since ");
            html.name(&clip(&progress.since, LINE));
            html.text(if progress.is_new { ", which has no declaration: this one is new." } else { "." });
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

fn list(html: &mut Html, title: &str, lines: &[Line]) {
    if lines.is_empty() {
        return;
    }
    html.leaf("h3", &[], title);
    html.element("ul", &[("class", "changes")], |html| {
        for line in lines {
            html.element("li", &[], |html| {
                for piece in line {
                    match piece {
                        Piece::Words(text) => html.text(text),
                        Piece::Name(text) => html.leaf("code", &[], &clip(text, LINE)),
                    }
                }
            });
        }
    });
}
