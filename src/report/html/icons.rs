//! A shape for each status and outcome, drawn once and used by name: told apart without colour.

use super::writer::Html;
use crate::evidence::Outcome;
use crate::report::mark::Mark;

/// The drawings. Lines are drawn in the colour of the text, `full` is filled with it, and `cut` is drawn in that of the ground.
const SYMBOLS: &str = concat!(
    "<svg class=\"hidden\" aria-hidden=\"true\">\n",
    "<symbol id=\"i-met\" viewBox=\"0 0 16 16\"><circle cx=\"8\" cy=\"8\" r=\"7.25\" class=\"full\"/><path class=\"cut\" d=\"M4.7 8.3l2.2 2.2 4.4-4.7\" stroke-width=\"1.75\"/></symbol>\n",
    "<symbol id=\"i-contradicted\" viewBox=\"0 0 16 16\"><path d=\"M8 1.2l7.2 13.3H.8z\" class=\"full\"/><path class=\"cut\" d=\"M8 5.8v4.1m0 1.6v1.5\" stroke-width=\"1.6\"/></symbol>\n",
    "<symbol id=\"i-partial\" viewBox=\"0 0 16 16\"><circle cx=\"8\" cy=\"8\" r=\"6.5\"/><path d=\"M8 3.4a4.6 4.6 0 0 0 0 9.2z\" class=\"full\"/></symbol>\n",
    "<symbol id=\"i-planned\" viewBox=\"0 0 16 16\"><circle cx=\"8\" cy=\"8\" r=\"6.5\"/><path d=\"M8 4.2v4l2.6 1.7\"/></symbol>\n",
    "<symbol id=\"i-unmet\" viewBox=\"0 0 16 16\"><circle cx=\"8\" cy=\"8\" r=\"6.5\"/><path d=\"M5.6 5.6l4.8 4.8m0-4.8l-4.8 4.8\"/></symbol>\n",
    "<symbol id=\"i-unknown\" viewBox=\"0 0 16 16\"><circle cx=\"8\" cy=\"8\" r=\"6.5\" stroke-dasharray=\"2.2 1.9\"/><path d=\"M6.2 6.4a1.85 1.85 0 1 1 2.7 1.7c-.6.3-.9.6-.9 1.2m0 1.3v1.3\" stroke-width=\"1.3\"/></symbol>\n",
    "<symbol id=\"i-unreadable\" viewBox=\"0 0 16 16\"><rect x=\"1.75\" y=\"1.75\" width=\"12.5\" height=\"12.5\" stroke-dasharray=\"2.2 1.9\"/><path d=\"M6.2 6.4a1.85 1.85 0 1 1 2.7 1.7c-.6.3-.9.6-.9 1.2m0 1.3v1.3\" stroke-width=\"1.3\"/></symbol>\n",
    "<symbol id=\"i-not-applicable\" viewBox=\"0 0 16 16\"><path d=\"M3 8h10\" stroke-width=\"1.75\"/></symbol>\n",
    "<symbol id=\"o-matched\" viewBox=\"0 0 16 16\"><path d=\"M2 8.6l3.2 3.2 8.4-8.6\" stroke-width=\"2\"/></symbol>\n",
    "<symbol id=\"o-found\" viewBox=\"0 0 16 16\"><circle cx=\"8\" cy=\"8\" r=\"3.75\" class=\"full\"/></symbol>\n",
    "<symbol id=\"o-unreachable\" viewBox=\"0 0 16 16\"><path d=\"M2.5 8h3m5 0h3M9.5 3.5l-3 9\" stroke-width=\"1.6\"/></symbol>\n",
    "<symbol id=\"o-unchecked\" viewBox=\"0 0 16 16\"><circle cx=\"8\" cy=\"8\" r=\"3.5\" stroke-width=\"1.4\"/></symbol>\n",
    "</svg>\n",
);

/// The drawings, once a page.
pub(super) fn symbols(html: &mut Html) {
    html.verbatim(SYMBOLS);
}

/// The shape of a status. The word stands beside it.
pub(super) fn mark(html: &mut Html, mark: Mark) {
    html.shape(Some(mark.name()), &format!("#i-{}", mark.name()));
}

/// The shape of an outcome, in the colour of what it stands in.
pub(super) fn outcome(html: &mut Html, outcome: Outcome) {
    let symbol = match outcome {
        Outcome::Contradicted => "#i-contradicted".to_owned(),
        other => format!("#o-{}", other.as_str()),
    };
    html.shape(None, &symbol);
}

/// Shape and word of a status.
pub(super) fn status(html: &mut Html, mark: Mark) {
    html.element("span", &[("class", &format!("status {}", mark.name()))], |html| {
        word(html, mark);
    });
}

/// Shape and word of a status, in the colour of what they stand in.
pub(super) fn word(html: &mut Html, mark: Mark) {
    html.shape(None, &format!("#i-{}", mark.name()));
    html.text(mark.word());
}

#[cfg(test)]
mod tests {
    use super::{Html, SYMBOLS, mark, outcome};
    use crate::evidence::Outcome;
    use crate::report::mark::Mark;

    #[test]
    fn every_shape_that_is_used_is_drawn() {
        let mut html = Html::default();
        for it in Mark::ALL {
            mark(&mut html, it);
        }
        for it in [
            Outcome::Matched,
            Outcome::Found,
            Outcome::Contradicted,
            Outcome::Unreachable,
            Outcome::Unchecked,
        ] {
            outcome(&mut html, it);
        }
        let text = html.finish();
        let used: Vec<&str> =
            text.split("href=\"#").skip(1).map(|it| it.split('"').next().unwrap()).collect();
        assert_eq!(used.len(), Mark::ALL.len() + 5);
        assert!(used.iter().all(|id| SYMBOLS.contains(&format!("id=\"{id}\""))), "{used:?}");
    }
}
