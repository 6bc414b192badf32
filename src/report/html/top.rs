//! The top: whose page it is, who says so, as of when, and what came of looking at the evidence.

use super::evidence::address;
use super::inner;
use super::writer::Html;
use crate::report::clip::{NAME, clip};
use crate::report::href::Href;
use crate::report::model::Page;
use crate::report::wording::checked;

/// The registry's name, as long as a heading can be.
pub(super) fn name(page: &Page<'_>) -> String {
    page.name.map_or_else(|| "A registry without a name".to_owned(), |name| clip(name, NAME).into_owned())
}

pub(super) fn header(html: &mut Html, page: &Page<'_>) {
    html.element("header", &[], |html| {
        html.leaf("p", &[("class", "kicker")], "Package repository security");
        html.element("h1", &[], |html| html.leaf("bdi", &[], &name(page)));
        if let Some(url) = page.url {
            html.element("p", &[("class", "home")], |html| address(html, url));
        }
        html.element("p", &[("class", "lead")], |html| assessed(html, page));
        html.element("p", &[("class", "lead")], |html| html.words(&checked(page)));
        let shortened = html.detail.remark(page);
        if !page.remarks.is_empty() || shortened.is_some() {
            html.element("ul", &[("class", "remarks")], |html| {
                page.remarks.iter().chain(&shortened).for_each(|remark| html.leaf("li", &[], remark));
            });
        }
    });
}

/// `Self-assessed as of 2026-08-21 by @epi-admin against …`.
fn assessed(html: &mut Html, page: &Page<'_>) {
    html.text("Self-assessed");
    match page.reviewed {
        Some(day) => html.words(&format!(" as of {day}")),
        None => html.text(", without a readable date,"),
    }
    match page.reviewed_by {
        Some(by) => {
            html.text(" by ");
            html.leaf("bdi", &[], &clip(by, NAME));
            html.text(" against the ");
        }
        None => html.text(" (by whom is not said) against the "),
    }
    let framework = format!("{} {}", page.catalogue.title, page.catalogue.version);
    match Href::of(&page.catalogue.source) {
        Some(href) => html.link(&href, &framework),
        None => html.text(&framework),
    }
    html.text(".");
}

pub(super) fn contents(html: &mut Html, page: &Page<'_>) {
    html.element("nav", &[("aria-label", "On this page")], |html| {
        html.element("ul", &[], |html| {
            html.element("li", &[], |html| inner(html, "levels", "Levels"));
            html.element("li", &[], |html| inner(html, "requirements", "Requirements"));
            html.element("li", &[], |html| inner(html, "roadmap", "Roadmap"));
            if page.progress.is_some() {
                html.element("li", &[], |html| inner(html, "progress", "Progress"));
            }
        });
    });
}
