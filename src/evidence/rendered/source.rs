//! Source code: a sentence in a comment goes on over lines, each with a mark of its own.

/// Marks of line comments; longer ones first.
const MARKS: &[&str] = &["///", "//!", "//", "##", "#", "--", ";;;", ";;", ";", "%%", "%"];

/// The comment marks at the beginning of continued lines, as byte ranges in order. A line is continued where the line
/// before it has the same mark, or where a `/* … */` is open.
#[must_use]
pub fn continuation_marks(text: &str) -> Vec<(usize, usize)> {
    let mut marks = Vec::new();
    let mut before = "";
    let mut in_block = false;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at + (line.len() - line.trim_start().len());
        let body = line.trim_start();
        if in_block {
            if body.starts_with('*') && !body.starts_with("*/") {
                marks.push((start, start + 1));
            }
        } else if let Some(mark) = MARKS.iter().find(|mark| body.starts_with(**mark))
            && before.contains(mark)
        {
            marks.push((start, start + mark.len()));
        }
        in_block = block_is_open(line, in_block);
        before = line;
        at += line.len();
    }
    marks
}

fn block_is_open(line: &str, was_open: bool) -> bool {
    match (line.rfind("/*"), line.rfind("*/")) {
        // In `/*/` the two overlap: the comment was only opened.
        (Some(open), Some(close)) => open + 1 >= close,
        (Some(_), None) => true,
        (None, Some(_)) => false,
        (None, None) => was_open,
    }
}

#[cfg(test)]
mod tests {
    use super::continuation_marks;
    use crate::text::fold::Folded;

    fn folded(text: &str) -> String {
        Folded::new(text, &continuation_marks(text)).text
    }

    #[test]
    fn comments_read_on_over_lines() {
        for (text, read) in [
            ("/// Tokens are\n/// scoped.\nfn f() {}", "/// tokens are scoped. fn f() {}"),
            ("  # Tokens are\n  # scoped\nx = 1", "# tokens are scoped x = 1"),
            ("x = 1  # tokens are\n       # scoped", "x = 1 # tokens are scoped"),
            ("/**\n * Tokens are\n * scoped.\n */", "/** tokens are scoped. */"),
            ("-- a\n-- b", "-- a b"),
            (";; a\n;; b", ";; a b"),
        ] {
            assert_eq!(folded(text), read, "{text}");
        }
    }

    #[test]
    fn what_is_no_continued_comment_stays() {
        for text in ["a\n# b", "a\n* b\n* c", "# a\n// b", "/* a */\n* b"] {
            assert_eq!(continuation_marks(text), [], "{text}");
        }
    }
}
