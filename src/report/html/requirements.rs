//! Each requirement in the framework's order: its status, and folded behind it everything that is said of it.

use super::writer::Html;
use super::{answer, icons, section as section_of};
use crate::report::clip::{clip, first};
use crate::report::href::Href;
use crate::report::model::{HIGHEST, Page, Requirement, Track};
use crate::report::wording;

/// How many clients have a column each; more of them stand below one another.
const COLUMNS: usize = 4;

pub(super) fn section(html: &mut Html, page: &Page<'_>) {
    section_of(html, "requirements", "Requirements", |html| {
        for track in page.tracks.iter().filter(|track| track.standing.is_ok()) {
            html.element("div", &[("class", "track")], |html| self::track(html, track));
        }
    });
}

fn track(html: &mut Html, track: &Track<'_>) {
    html.leaf("h3", &[], track.title);
    for level in 1..=HIGHEST {
        let own: Vec<&Requirement<'_>> =
            track.requirements.iter().filter(|it| it.asked.level == level).collect();
        if own.is_empty() {
            continue;
        }
        html.leaf("h4", &[], &format!("Level {level}"));
        html.element("div", &[], |html| {
            if track.has_columns() && track.clients.len() <= COLUMNS {
                heads(html, track);
            }
            for it in own {
                row(html, track, it);
            }
        });
    }
}

/// The names of the clients above their columns; each status says its own to those who do not see the column.
fn heads(html: &mut Html, track: &Track<'_>) {
    let class = format!("heads n{}", track.clients.len());
    html.element("div", &[("class", &class), ("aria-hidden", "true")], |html| {
        html.leaf("span", &[], "");
        track.clients.iter().for_each(|client| html.leaf("span", &[], &clip(client.name, html.detail.name)));
    });
}

fn row(html: &mut Html, track: &Track<'_>, requirement: &Requirement<'_>) {
    let asked = requirement.asked;
    let class = match track.clients.len() {
        0 | 1 => "row".to_owned(),
        count if count <= COLUMNS => format!("row columns n{count}"),
        _ => "row columns many".to_owned(),
    };
    html.element("details", &[("class", &class)], |html| {
        html.element("summary", &[], |html| {
            html.leaf("span", &[("class", "title")], &asked.title);
            if track.has_columns() {
                statuses(html, track, requirement);
            } else {
                requirement.marks.iter().for_each(|mark| icons::status(html, *mark));
            }
        });
        html.element("div", &[("class", "body")], |html| {
            // A fold opens for what is in it: the place stands there, and is drawn at the top of the fold, above the title.
            html.leaf("i", &[("id", &asked.id)], "");
            if html.detail.explains {
                html.leaf("p", &[], &asked.text);
            }
            let (shown, more) = first(&requirement.answers, html.detail.many);
            for it in shown {
                answer::answer(html, track, it);
            }
            if let Some(more) = wording::left_out(more, "answer") {
                html.leaf("p", &[], &more);
            }
            html.element("p", &[("class", "small")], |html| {
                html.leaf("code", &[], &asked.id);
                if let Some(href) = Href::of(&asked.source).filter(|_| html.detail.guidance) {
                    html.text(" · ");
                    html.link(&href, "in the words of the framework");
                }
            });
        });
    });
}

fn statuses(html: &mut Html, track: &Track<'_>, requirement: &Requirement<'_>) {
    for (mark, client) in requirement.marks.iter().zip(&track.clients) {
        html.element("span", &[("class", &format!("status {}", mark.name()))], |html| {
            icons::word(html, *mark);
            html.element("span", &[("class", "hidden")], |html| {
                html.text(" for ");
                html.name(client.name);
            });
        });
    }
}
