//! The report as one page of HTML that needs nothing else: no script, no picture, no font, nothing from anywhere.

mod answer;
mod evidence;
mod foot;
mod head;
mod icons;
mod plan;
mod progress;
mod requirements;
mod roadmap;
mod style;
mod top;
mod tracks;
mod writer;

use super::detail::{Detail, Limit, fit};
use super::model::Page;
use crate::evidence::own_output::REPORT_MARK;
use writer::Html;

/// The largest page, in bytes.
pub const LARGEST: usize = 120_000;

/// The page, with as much detail as fits into [`LARGEST`].
#[must_use]
pub fn html(page: &Page<'_>) -> String {
    fit(Limit::Bytes(LARGEST), |detail| with_detail(page, detail))
}

fn with_detail(page: &Page<'_>, detail: Detail) -> String {
    let mut html = Html::new(detail);
    html.verbatim("<!DOCTYPE html>\n");
    html.verbatim(REPORT_MARK);
    html.verbatim("\n");
    html.element("html", &[("lang", "en")], |html| {
        head::head(html, page);
        html.element("body", &[], |html| {
            html.leaf("a", &[("class", "skip"), ("href", "#levels")], "Skip to the levels");
            icons::symbols(html);
            top::header(html, page);
            top::contents(html, page);
            html.element("main", &[], |html| {
                tracks::section(html, page);
                requirements::section(html, page);
                roadmap::section(html, page);
                if let Some(progress) = &page.progress {
                    let shown = html.detail.progress(progress);
                    progress::section(html, &shown);
                }
            });
            foot::footer(html, page);
        });
    });
    html.finish()
}

/// A section of the page under a heading.
fn section(html: &mut Html, id: &'static str, title: &str, inside: impl FnOnce(&mut Html)) {
    let heading = format!("{id}-title");
    html.element("section", &[("id", id), ("aria-labelledby", &heading)], |html| {
        html.leaf("h2", &[("id", &heading)], title);
        inside(html);
    });
}

/// A link within the page.
fn inner(html: &mut Html, id: &str, text: &str) {
    html.leaf("a", &[("href", &format!("#{id}"))], text);
}
