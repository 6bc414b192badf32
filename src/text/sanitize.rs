//! The one place where untrusted text becomes safe to print.
//!
//! Two dangers. A terminal obeys escape sequences and shows bidirectional text in another order than it stands. And the
//! log of a CI runner is a command channel: GitHub's runner obeys `::command::` at the start of a line and `##[command]`
//! *anywhere* in a line, on both streams, and takes a bare CR for a line end.

use super::credentials::masked;
use std::borrow::Cow;
use unicode_normalization::char::is_combining_mark;

/// How many combining marks may stand on one character. No script that people write needs as many; heaps of them are drawn
/// across the lines around, or beside the page.
const MARKS: usize = 8;

/// Whether a character may never reach a report as it is: C0 (but for LF and tab), DEL, C1, line and paragraph separators,
/// bidirectional controls, and characters that nobody can see.
#[must_use]
pub fn is_unprintable(c: char) -> bool {
    matches!(c,
        '\0'..='\x08' | '\x0b'..='\x1f' | '\x7f'..='\u{9f}'
        | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0e}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}' | '\u{fffe}'..='\u{ffff}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// One line of text: every unprintable character, line ends and tabs included, becomes `\u{…}`, and so does what is heaped upon
/// eight combining marks. User names and passwords of addresses are masked.
#[must_use]
pub fn line(text: &str) -> Cow<'_, str> {
    escape(text, |c| c == '\n' || c == '\t' || is_unprintable(c))
}

/// Text that may have lines: as [`line()`], but LF and tab stay.
#[must_use]
pub fn lines(text: &str) -> Cow<'_, str> {
    escape(text, is_unprintable)
}

fn escape(text: &str, refused: impl Fn(char) -> bool) -> Cow<'_, str> {
    let text = masked(text);
    let mut marks = 0;
    let mut refused = |c: char| {
        marks = if !c.is_ascii() && is_combining_mark(c) { marks + 1 } else { 0 };
        marks > MARKS || refused(c)
    };
    if !text.chars().any(&mut refused) {
        return text;
    }
    let mut safe = String::with_capacity(text.len() + 16);
    // The text was left in the middle of a heap, or before it.
    refused('a');
    for c in text.chars() {
        if refused(c) {
            safe.extend(c.escape_unicode());
        } else {
            safe.push(c);
        }
    }
    Cow::Owned(safe)
}

/// Makes finished output harmless to a CI runner, line by line: `##[` becomes `##\[`, and a line that would begin with `::`
/// begins with `\::`. The last step of every format that people read in a log.
#[must_use]
pub fn inert(output: &str) -> Cow<'_, str> {
    let begins_command = |line: &str| skip_styling(line).trim_start().starts_with("::");
    if !output.contains("##[") && !output.lines().any(begins_command) {
        return Cow::Borrowed(output);
    }
    let mut safe = String::with_capacity(output.len() + 16);
    for line in output.split_inclusive('\n') {
        let line = line.replace("##[", "##\\[");
        if begins_command(&line) {
            let at = line.find("::").unwrap_or(0);
            safe.push_str(&line[..at]);
            safe.push('\\');
            safe.push_str(&line[at..]);
        } else {
            safe.push_str(&line);
        }
    }
    Cow::Owned(safe)
}

/// A line without the styling sequences (`ESC [ … m`) that stand at its beginning: ours, since all others were escaped.
fn skip_styling(mut line: &str) -> &str {
    while let Some(rest) = line.strip_prefix("\x1b[") {
        match rest.find('m') {
            Some(end) => line = &rest[end + 1..],
            None => break,
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::{inert, line, lines};

    #[test]
    fn control_and_bidirectional_characters_become_escapes() {
        assert_eq!(line("a\x1b[2Jb\r\nc"), "a\\u{1b}[2Jb\\u{d}\\u{a}c");
        assert_eq!(line("\u{9b}\u{202e}\u{2028}\u{85}"), "\\u{9b}\\u{202e}\\u{2028}\\u{85}");
        assert_eq!(lines("a\tb\nc"), "a\tb\nc");
        assert!(matches!(line("plain ✓ ümlaut"), std::borrow::Cow::Borrowed(_)));
    }

    #[test]
    fn heaps_of_combining_marks_are_cut_down_and_scripts_are_left_alone() {
        for text in ["Việt e\u{323}\u{302}", "བསྒྲུབས", "שָׁ֑לֹום", "မြန်မာ", "ที่นี่", "က္ဍြိံ့"]
        {
            assert_eq!(line(text), text);
        }
        let heap = "\u{301}".repeat(10);
        assert_eq!(line(&format!("a{heap}b")), format!("a{}\\u{{301}}\\u{{301}}b", "\u{301}".repeat(8)));
        assert_eq!(line(&"a\u{301}".repeat(99)), "a\u{301}".repeat(99));
        // Enclosing marks and spacing ones are heaped as well.
        for mark in ['\u{489}', '\u{20dd}', '\u{903}'] {
            assert!(line(&format!("a{}", mark.to_string().repeat(20))).contains("\\u{"), "{mark:?}");
        }
    }

    #[test]
    fn runner_commands_are_broken_wherever_they_stand() {
        assert_eq!(inert("x ##[set-output name=a;]b"), "x ##\\[set-output name=a;]b");
        assert_eq!(inert("a\n \u{3000}::error::x\n"), "a\n \u{3000}\\::error::x\n");
        assert_eq!(inert("\x1b[1m::error::x"), "\x1b[1m\\::error::x");
        assert_eq!(inert("a::b"), "a::b");
    }
}
