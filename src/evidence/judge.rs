//! One item, held against its file.

use super::budget::Budget;
use super::checks::quote::{Place, lines_now};
use super::checks::{Seen, json, quote, security_txt, sha256};
use super::citation::Citation;
use super::document::Document;
use super::fragment::{Fragment, Lines};
use super::locate::{Located, locate};
use super::outcome::{Outcome, Trouble, TroubleKind, Verdict};
use super::text_directive;
use crate::declaration::Check;
use jiff::civil::Date;

/// The verdict on an item whose file could be read.
pub(super) fn judge(citation: &Citation<'_>, document: &Document, today: Date, budget: &Budget) -> Verdict {
    verdict(citation, look(citation, document, today, budget))
}

/// What is seen of an item in its file, and what is wrong with it.
pub(super) fn look(citation: &Citation<'_>, document: &Document, today: Date, budget: &Budget) -> Seen {
    let mut seen = Seen::default();
    let located = citation.fragment.as_ref().map(|fragment| locate(fragment, citation, document, budget));
    let located = located.unwrap_or_else(|| Ok(Located::default())).unwrap_or_else(|trouble| {
        seen.troubles.push(*trouble);
        Located::default()
    });
    seen.found.extend(located.found.clone());
    for passage in &citation.passages {
        add(&mut seen, text_directive::check(passage, citation, document, budget));
    }
    if let Some(hash) = citation.sha256() {
        add(&mut seen, sha256::check(hash, &citation.name(), document));
    }
    if let Some(check) = citation.item.check() {
        add(&mut seen, hold(check, citation, located, document, today, budget));
    }
    if let Some(Fragment::Lines(lines)) = citation.fragment {
        point_to_the_lines_now(&mut seen.troubles, citation, lines, document);
    }
    seen
}

/// Holds one check against the file.
fn hold(
    check: &Check,
    citation: &Citation<'_>,
    located: Located,
    document: &Document,
    today: Date,
    budget: &Budget,
) -> Seen {
    let name = citation.name();
    match check {
        Check::Quote(quotes) => {
            let words = located.words.unwrap_or(name);
            let place = Place { citation, scope: located.scope, words };
            let mut seen = quote::check(quotes, &place, document, budget);
            seen.found.dedup();
            seen
        }
        Check::Json { at, is } => json::check(at, is, &name, document),
        Check::SecurityTxt => security_txt::check(&name, document, today),
    }
}

fn add(seen: &mut Seen, more: Seen) {
    seen.found.extend(more.found);
    seen.troubles.extend(more.troubles);
}

/// Takes back the new address of what moved where something else is wrong with the item: a fix that leaves it wrong would pass
/// for one that mends it.
pub(super) fn withhold_new_addresses(troubles: &mut [Trouble]) {
    if troubles.iter().all(|trouble| trouble.kind.outcome().is_none()) {
        return;
    }
    for trouble in troubles {
        match trouble.kind {
            TroubleKind::Moved => {
                trouble.help = Some("first see what else is wrong with it, at the new address".to_owned());
                trouble.moved_to = None;
            }
            TroubleKind::FollowsBranch => trouble.moved_to = None,
            _ => {}
        }
    }
}

/// Where quotes left their lines, or the lines are no more, the first trouble says which lines would be right, if nothing else
/// is wrong.
fn point_to_the_lines_now(
    troubles: &mut [Trouble],
    citation: &Citation<'_>,
    lines: Lines,
    document: &Document,
) {
    let quotes = citation.quotes();
    let is_about_lines = |kind| matches!(kind, TroubleKind::QuoteMissing | TroubleKind::NoSuchLines);
    let is_other = |trouble: &Trouble| trouble.kind.outcome().is_some() && !is_about_lines(trouble.kind);
    if troubles.iter().any(is_other) {
        return;
    }
    let Some(first) = troubles.iter_mut().find(|trouble| is_about_lines(trouble.kind)) else { return };
    if let Some(now) = lines_now(quotes, lines, document) {
        first.moved_to = Some(format!("{}#{}", citation.path, now.fragment()));
    }
}

/// What a check and its troubles amount to.
pub(super) fn verdict(citation: &Citation<'_>, mut seen: Seen) -> Verdict {
    let holds = if citation.is_checked() { Outcome::Matched } else { Outcome::Found };
    // `Contradicted` and `Unreachable` outweigh, in this order, what holds.
    let outcome =
        seen.troubles.iter().filter_map(|trouble| trouble.kind.outcome()).fold(holds, |one, other| {
            let weight = |outcome| match outcome {
                Outcome::Contradicted => 3,
                Outcome::Unreachable => 2,
                Outcome::Found => 1,
                Outcome::Matched | Outcome::Unchecked => 0,
            };
            if weight(other) > weight(one) { other } else { one }
        });
    if seen.found.is_empty() {
        let first = seen.troubles.iter().find(|trouble| trouble.kind.outcome().is_some());
        seen.found.push(first.map_or_else(
            || format!("the {} is there", citation.thing()),
            |trouble| trouble.notes.last().unwrap_or(&trouble.message).clone(),
        ));
    }
    Verdict {
        outcome,
        looked_for: citation.looked_for(),
        found: seen.found.join("; "),
        troubles: seen.troubles,
    }
}
