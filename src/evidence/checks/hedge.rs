//! Words beside a quote that take back some of it: a page that says "beta" is no page that says "everybody".

use crate::evidence::checks::on_one_line;
use crate::evidence::document::Document;
use crate::evidence::kind::Kind;
use crate::evidence::outcome::{Trouble, TroubleKind};
use crate::text::fold::{Folded, fold};
use std::ops::Range;

/// How far beside the quote, in bytes of the text, within its block.
const BESIDE: usize = 160;

/// Words that hedge, folded.
const HEDGES: &[&str] = &[
    "beta",
    "coming soon",
    "early access",
    "experimental",
    "gradually",
    "in the near future",
    "not publicly available",
    "not yet available",
    "preview",
    "rolled out to",
    "rolling it out",
    "rolling out",
    "rolling this out",
    "under development",
    "work in progress",
];

/// What turns a hedge into its opposite, right before it.
const UNDONE: &[&str] =
    &["after", "leaves", "left", "longer in", "longer", "not", "not a", "not in", "out of", "was in"];

/// The hedge in the block around a quote, at most 160 bytes from it. Only where people read prose: code and configuration
/// say `beta` of many things.
pub(super) fn beside(quote: &Folded, document: &Document, scope: Option<&Range<usize>>) -> Option<Trouble> {
    let is_prose = match document.kind() {
        Kind::Markdown | Kind::Html | Kind::Page | Kind::Feed | Kind::Rst | Kind::Asciidoc => true,
        Kind::Text => document.is_from_web(),
        Kind::Template | Kind::Source => false,
    };
    let text = document.shown().filter(|_| is_prose)?;
    let scope = match (scope, document.page()) {
        (Some(scope), Some(page)) => page.text.range(scope),
        (Some(scope), None) => scope.clone(),
        (None, _) => 0..text.len(),
    };
    let (start, last) = document.shown_folded()?.find_within(quote, &scope)?;
    let around = &text[around(text, start, last)];
    let hedge = hedge_in(&fold(around))?;
    let message = format!("the text says \"{hedge}\" beside the quote");
    let trouble = Trouble::new(TroubleKind::Hedged, "quote", message);
    Some(
        trouble
            .note(format!("beside it: \"{}\"", on_one_line(around)))
            .help("answer `partial` or `planned` as long as that holds; or cite a page that says it without"),
    )
}

/// The bytes around a match, within its block.
fn around(text: &str, start: usize, last: usize) -> Range<usize> {
    let from = text.floor_char_boundary(start.saturating_sub(BESIDE));
    let to = text.ceil_char_boundary((last + BESIDE).min(text.len()));
    let before = &text[from..start];
    let after = &text[text.ceil_char_boundary(last)..to];
    let from = block_ends(before).last().map_or(from, |at| from + at);
    let to = block_ends(after).next().map_or(to, |at| to - after.len() + at);
    from..to.max(start)
}

/// Where blocks end: an empty line, as the renderers leave one between blocks.
fn block_ends(text: &str) -> impl Iterator<Item = usize> + '_ {
    text.match_indices('\n')
        .map(|(at, _)| at + 1)
        .filter(|at| text[*at..].trim_start_matches([' ', '\t', '\r']).starts_with('\n'))
}

fn hedge_in(folded: &str) -> Option<&'static str> {
    HEDGES.iter().copied().find(|hedge| {
        folded.match_indices(hedge).any(|(at, _)| {
            let before = &folded[..at];
            let after = &folded[at + hedge.len()..];
            let is_word =
                !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric);
            let undone = UNDONE.iter().any(|word| {
                before
                    .trim_end()
                    .strip_suffix(word)
                    .is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
            });
            is_word && !undone
        })
    })
}

#[cfg(test)]
mod tests {
    use super::beside;
    use crate::evidence::document::Document;
    use crate::evidence::kind::Kind;
    use crate::text::fold::Folded;

    fn hedge(kind: Kind, text: &str) -> Option<String> {
        let document = Document::new(kind, text.as_bytes().to_vec());
        beside(&Folded::new("trusted publishing", &[]), &document, None).map(|trouble| trouble.message)
    }

    #[test]
    fn a_hedge_in_the_same_block_is_seen() {
        for text in [
            "<p>Use trusted publishing. We are rolling it out gradually.</p>",
            "<p>Trusted publishing (beta)</p>",
            "<p>In preview:\ntrusted publishing</p>",
            "<table><tr><td>Trusted publishing, coming soon</td></tr></table>",
        ] {
            assert!(hedge(Kind::Page, text).is_some(), "{text}");
        }
        assert!(hedge(Kind::Markdown, "Trusted publishing\nis in **beta**.").is_some());
    }

    #[test]
    fn other_blocks_other_words_and_code_are_left_alone() {
        for text in [
            "<p>Organizations are in beta.</p><p>Trusted publishing</p>",
            "<p>Trusted publishing</p>\n\n<p>Beta</p>",
            "<p>Trusted publishing for alphabetagamma and previewers</p>",
            "<p>Trusted publishing is no longer in beta.</p>",
            "<p>Trusted publishing is out of preview</p>",
        ] {
            assert_eq!(hedge(Kind::Page, text), None, "{text}");
        }
        let far = format!("<p>Trusted publishing {} beta</p>", "word ".repeat(60));
        assert_eq!(hedge(Kind::Page, &far), None);
        assert_eq!(hedge(Kind::Source, "# trusted publishing: beta"), None);
        assert_eq!(hedge(Kind::Page, "é trusted publishing é").as_deref(), None);
    }
}
