//! Edits that mend a finding. Only the token that is wrong is replaced: comments, order and layout stay byte for byte.

use super::place::Place;
use crate::read::{Part, Path};
use crate::text::sanitize::is_unprintable;
use crate::text::span::Span;
use std::fmt::Write as _;

/// Edits that together mend one finding, and that are safe to make without asking.
#[derive(Clone, Debug)]
pub struct Fix {
    /// What the edits do, in the imperative.
    pub title: String,
    /// The edits; no two touch the same text.
    pub edits: Vec<Edit>,
}

/// One key or scalar replaced.
#[derive(Clone, Debug)]
pub struct Edit {
    /// The token that goes.
    pub place: Place,
    /// What it is to say.
    pub text: String,
    /// How that is written; after settling, `text` is already so written.
    pub spelling: Spelling,
}

/// How a new text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spelling {
    /// As the old one was: quoted if that was quoted.
    AsBefore,
    /// In double quotation marks.
    Quoted,
    /// Without quotation marks.
    Plain,
    /// Exactly these bytes.
    Verbatim,
}

impl Fix {
    /// One token replaced.
    #[must_use]
    pub fn replace(
        title: impl Into<String>,
        at: &Path,
        part: Part,
        text: impl Into<String>,
        spelling: Spelling,
    ) -> Self {
        let edit = Edit { place: Place::Path(at.clone(), part), text: text.into(), spelling };
        Self { title: title.into(), edits: vec![edit] }
    }
}

/// The bytes that write `text` in this spelling, given the token that it replaces.
#[must_use]
pub fn spell(text: &str, spelling: Spelling, before: &str) -> String {
    match spelling {
        Spelling::Verbatim => text.to_owned(),
        Spelling::Quoted => double_quoted(text),
        Spelling::Plain => plain(text),
        Spelling::AsBefore => match before.chars().next() {
            Some('\'') if !text.chars().any(needs_escape) => format!("'{}'", text.replace('\'', "''")),
            Some('"' | '\'' | '|' | '>') => double_quoted(text),
            _ => plain(text),
        },
    }
}

/// Without quotation marks where every YAML reader then reads this very text, wherever it stands; else with them. New text can
/// come from the name of a file, and so from an attacker.
fn plain(text: &str) -> String {
    let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '/');
    let is_harmless = |c: char| is_word(c) || matches!(c, '-' | '#' | '+' | '=' | '~' | '@' | '%');
    let harmless = text.starts_with(is_word) && text.chars().all(is_harmless);
    // Plain digits and booleans are written plain on purpose, where the format asks for them.
    if harmless { text.to_owned() } else { double_quoted(text) }
}

fn needs_escape(c: char) -> bool {
    c == '\n' || c == '\t' || is_unprintable(c)
}

fn double_quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            c if needs_escape(c) => {
                // Writing to a string cannot fail.
                let _ = write!(quoted, "\\U{:08x}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// A text with edits made: each span replaced. Of edits that overlap, the first stands and the rest wait for another run.
#[must_use]
pub fn apply<'a>(text: &str, edits: impl IntoIterator<Item = (Span, &'a str)>) -> String {
    let mut edits: Vec<(Span, &str)> = edits.into_iter().collect();
    edits.sort_by_key(|(span, _)| *span);
    let mut edited = String::with_capacity(text.len());
    let mut done = 0;
    for (span, replacement) in edits {
        let span = span.clamped(text);
        if span.start < done {
            continue;
        }
        edited.push_str(&text[done..span.start]);
        edited.push_str(replacement);
        done = span.end;
    }
    edited.push_str(&text[done..]);
    edited
}

#[cfg(test)]
mod tests {
    use super::{Spelling, apply, spell};
    use crate::text::span::Span;

    #[test]
    fn edits_replace_their_token_and_nothing_else() {
        let edits = [(Span::new(6, 7), "B"), (Span::new(0, 1), "A"), (Span::new(0, 3), "overlap")];
        assert_eq!(apply("a # x\nb", edits), "A # x\nB");
    }

    #[test]
    fn the_spelling_of_the_old_token_is_kept() {
        assert_eq!(spell("it's", Spelling::AsBefore, "'its'"), "'it''s'");
        assert_eq!(spell("a\"b", Spelling::AsBefore, "\"x\""), "\"a\\\"b\"");
        assert_eq!(spell("mfa", Spelling::AsBefore, "mfaa"), "mfa");
        assert_eq!(spell("null", Spelling::Quoted, "null"), "\"null\"");
    }

    #[test]
    fn a_text_that_yaml_would_take_apart_is_quoted() {
        for text in [
            "a}.md", "a: b.md", "- x", "*x", "@x", "%d", "{x}", "a, b", "&a", "!t", "a #b", " lead", "",
            "?a", "|a",
        ] {
            assert_eq!(spell(text, Spelling::AsBefore, "old.md"), format!("\"{text}\""));
        }
        assert_eq!(
            spell("a\u{1b}\r\u{202e}", Spelling::AsBefore, "'x'"),
            "\"a\\U0000001b\\U0000000d\\U0000202e\""
        );
        assert_eq!(spell("docs/a.md#L3-L4", Spelling::AsBefore, "old.md"), "docs/a.md#L3-L4");
        assert_eq!(spell("1", Spelling::Plain, "\"1\""), "1");
    }
}
