//! Text in columns: how wide it is on a screen, cut, padded and wrapped by that width.

use super::style::Style;
use crate::text::sanitize;
use unicode_width::UnicodeWidthStr;

/// Columns that a text takes. It holds no control characters: they were made visible before.
pub(super) fn width(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// Text of others on one line, safe to print and with every runner command broken, before anything is measured or put
/// between styling.
pub(super) fn clean(text: &str) -> String {
    sanitize::inert(&sanitize::line(text)).into_owned()
}

/// The text in at most `columns`, with an ellipsis where something was cut.
pub(super) fn cut(text: &str, columns: usize, style: Style) -> String {
    // Marks take no column of their own: without a limit a name of ten thousand of them would count as short.
    let most_chars = columns * 3;
    if width(text) <= columns && text.chars().nth(most_chars).is_none() {
        return text.to_owned();
    }
    let ellipsis = style.either("…", "...");
    let room = columns.saturating_sub(width(ellipsis));
    let mut kept = fitting(text, room, most_chars).trim_end().to_owned();
    kept.push_str(ellipsis);
    kept
}

/// The longest beginning of a text that takes no more than so many columns and characters.
fn fitting(text: &str, columns: usize, chars: usize) -> &str {
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8()).take(chars);
    // Measured as a whole: a character may be narrower or wider beside its neighbour than alone.
    let end = ends.take_while(|end| width(&text[..*end]) <= columns).last();
    &text[..end.unwrap_or(0)]
}

/// The text with spaces up to `columns`.
pub(super) fn pad(text: &str, columns: usize) -> String {
    let mut padded = text.to_owned();
    padded.push_str(&" ".repeat(columns.saturating_sub(width(text))));
    padded
}

/// The text in lines of at most `columns`, broken at spaces, and within a word that is longer than a line.
pub(super) fn wrap(text: &str, columns: usize) -> Vec<String> {
    let columns = columns.max(8);
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let mut word = word;
        while let Some(line) = lines.last_mut() {
            let gap = usize::from(!line.is_empty());
            if width(line) + gap + width(word) <= columns {
                line.push_str(&" ".repeat(gap));
                line.push_str(word);
                break;
            }
            if line.is_empty() {
                let piece = fitting(word, columns, columns * 3);
                // A single character is always taken, so that every round gets on.
                let end = if piece.is_empty() { word.ceil_char_boundary(1) } else { piece.len() };
                line.push_str(&word[..end]);
                word = &word[end..];
                if word.is_empty() {
                    break;
                }
            }
            lines.push(String::new());
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{clean, cut, pad, width, wrap};
    use crate::render::Style;

    const UNICODE: Style = Style { colour: false, unicode: true, width: 80 };
    const ASCII: Style = Style { colour: false, unicode: false, width: 80 };

    #[test]
    fn cutting_counts_columns_and_not_characters() {
        assert_eq!(cut("登録所の名前", 7, UNICODE), "登録所…");
        assert_eq!(cut("registry", 7, ASCII), "regi...");
        assert_eq!(cut("registry", 8, ASCII), "registry");
        assert!(cut(&"e\u{301}".repeat(9_999), 7, UNICODE).len() < 60);
        assert!(cut(&format!("a{}", "\u{301}".repeat(9_999)), 7, UNICODE).len() < 60);
    }

    #[test]
    fn padding_counts_columns() {
        assert_eq!(pad("登", 4), "登  ");
        assert_eq!(pad("long", 2), "long");
    }

    #[test]
    fn wrapped_lines_fit_and_lose_nothing() {
        assert_eq!(wrap("one two three four", 9), ["one two", "three", "four"]);
        assert_eq!(wrap("0123456789abc de", 8), ["01234567", "89abc de"]);
        for line in wrap("登録所の名前の名前 x", 9) {
            assert!(width(&line) <= 9, "{line}");
        }
    }

    #[test]
    fn text_of_others_is_one_harmless_line() {
        assert_eq!(clean("::error::\n##[x]\x1b"), "\\::error::\\u{a}##\\[x]\\u{1b}");
    }
}
