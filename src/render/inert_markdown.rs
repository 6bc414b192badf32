//! Untrusted text in Markdown. GitHub turns names into mentions, numbers into cross-references and addresses into links
//! wherever they stand, except in code spans: so untrusted text stands in code spans only.

use crate::text::hash::is_hexadecimal;
use crate::text::sanitize;

/// A code span for running text.
#[must_use]
pub fn code(text: &str) -> String {
    let text = one_line(text);
    let fence = "`".repeat(longest_run(&text) + 1);
    // A blank at both ends is taken away again, and keeps a backtick of the text from joining the fence.
    let touches = |c: char| c == '`' || c == ' ';
    let pad = if text.is_empty() || text.starts_with(touches) || text.ends_with(touches) { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// A code span for the cell of a table: tables are cut at `|` before code spans are seen.
#[must_use]
pub fn code_cell(text: &str) -> String {
    let mut cell = String::with_capacity(text.len() + 8);
    let mut before = None;
    for c in code(text).chars() {
        match (c, before) {
            // Readers of Markdown disagree on what a backslash before the escape does.
            ('|', Some('\\')) => cell.extend(c.escape_unicode()),
            ('|', _) => cell.push_str("\\|"),
            _ => cell.push(c),
        }
        before = Some(c);
    }
    cell
}

/// A sentence of ours for the cell of a table: what it has in backticks becomes code spans, and so does every stretch of it that
/// could be more than words.
#[must_use]
pub fn sentence_cell(text: &str) -> String {
    let stretches: Vec<&str> = text.split('`').collect();
    // Backticks that do not pair belong to a name.
    if stretches.len().is_multiple_of(2) || stretches.iter().skip(1).step_by(2).any(|name| name.is_empty()) {
        return code_cell(text);
    }
    let shown = stretches.iter().enumerate().map(|(index, stretch)| {
        let is_name = index % 2 == 1;
        if stretch.is_empty() || (!is_name && is_words(stretch)) {
            (*stretch).to_owned()
        } else {
            // Two code spans that touch would be read as one.
            let before = if index > 0 && !is_name { " " } else { "" };
            format!("{before}{}{before}", code_cell(stretch.trim()))
        }
    });
    shown.collect::<String>().trim().to_owned()
}

/// Whether GitHub sees nothing in a text but words: no address, no mention, no issue, commit or advisory, no emoji.
fn is_words(text: &str) -> bool {
    let is_plain =
        |c: char| c.is_alphanumeric() || matches!(c, ' ' | ',' | ';' | ':' | '.' | '\'' | '(' | ')' | '-');
    let is_more = |word: &str| {
        let has_colon = word.trim_end_matches(|c: char| !c.is_alphanumeric()).contains(':');
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let lower = word.to_ascii_lowercase();
        let names_something = word.starts_with(char::is_alphabetic)
            && word.split_once('-').is_some_and(|(_, rest)| rest.starts_with(|c: char| c.is_ascii_digit()));
        lower.starts_with("www.")
            || lower.starts_with("ghsa-")
            || has_colon
            || names_something
            || (word.len() >= 7 && is_hexadecimal(word))
    };
    text.chars().all(is_plain) && !text.split(' ').any(is_more)
}

/// A heading's worth of words: as they are where they are nothing but words, else a code span.
#[must_use]
pub fn words(text: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | ',' | '\'');
    if !text.is_empty() && text.chars().all(plain) { text.to_owned() } else { code_cell(text) }
}

/// Line ends and tabs folded to a blank, and no mark by which this tool or another finds its own comments.
fn one_line(text: &str) -> String {
    let folded = text.replace("\r\n", " ").replace(['\r', '\n', '\t'], " ");
    sanitize::line(&folded).replace("<!--", "<! --").replace("-->", "-- >")
}

fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{code, code_cell, sentence_cell, words};
    use pulldown_cmark::{Event, Options, Parser};

    /// What a Markdown reader sees: the code spans, and everything else.
    fn seen(markdown: &str) -> (Vec<String>, Vec<Event<'_>>) {
        let mut spans = Vec::new();
        let mut rest = Vec::new();
        for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
            match event {
                Event::Code(text) => spans.push(text.into_string()),
                Event::Start(_) | Event::End(_) => {}
                other => rest.push(other),
            }
        }
        (spans, rest)
    }

    #[test]
    fn a_code_span_holds_the_whole_text_and_nothing_leaves_it() {
        for text in [
            "plain",
            "`",
            "``",
            "a`b``c",
            "`a`",
            "``` @user",
            " x ",
            " a",
            "",
            "<b>&amp;</b> ![x](https://e.example) @a #1 https://e.example",
            "\\",
            "a\\`",
        ] {
            let span = code(text);
            let shown = if text.is_empty() { " ".repeat(2) } else { text.to_owned() };
            assert_eq!(seen(&format!("a {span} b")).0, [shown], "{span}");
        }
    }

    #[test]
    fn a_cell_holds_the_whole_text_and_opens_no_other_cell() {
        for text in ["a|b", "|", "`|`", "a`|``b|", "x | y |"] {
            let table = format!("| h |\n| --- |\n| {} |\n", code_cell(text));
            let (spans, rest) = seen(&table);
            assert_eq!(spans, [text], "{table}");
            assert_eq!(rest, [Event::Text("h".into())], "{table}");
        }
    }

    #[test]
    fn a_backslash_does_not_free_the_bar_behind_it() {
        assert_eq!(code_cell("a\\|b"), "`a\\\\u{7c}b`");
    }

    #[test]
    fn lines_are_folded_and_characters_that_harm_are_escaped() {
        assert_eq!(code("a\r\nb\rc\nd\u{1b}\u{202e}\u{9b}"), "`a b c d\\u{1b}\\u{202e}\\u{9b}`");
        assert_eq!(code("<!-- mark -->"), "`<! -- mark -- >`");
    }

    #[test]
    fn a_sentence_shows_its_names_as_code_and_its_words_as_words() {
        for (text, shown) in [
            ("`mfa` left met: it is unmet now; withdrawn", "`mfa` left met: it is unmet now; withdrawn"),
            ("the link follows `main`, which moves", "the link follows `main`, which moves"),
            ("since 2026-11-20, see `a|b` (twice)", "since 2026-11-20, see `a\\|b` (twice)"),
            ("plain", "plain"),
            ("`only`", "`only`"),
        ] {
            assert_eq!(sentence_cell(text), shown);
        }
    }

    #[test]
    fn what_could_be_more_than_words_is_code() {
        for text in [
            "see @me",
            "see #1",
            "see GH-1",
            "see JIRA-12",
            "see a/b#1",
            "see https://e.example",
            "see www.e.example",
            "see :tada:",
            "see GHSA-abcd-efgh-ijkl",
            "see CVE-2024-12345",
            "see c4295bd74f",
            "<b>",
            "*x*",
            "_x_",
            "[y](z)",
            "![y](z)",
            "a|b",
            "&amp;",
            "a\\",
            "odd ` backtick",
            "two `` backticks",
            "mailto:a",
            "xmpp:a",
            "~~x~~",
        ] {
            let table = format!("| h |\n| --- |\n| {} |\n", sentence_cell(text));
            let (spans, rest) = seen(&table);
            assert_eq!((spans.len(), rest.len()), (1, 1), "{table}");
            let named = sentence_cell(&format!("`{}` and {text}", "x`".trim_end_matches('`')));
            let (_, rest) = seen(&named);
            let left: String = rest
                .iter()
                .filter_map(|it| if let Event::Text(text) = it { Some(&**text) } else { None })
                .collect();
            assert!(
                !left.contains(['@', '#', '/', '<', '*', '_', '[', '&', '~', '\\', ':']),
                "{named}: {left}"
            );
        }
    }

    #[test]
    fn words_stay_and_anything_else_is_a_code_span() {
        assert_eq!(words("Authentication, and more"), "Authentication, and more");
        for text in ["@me", "#1", "www.e.example", "<b>", "*x*", "[y](z)", "a|b", "GH-1", ""] {
            assert_eq!(words(text), code_cell(text));
        }
    }
}
