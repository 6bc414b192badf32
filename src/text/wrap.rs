//! Breaking text into lines.

/// Breaks text at blanks into lines of at most `width` characters, the first after `first`, the others after `next`; a word
/// that is longer stands alone on a line. Line ends of the text count as blanks. No line end at the end.
#[must_use]
pub fn wrap(text: &str, width: usize, first: &str, next: &str) -> String {
    let mut wrapped = first.to_owned();
    let mut column = first.chars().count();
    let mut line_is_empty = true;
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if !line_is_empty && column + 1 + length > width {
            wrapped.push('\n');
            wrapped.push_str(next);
            column = next.chars().count();
            line_is_empty = true;
        }
        if !line_is_empty {
            wrapped.push(' ');
            column += 1;
        }
        wrapped.push_str(word);
        column += length;
        line_is_empty = false;
    }
    wrapped
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn lines_break_at_blanks_and_carry_their_beginnings() {
        assert_eq!(wrap("aa bb  cc\ndd", 7, "- ", "  "), "- aa bb\n  cc dd");
        assert_eq!(wrap("überlängster kurz", 4, "# ", "# "), "# überlängster\n# kurz");
        assert_eq!(wrap("", 10, "# ", "# "), "# ");
        assert_eq!(wrap("ab cd", 5, "", ""), "ab cd", "exactly the width");
    }
}
