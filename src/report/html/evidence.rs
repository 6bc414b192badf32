//! Evidence, each item with what came of looking at it.

use super::icons;
use super::writer::Html;
use crate::declaration::Locator;
use crate::evidence::Outcome;
use crate::report::answer::Evidence;
use crate::report::clip::{LINE, MOST, NAME, NOTE, clip};
use crate::report::href::Href;
use crate::report::wording;

pub(super) fn list(html: &mut Html, evidence: &[Evidence<'_>]) {
    if evidence.is_empty() {
        return;
    }
    html.element("ul", &[("class", "evidence")], |html| {
        evidence.iter().take(MOST).for_each(|it| item(html, it));
        if let Some(more) = wording::more(evidence.len().saturating_sub(MOST)) {
            html.leaf("li", &[], &more);
        }
    });
}

pub(super) fn item(html: &mut Html, evidence: &Evidence<'_>) {
    let item = evidence.item;
    html.element("li", &[], |html| {
        icons::outcome(html, evidence.outcome);
        locator(html, item.locator());
        html.text(" ");
        html.leaf(
            "span",
            &[("class", &format!("outcome {}", evidence.outcome.as_str()))],
            evidence.outcome.as_str(),
        );
        let mut facts = Vec::new();
        facts.extend(item.as_of.map(|day| format!("as of {day}")));
        facts.extend(item.commit.as_ref().map(|_| "pinned to a commit".to_owned()));
        facts.extend(item.sha256.as_ref().map(|_| "pinned to its bytes".to_owned()));
        if !facts.is_empty() {
            html.text(&format!(", {}", facts.join(", ")));
        }
        if !item.parts.is_empty() {
            html.text(", for ");
            let parts: Vec<&str> = item.parts.iter().map(String::as_str).take(MOST).collect();
            super::answer::names(html, &parts);
        }
        looked(html, evidence);
        if let Some(note) = &item.note {
            html.leaf("span", &[("class", "small"), ("dir", "auto")], &clip(note, NOTE));
        }
    });
}

fn locator(html: &mut Html, locator: Option<&Locator>) {
    match locator {
        Some(Locator::Url(url)) => match Href::of(url) {
            Some(href) => html.link(&href, &clip(&href.shown(), LINE)),
            // Another scheme, or no address: nobody is led there.
            None => html.leaf("code", &[], &clip(url, LINE)),
        },
        Some(Locator::File { path, fragment }) => {
            let fragment = fragment.as_ref().map(|it| format!("#{it}")).unwrap_or_default();
            html.leaf("code", &[], &clip(&format!("{path}{fragment}"), LINE));
        }
        Some(Locator::Statement(words)) => {
            html.text("The registry's word: ");
            html.name(&clip(words, NOTE));
        }
        None => html.text("An item that could not be read"),
    }
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
        html.name(&clip(evidence.looked_for, LINE));
        if found {
            html.text("; found ");
            html.name(&clip(evidence.found, LINE));
        }
    });
}

/// An address of others: a link where it may be one.
pub(super) fn address(html: &mut Html, text: &str) {
    match Href::of(text) {
        Some(href) => html.link(&href, &clip(&href.shown(), NAME)),
        None => html.leaf("code", &[], &clip(text, NAME)),
    }
}
