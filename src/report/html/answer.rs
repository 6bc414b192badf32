//! What is said of a requirement.

use super::writer::Html;
use super::{evidence, icons, plan};
use crate::report::answer::{Answer, Part, PartState};
use crate::report::clip::{clip, first};
use crate::report::mark::Mark;
use crate::report::model::Track;
use crate::report::wording;

/// The answer of a track, or those of its clients in a block each.
pub(super) fn answer(html: &mut Html, track: &Track<'_>, answer: &Answer<'_>) {
    if !track.has_columns() {
        said_of(html, answer);
        return;
    }
    html.element("div", &[("class", "answer")], |html| {
        html.element("p", &[], |html| {
            names(html, &answer.clients);
            html.text(": ");
            icons::status(html, answer.mark);
        });
        said_of(html, answer);
    });
}

fn said_of(html: &mut Html, answer: &Answer<'_>) {
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
        let line = html.detail.line;
        said(html, "Met by ", written.by.as_deref(), line);
        said(html, "With a separate tool: ", written.tool.as_deref(), line);
        said(html, wording::reason(answer.mark), written.reason.as_deref(), line.max(html.detail.note));
        if let Some(note) = &written.note {
            html.note("p", note);
        }
    }
    evidence::list(html, &answer.evidence);
    if let Some(it) = &answer.plan {
        html.element("p", &[], |html| plan::plan(html, it));
    }
}

/// Names with commas between them.
pub(super) fn names(html: &mut Html, names: &[&str]) {
    let (shown, more) = first(names, html.detail.many);
    for (index, name) in shown.iter().enumerate() {
        html.text(if index == 0 { "" } else { ", " });
        html.name(name);
    }
    if more > 0 {
        html.text(&format!(" and {more} more"));
    }
}

fn said(html: &mut Html, before: &str, text: Option<&str>, most: usize) {
    let Some(text) = text else { return };
    html.element("p", &[], |html| {
        html.text(before);
        html.leaf("bdi", &[], &clip(text, most));
    });
}

fn parts(html: &mut Html, parts: &[Part<'_>]) {
    if parts.is_empty() {
        return;
    }
    let (shown, more) = html.detail.parts(parts);
    html.element("ul", &[("class", "list")], |html| {
        for it in shown {
            part(html, it);
        }
        if more > 0 {
            html.leaf("li", &[], &format!("{more} more that the framework does not know"));
        }
    });
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
            None => html.name(part.id),
        }
        if let Some(word) = wording::part(part.state) {
            html.text(&format!(" ({word}"));
            if let PartState::NotApplicable(why) = part.state {
                html.text(": ");
                html.line(why);
            }
            html.text(")");
        }
    });
}
