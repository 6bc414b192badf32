//! The last step of everything that is drawn for a terminal: [`sanitize::inert`], also for the text as it reads once the
//! styling is taken out. A log viewer drops it, and `##` + styling + `[` is a runner command again.

use crate::text::sanitize;
use std::borrow::Cow;

/// Output in which no line holds a runner command, neither as it stands nor without its styling.
pub(super) fn inert(output: &str) -> String {
    if !output.contains('\x1b') {
        return sanitize::inert(output).into_owned();
    }
    let mut safe = String::with_capacity(output.len() + 16);
    for line in output.split_inclusive('\n') {
        safe.push_str(&broken(line));
    }
    sanitize::inert(&safe).into_owned()
}

/// A line with a backslash inside every command that shows without styling.
fn broken(line: &str) -> Cow<'_, str> {
    let seen: Vec<(usize, char)> = visible(line).collect();
    let mut breaks: Vec<usize> = seen
        .windows(3)
        .filter(|it| it[0].1 == '#' && it[1].1 == '#' && it[2].1 == '[')
        .map(|it| it[2].0)
        .collect();
    let first = seen.iter().position(|(_, c)| !c.is_whitespace());
    if let Some(first) = first.filter(|at| seen[*at..].iter().take(2).filter(|(_, c)| *c == ':').count() == 2)
    {
        breaks.insert(0, seen[first].0);
    }
    if breaks.is_empty() {
        return Cow::Borrowed(line);
    }
    let mut safe = String::with_capacity(line.len() + breaks.len());
    let mut done = 0;
    for at in breaks {
        safe.push_str(&line[done..at]);
        safe.push('\\');
        done = at;
    }
    safe.push_str(&line[done..]);
    Cow::Owned(safe)
}

/// The characters that a terminal shows, with where they stand: all but styling (`ESC [ … m`) and hyperlinks
/// (`ESC ] … ESC \`).
pub(super) fn visible(line: &str) -> impl Iterator<Item = (usize, char)> {
    let mut rest = line.char_indices();
    std::iter::from_fn(move || {
        loop {
            let (at, c) = rest.next()?;
            if c != '\x1b' {
                return Some((at, c));
            }
            match rest.next()?.1 {
                '[' => while !matches!(rest.next()?.1, '@'..='~') {},
                ']' => while !matches!(rest.next()?.1, '\\' | '\x07') {},
                _ => {}
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::{inert, visible};

    fn seen(line: &str) -> String {
        visible(line).map(|(_, c)| c).collect()
    }

    #[test]
    fn commands_are_broken_across_styling() {
        assert_eq!(inert("a #\x1b[1m#\x1b[0m[set-output]b\n"), "a #\x1b[1m#\x1b[0m\\[set-output]b\n");
        assert_eq!(inert("\x1b[1m \x1b[0m:\x1b[1m:x"), "\x1b[1m \x1b[0m\\:\x1b[1m:x");
        assert_eq!(inert("##[x]\n ::y"), "##\\[x]\n \\::y");
    }

    #[test]
    fn styling_and_hyperlinks_are_not_seen() {
        assert_eq!(
            seen("\x1b[1m\x1b[91merror\x1b[0m[\x1b]8;;https://e.org\x1b\\id\x1b]8;;\x1b\\]"),
            "error[id]"
        );
        assert_eq!(inert("\x1b[1mplain\x1b[0m"), "\x1b[1mplain\x1b[0m");
    }
}
