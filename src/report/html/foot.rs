//! The foot: how to read the page, where it comes from, and whom to tell that it is wrong.

use super::evidence::address;
use super::icons;
use super::writer::Html;
use crate::report::clip::clip;
use crate::report::mark::Mark;
use crate::report::model::Page;

pub(super) fn footer(html: &mut Html, page: &Page<'_>) {
    html.element("footer", &[], |html| {
        html.element("ul", &[("class", "legend"), ("aria-label", "What each status means")], |html| {
            for mark in Mark::ALL {
                html.element("li", &[], |html| {
                    icons::status(html, mark);
                    html.text(&format!(": {}", mark.meaning()));
                });
            }
        });
        html.leaf(
            "p",
            &[],
            "Levels are a self-assessment. Declared levels rest on the answers alone; for supported levels no \
             evidence may have been seen to be otherwise. Nobody awards them, there is no overall level, and unknown \
             means that nothing is known.",
        );
        html.leaf("p", &[], &page.catalogue.attribution);
        if let Some(contact) = page.contact {
            html.element("p", &[], |html| {
                html.text("Is an answer wrong? Say so: ");
                address(html, contact);
            });
        }
        html.element("p", &[], |html| {
            html.text(concat!("Written by ", env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION"), " from "));
            html.leaf("code", &[], &clip(page.path, html.detail.line));
            if let Some(sha256) = page.sha256 {
                html.text(", SHA-256 ");
                html.leaf("code", &[], sha256);
            }
            html.text(".");
        });
    });
}
