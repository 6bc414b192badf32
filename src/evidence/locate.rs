//! A fragment, found in its file.

use super::anchors::Anchor;
use super::budget::Budget;
use super::checks::{on_one_line, text_help};
use super::citation::Citation;
use super::document::Document;
use super::fragment::{Fragment, Lines, percent_decoded};
use super::missing::all_stand;
use super::outcome::{Trouble, TroubleKind};
use crate::text::nearest::nearest;
use crate::text::source::Source;
use std::ops::Range;

/// How many anchors are compared for the nearest one.
const MAX_COMPARED: usize = 2_000;
/// How many anchors are listed where none is near.
const MAX_LISTED: usize = 6;

/// Where a fragment leads.
#[derive(Clone, Debug, Default)]
pub(super) struct Located {
    /// The bytes within which a quote must stand; `None` is anywhere.
    pub(super) scope: Option<Range<usize>>,
    /// The scope for people: `lines 4 to 6 of docs/help.md`.
    pub(super) words: Option<String>,
    /// What was found, for people.
    pub(super) found: Option<String>,
}

/// Finds the lines or the anchor that a fragment names.
pub(super) fn locate(
    fragment: &Fragment,
    citation: &Citation<'_>,
    document: &Document,
    budget: &Budget,
) -> Result<Located, Box<Trouble>> {
    let source = document.source().map_err(|error| {
        let message = format!("{} cannot be searched for a fragment: {error}", citation.name());
        Trouble::new(TroubleKind::Unreadable, citation.key(), message).help(text_help("a fragment"))
    })?;
    match fragment {
        Fragment::Lines(lines) => locate_lines(*lines, citation, source),
        Fragment::Anchor(anchor) => locate_anchor(anchor, citation, document, source, budget),
    }
}

fn locate_lines(lines: Lines, citation: &Citation<'_>, source: &Source) -> Result<Located, Box<Trouble>> {
    let spans = source.line_span(lines.first).zip(source.line_span(lines.last));
    if let Some((first, last)) = spans.filter(|_| lines.last <= source.line_count()) {
        return Ok(Located {
            scope: Some(first.start..last.end),
            words: Some(format!("{} of {}", lines.words(), citation.name())),
            // The lines are what was asked for: only what stands on them is news.
            found: citation.item.check().is_none().then(|| lines.words()),
        });
    }
    let count = source.line_count();
    let message = if lines.first == 0 {
        format!("{} has no line 0: lines count from 1", citation.name())
    } else {
        format!("{} has no {}: it ends at line {count}", citation.name(), lines.words())
    };
    let trouble = Trouble::new(TroubleKind::NoSuchLines, citation.key(), message)
        .note(format!("the last line is {count}"))
        .help("a `quote` beside the lines lets `--fix` find them again when they move");
    Err(trouble.into())
}

fn locate_anchor(
    anchor: &str,
    citation: &Citation<'_>,
    document: &Document,
    source: &Source,
    budget: &Budget,
) -> Result<Located, Box<Trouble>> {
    let name = citation.name();
    let message = format!("{name} has no {} `#{}`", document.kind().anchor_word(), on_one_line(anchor));
    let trouble = Trouble::new(TroubleKind::NoSuchAnchor, citation.key(), message);
    if !document.kind().has_anchors() {
        let help = "Markdown, HTML and its templates, reStructuredText and AsciiDoc have headings, ids or labels; \
                    in other files name lines, such as `#L10-L20`";
        return Err(trouble.help(help).into());
    }
    if document.is_too_large_to_render() {
        let message = format!("{name} is too large to be searched for `#{}`", on_one_line(anchor));
        return Err(Trouble::new(TroubleKind::Unreadable, citation.key(), message).into());
    }
    let line = |at: usize| source.position(at).line;
    if let Some(found) = document.anchors().find(anchor) {
        let words =
            found.section.as_ref().map(|_| format!("the section `#{}` of {name}", on_one_line(anchor)));
        let place = citation.line(0).map(|_| format!(" on line {}", line(found.at))).unwrap_or_default();
        let at = format!("`#{}`{place}", on_one_line(&found.name));
        return Ok(Located { scope: found.section.clone(), words, found: Some(at) });
    }
    let anchors = document.anchors().list();
    let compared = &anchors[..anchors.len().min(MAX_COMPARED)];
    let known = compared.iter().map(|anchor| anchor.name.as_str());
    let near = budget.allows_names(compared.len()).then(|| nearest(&percent_decoded(anchor), known));
    if let Some(near) = near.flatten().and_then(|near| document.anchors().find(near)) {
        let place = citation.line(line(near.at)).map(|line| format!(", {line}")).unwrap_or_default();
        let mut trouble = trouble
            .note(format!("nearest: `#{}`{place}", on_one_line(&near.name)))
            .help(format!("did you mean `#{}`?", on_one_line(&near.name)));
        if all_stand(citation, document, near.section.as_ref()) {
            trouble.moved_to = Some(format!("{}#{}", citation.path, near.name));
        }
        return Err(trouble.into());
    }
    Err(trouble.note(listed(anchors, citation.thing())).into())
}

fn listed(anchors: &[Anchor], thing: &str) -> String {
    if anchors.is_empty() {
        return format!("the {thing} has none");
    }
    let names = anchors.iter().take(MAX_LISTED).map(|anchor| format!("`#{}`", on_one_line(&anchor.name)));
    let names = names.collect::<Vec<_>>().join(", ");
    let more = match anchors.len().saturating_sub(MAX_LISTED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!("the {thing} has {names}{more}")
}
