//! How text for a terminal looks: colours, characters, width.

use anstyle::{AnsiColor, Effects};

/// What the reader's terminal can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Whether to write colours, and with them hyperlinks.
    pub colour: bool,
    /// Whether to draw with characters beyond ASCII. Names and quoted text keep theirs either way.
    pub unicode: bool,
    /// How many columns a line has.
    pub width: usize,
}

/// The narrowest terminal that is laid out for: below it a table is no table.
const NARROWEST: usize = 64;

pub(super) const STRONG: anstyle::Style = anstyle::Style::new().bold();
pub(super) const FAINT: anstyle::Style = anstyle::Style::new().effects(Effects::DIMMED);
pub(super) const GOOD: anstyle::Style = AnsiColor::Green.on_default();
pub(super) const SO_SO: anstyle::Style = AnsiColor::Yellow.on_default();
pub(super) const BAD: anstyle::Style = AnsiColor::Red.on_default();
pub(super) const AHEAD: anstyle::Style = AnsiColor::Cyan.on_default();

impl Style {
    /// Columns to lay out for, however small the terminal says it is.
    pub(super) fn columns(self) -> usize {
        self.width.max(NARROWEST)
    }

    /// The text in a style, or as it is where there are no colours.
    pub(super) fn paint(self, style: anstyle::Style, text: &str) -> String {
        if self.colour && !text.is_empty() { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }

    /// One of two ways to draw the same thing.
    pub(super) fn either(self, unicode: &'static str, ascii: &'static str) -> &'static str {
        if self.unicode { unicode } else { ascii }
    }
}
