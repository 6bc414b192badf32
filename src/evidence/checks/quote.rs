//! `quote`: texts that stand where the declaration says.

use super::{Seen, hedge, on_one_line, text_help};
use crate::evidence::budget::Budget;
use crate::evidence::citation::Citation;
use crate::evidence::document::{Document, MAX_SEARCHED_BYTES};
use crate::evidence::fragment::Lines;
use crate::evidence::outcome::{Trouble, TroubleKind};
use crate::text::fold::Folded;
use crate::text::passage::{Passage, nearest};
use crate::text::source::Source;
use std::ops::Range;

/// How much of a text is compared for the nearest passage, in bytes.
const MAX_COMPARED_BYTES: usize = 1024 * 1024;
/// How much of a quote is compared for the nearest passage, in characters.
const MAX_COMPARED_QUOTE: usize = 300;

/// Where quotes must stand.
#[derive(Clone, Debug)]
pub(in crate::evidence) struct Place<'a> {
    /// The item.
    pub(in crate::evidence) citation: &'a Citation<'a>,
    /// The bytes of the text; `None` is anywhere.
    pub(in crate::evidence) scope: Option<Range<usize>>,
    /// The place for people: `lines 4 to 6 of docs/help.md`.
    pub(in crate::evidence) words: String,
}

impl Place<'_> {
    fn name(&self) -> String {
        self.citation.place_name()
    }
}

/// Quotes made ready for comparison. One that is nothing but blanks is a mistake that the reader reports, and no quote.
#[must_use]
pub fn fold(quotes: &[String]) -> Vec<(usize, Folded)> {
    let folded = quotes.iter().map(|quote| Folded::new(quote, &[])).enumerate();
    folded.filter(|(_, quote)| !quote.text.is_empty()).collect()
}

/// Looks for each of the quotes.
pub(in crate::evidence) fn check(
    quotes: &[String],
    place: &Place<'_>,
    document: &Document,
    budget: &Budget,
) -> Seen {
    let mut seen = Seen::default();
    let source = match document.source() {
        Ok(source) => source,
        Err(error) => {
            let message = format!("{} cannot be searched for a quote: {error}", place.name());
            let trouble = Trouble::new(TroubleKind::Unreadable, "quote", message);
            seen.troubles.push(trouble.help(text_help("a quote")));
            return seen;
        }
    };
    for (index, quote) in fold(quotes) {
        if let Some(lines) = document.find(&quote, place.scope.as_ref()) {
            let page = || format!("\"{}\" stands in the page", on_one_line(&quotes[index]));
            seen.found.push(place.citation.line(0).map_or_else(page, |_| lines.words()));
            seen.troubles.extend(hedge::beside(&quote, document, place.scope.as_ref()));
            continue;
        }
        let mut trouble = missing(&quotes[index], &quote, place, document, source, budget);
        trouble.item = (quotes.len() > 1).then_some(index);
        seen.found.extend(trouble.notes.iter().skip(1).cloned());
        seen.troubles.push(trouble);
    }
    seen
}

fn missing(
    written: &str,
    quote: &Folded,
    place: &Place<'_>,
    document: &Document,
    source: &Source,
    budget: &Budget,
) -> Trouble {
    let looked_for = format!("looked for: \"{}\"", on_one_line(written));
    if document.is_too_large_to_search() {
        let message = format!(
            "{} is larger than the {} MiB of text that are searched for a quote",
            place.name(),
            MAX_SEARCHED_BYTES / (1024 * 1024)
        );
        let help = "quote from a smaller file, or pin this one with `sha256`";
        return Trouble::new(TroubleKind::Unreadable, "quote", message).note(looked_for).help(help);
    }
    let message = format!("the quote does not stand in {}", place.words);
    let trouble = Trouble::new(TroubleKind::QuoteMissing, "quote", message).note(looked_for);
    if place.scope.is_some()
        && let Some(elsewhere) = document.find(quote, None)
    {
        let only = if document.find_only(quote).is_some() {
            "stands in"
        } else {
            "stands in several places, first in"
        };
        let elsewhere = place.citation.line(elsewhere.first).unwrap_or_else(|| place.name());
        return trouble
            .note(format!("it {only} {elsewhere}"))
            .help("point to where the quote stands now, if it still says the same there");
    }
    let help = format!(
        "quote what the {} says now, if it still shows that the answer holds; else change the answer",
        place.citation.thing()
    );
    let trouble = trouble.help(help);
    match nearest_passage(written, place, document, source, budget) {
        Some(Passage { line, text }) => {
            let line = place.citation.line(line).map(|line| format!(", {line}")).unwrap_or_default();
            trouble.note(format!("nearest text{line}: \"{}\"", on_one_line(&text)))
        }
        None => trouble.note(format!("no text like it in the {}", place.citation.thing())),
    }
}

fn nearest_passage(
    written: &str,
    place: &Place<'_>,
    document: &Document,
    source: &Source,
    budget: &Budget,
) -> Option<Passage> {
    let quote: String = written.chars().take(MAX_COMPARED_QUOTE).collect();
    let page = document.page();
    let text = page.map_or(source.text.as_str(), |page| page.text.text.as_str());
    let in_scope =
        place.scope.as_ref().map(|scope| page.map_or(scope.clone(), |page| page.text.range(scope)));
    in_scope.into_iter().chain(std::iter::once(0..text.len())).find_map(|range| {
        let start = range.start;
        let text = &text[start..text.floor_char_boundary(range.end.min(start + MAX_COMPARED_BYTES))];
        let found = budget.allows_passages(text, &quote).then(|| nearest(text, &quote))??;
        let at = start + line_start(text, found.line);
        let line = source.position(page.map_or(at, |page| page.text.origin(at))).line;
        Some(Passage { line, text: found.text })
    })
}

/// The first byte of a line (from 1) that is no blank.
fn line_start(text: &str, line: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
    let rest = &text[start..];
    start + (rest.len() - rest.trim_start().len())
}

/// The lines on which all the quotes stand now, where each of them stands in one place only: at least as many as before,
/// as far as the file has them.
#[must_use]
pub fn lines_now(quotes: &[String], before: Lines, document: &Document) -> Option<Lines> {
    let now = only_lines(quotes, document)?;
    let count = document.source().ok()?.line_count();
    let wanted = before.count().min(count).max(now.count());
    let last = (now.first + wanted - 1).min(count).max(now.last);
    Some(Lines { first: (last + 1).saturating_sub(wanted).clamp(1, now.first), last })
}

/// The lines from the first to the last quote, where each of them stands in one place only.
#[must_use]
pub fn only_lines(quotes: &[String], document: &Document) -> Option<Lines> {
    let mut all: Option<Lines> = None;
    for (_, quote) in fold(quotes) {
        let lines = document.find_only(&quote)?;
        let joined = all
            .map_or(lines, |all| Lines { first: all.first.min(lines.first), last: all.last.max(lines.last) });
        all = Some(joined);
    }
    all
}
