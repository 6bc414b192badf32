//! The head: what the page is, and what it may do.

use super::style::{policy, sheet};
use super::top::name;
use super::writer::Html;
use crate::report::model::Page;

pub(super) fn head(html: &mut Html, page: &Page<'_>) {
    let sheet = sheet();
    let generator = concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION"));
    html.element("head", &[], |html| {
        html.void("meta", &[("charset", "utf-8")]);
        html.void("meta", &[("http-equiv", "Content-Security-Policy"), ("content", &policy(&sheet))]);
        for (name, content) in [
            ("viewport", "width=device-width, initial-scale=1"),
            ("color-scheme", "light dark"),
            ("referrer", "no-referrer"),
            ("generator", generator),
        ] {
            html.void("meta", &[("name", name), ("content", content)]);
        }
        html.leaf("title", &[], &format!("{}: package repository security", name(page)));
        html.style(&sheet);
    });
}
