//! Evidence, each item with what came of looking at it.

use super::icons;
use super::writer::Html;
use crate::declaration::Locator;
use crate::evidence::Outcome;
use crate::report::answer::Evidence;
use crate::report::clip::clip;
use crate::report::detail::away;
use crate::report::href::Href;
use crate::report::wording;

pub(super) fn list(html: &mut Html, evidence: &[Evidence<'_>]) {
    if evidence.is_empty() {
        return;
    }
    html.element("ul", &[("class", "evidence")], |html| {
        let (shown, left) = html.detail.evidence(evidence);
        for it in shown {
            item(html, it);
        }
        if !left.is_empty() {
            html.leaf("li", &[], &away(&left));
        }
    });
}

pub(super) fn item(html: &mut Html, evidence: &Evidence<'_>) {
    let item = evidence.item;
    html.element("li", &[("class", evidence.outcome.as_str())], |html| {
        icons::outcome(html, evidence.outcome);
        locator(html, item.locator());
        html.text(" ");
        html.leaf("b", &[], evidence.outcome.as_str());
        let mut facts = Vec::new();
        facts.extend(item.as_of.map(|day| format!("as of {day}")));
        facts.extend(item.commit.as_ref().map(|_| "pinned to a commit".to_owned()));
        facts.extend(item.sha256.as_ref().map(|_| "pinned to its bytes".to_owned()));
        if !facts.is_empty() {
            html.words(&format!(", {}", facts.join(", ")));
        }
        if !item.parts.is_empty() {
            html.text(", for ");
            let parts: Vec<&str> = item.parts.iter().map(String::as_str).collect();
            super::answer::names(html, &parts);
        }
        looked(html, evidence);
        if let Some(note) = &item.note {
            html.note("div", note);
        }
    });
}

fn locator(html: &mut Html, locator: Option<&Locator>) {
    match locator {
        Some(Locator::Url(url)) => match led(html, url) {
            Some(href) => html.address(&href, html.detail.line),
            // Another scheme, or no address: nobody is led there.
            None => html.leaf("code", &[], &clip(url, html.detail.line)),
        },
        Some(Locator::File { path, fragment }) => {
            let fragment = fragment.as_ref().map(|it| format!("#{it}")).unwrap_or_default();
            html.leaf("code", &[], &clip(&format!("{path}{fragment}"), html.detail.line));
        }
        Some(Locator::Statement(words)) => {
            html.text("The registry's word: ");
            html.leaf("bdi", &[], &clip(words, html.detail.note.max(html.detail.line)));
        }
        None => html.text("An item that could not be read"),
    }
}

/// An address that may be led to, and is not too long for the page.
fn led(html: &Html, text: &str) -> Option<Href> {
    Href::of(text).filter(|href| href.as_str().len() <= html.detail.address)
}

/// What was looked for and found, where that says more than the locator does.
fn looked(html: &mut Html, evidence: &Evidence<'_>) {
    let found = !evidence.found.is_empty() && evidence.outcome != Outcome::Unchecked;
    if evidence.item.checks.is_empty() && evidence.outcome == Outcome::Found || evidence.looked_for.is_empty()
    {
        return;
    }
    if !found && evidence.item.checks.is_empty() {
        return;
    }
    html.element("span", &[("class", "small")], |html| {
        html.text("looked for ");
        html.line(&wording::unticked(evidence.looked_for));
        if found {
            html.text("; found ");
            html.line(&wording::unticked(evidence.found));
        }
    });
}

/// An address of others: a link where it may be one.
pub(super) fn address(html: &mut Html, text: &str) {
    match led(html, text) {
        Some(href) => html.address(&href, html.detail.name),
        None => html.leaf("code", &[], &clip(text, html.detail.name)),
    }
}
