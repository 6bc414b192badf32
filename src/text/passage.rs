//! The passage of a text that comes nearest to a quote that does not stand in it.

use super::credentials::masked;
use super::fold::fold;

/// How many lines are looked at: a miss in a longer text is still reported, only without the nearest passage beyond this.
const LINES: usize = 20_000;
/// How alike a passage must be to be worth showing, from 0 to 1.
const ALIKE: f64 = 0.45;
/// The longest passage that is shown, in characters.
const SHOWN: usize = 160;

/// A passage and the line that it begins on (from 1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Line, from 1.
    pub line: usize,
    /// The passage on one line, shortened to what fits a message.
    pub text: String,
}

/// The lines of `text` that look most like `quote`: bigrams in common, over as many lines as the quote has words for.
#[must_use]
pub fn nearest(text: &str, quote: &str) -> Option<Passage> {
    let wanted = fold(quote);
    if wanted.is_empty() {
        return None;
    }
    let lines: Vec<&str> = text.lines().take(LINES).collect();
    let wanted_length = wanted.chars().count();
    let mut best: Option<(f64, usize, String)> = None;
    for start in 0..lines.len() {
        if lines[start].trim().is_empty() {
            continue;
        }
        let mut passage = String::new();
        for line in &lines[start..lines.len().min(start + 6)] {
            passage.push_str(line.trim());
            passage.push(' ');
            if passage.chars().count() >= wanted_length {
                break;
            }
        }
        let folded: String = fold(&passage).chars().take(wanted_length * 4 + 64).collect();
        let alike = alike(&folded, &wanted);
        if alike > ALIKE && best.as_ref().is_none_or(|(most, _, _)| alike > *most) {
            best = Some((alike, start + 1, passage));
        }
    }
    best.map(|(_, line, passage)| Passage { line, text: shorten(passage.trim()) })
}

/// Dice coefficient of the bigrams, measured against the quote's own so that a long line is no disadvantage.
fn alike(passage: &str, wanted: &str) -> f64 {
    let whole = strsim::sorensen_dice(passage, wanted);
    let (long, short) = (passage.chars().count(), wanted.chars().count());
    if long <= short {
        return whole;
    }
    // Dice divides by both lengths: undo the part that the surplus of the passage adds.
    #[allow(clippy::cast_precision_loss, reason = "lengths of a few hundred characters")]
    let stretch = (long + short) as f64 / (2 * short) as f64;
    (whole * stretch).min(1.0) * 0.7 + whole * 0.3
}

/// A text shortened at a character boundary, with an ellipsis where something was cut. Nothing is cut in the middle of a password:
/// those of addresses are masked first.
#[must_use]
pub fn shorten(text: &str) -> String {
    let text = masked(text);
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn finds_the_line_that_was_reworded() {
        let page =
            "Help\n\nWe answer within 5 working days.\nMail security@example.org to report a problem.\n";
        let found = nearest(page, "We answer within two working days").unwrap();
        assert_eq!(found.line, 3);
        assert_eq!(nearest(page, "completely unrelated zebra crossing"), None);
        assert_eq!(nearest("", "anything at all"), None);
        let page = "## Two factor\n\nMost accounts can use WebAuthn.\n";
        assert_eq!(
            nearest(page, "Every account can use WebAuthn").unwrap().line,
            3,
            "the heading before it is no part of it"
        );
    }
}
