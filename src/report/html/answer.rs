//! What is said of a requirement.

use super::writer::Html;
use super::{evidence, icons, plan};
use crate::report::answer::{Answer, Part, PartState};
use crate::report::clip::{LINE, NAME, NOTE, clip};
use crate::report::mark::Mark;
use crate::report::model::Track;
use crate::report::wording;

pub(super) fn answer(html: &mut Html, track: &Track<'_>, answer: &Answer<'_>) {
    html.element("div", &[("class", "answer")], |html| {
        if track.has_columns() {
            html.element("p", &[], |html| {
                names(html, &answer.clients);
                html.text(": ");
                icons::status(html, answer.mark);
            });
        }
        if let Some(other) = answer.implied_by {
            html.leaf("p", &[], &format!("Met, implied by: {other}."));
        }
        if answer.mark == Mark::Unknown {
            html.leaf(
                "p",
                &[],
                "Not assessed: nothing is said of it, neither that it is met nor that it is not.",
            );
        }
        if let Some(errors) = wording::errors(answer.errors) {
            html.leaf("p", &[], &errors);
        }
        parts(html, &answer.parts);
        if let Some(written) = answer.written {
            said(html, "Met by ", written.by.as_deref());
            said(html, "With a separate tool: ", written.tool.as_deref());
            said(html, wording::reason(answer.mark), written.reason.as_deref());
            if let Some(note) = &written.note {
                html.leaf("p", &[("class", "note"), ("dir", "auto")], &clip(note, NOTE));
            }
        }
        evidence::list(html, &answer.evidence);
        if let Some(it) = &answer.plan {
            html.element("p", &[], |html| plan::plan(html, it));
        }
    });
}

/// Names with commas between them.
pub(super) fn names(html: &mut Html, names: &[&str]) {
    for (index, name) in names.iter().enumerate() {
        html.text(if index == 0 { "" } else { ", " });
        html.name(&clip(name, NAME));
    }
}

fn said(html: &mut Html, before: &str, text: Option<&str>) {
    let Some(text) = text else { return };
    html.element("p", &[], |html| {
        html.text(before);
        html.name(&clip(text, LINE));
    });
}

fn parts(html: &mut Html, parts: &[Part<'_>]) {
    if parts.is_empty() {
        return;
    }
    html.element("ul", &[("class", "list")], |html| parts.iter().for_each(|it| part(html, it)));
}

fn part(html: &mut Html, part: &Part<'_>) {
    html.element("li", &[], |html| {
        match part.state {
            PartState::Holds => icons::mark(html, Mark::Met),
            PartState::Missing => icons::mark(html, Mark::Unmet),
            PartState::NotApplicable(_) => icons::mark(html, Mark::NotApplicable),
            PartState::Optional | PartState::Open => {}
        }
        match part.text {
            Some(text) => html.text(text),
            None => html.name(&clip(part.id, NAME)),
        }
        if let Some(word) = wording::part(part.state) {
            html.text(&format!(" ({word}"));
            if let PartState::NotApplicable(why) = part.state {
                html.text(": ");
                html.name(&clip(why, LINE));
            }
            html.text(")");
        }
    });
}
