//! Lines of Markdown, and the pieces that they are made of.

use crate::render::inert_markdown::code;
use crate::report::clip::clip;
use crate::report::detail::Detail;
use crate::report::href::Href;

/// A text under way. Whatever is added stands in a block of its own, unless it is one more item of the same list.
#[derive(Debug, Default)]
pub(in crate::report) struct Lines {
    lines: Vec<String>,
    /// How much of what others wrote is shown.
    pub(in crate::report) detail: Detail,
}

impl Lines {
    pub(in crate::report) fn new(detail: Detail) -> Self {
        Self { lines: Vec::new(), detail }
    }

    pub(in crate::report) fn finish(self) -> String {
        self.lines.join("\n") + "\n"
    }

    /// A line as it is, right below the one before.
    pub(in crate::report) fn line(&mut self, line: &str) {
        self.lines.push(line.to_owned());
    }

    /// A block of one line.
    pub(in crate::report) fn paragraph(&mut self, line: &str) {
        if !line.is_empty() {
            self.blank();
            self.line(line);
        }
    }

    /// A list; nothing where there are no items.
    pub(in crate::report) fn list(&mut self, items: impl IntoIterator<Item = String>) {
        self.items("- ", items);
    }

    /// A list of things to tick off.
    pub(in crate::report) fn tasks(&mut self, items: impl IntoIterator<Item = String>) {
        self.items("- [ ] ", items);
    }

    fn items(&mut self, bullet: &str, items: impl IntoIterator<Item = String>) {
        for (index, item) in items.into_iter().enumerate() {
            if index == 0 {
                self.blank();
            }
            self.line(&format!("{bullet}{item}"));
        }
    }

    /// A table of cells that are fit for tables.
    pub(in crate::report) fn table(&mut self, heads: &[String], rows: impl IntoIterator<Item = Vec<String>>) {
        self.blank();
        self.line(&format!("| {} |", heads.join(" | ")));
        self.line(&format!("|{}", " --- |".repeat(heads.len())));
        for row in rows {
            self.line(&format!("| {} |", row.join(" | ")));
        }
    }

    fn blank(&mut self) {
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(String::new());
        }
    }
}

/// Our own words, and those of the catalogue, as they read: nothing in them is markup.
pub(in crate::report) fn prose(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '>' | '#' | '|' | '~' | '$' => out.extend(['\\', c]),
            '\n' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// A sentence of the catalogue: what it has in backticks is code.
pub(in crate::report) fn sentence(text: &str) -> String {
    let stretches: Vec<&str> = text.split('`').collect();
    if stretches.len().is_multiple_of(2) {
        return prose(text);
    }
    let shown = stretches.iter().enumerate();
    shown.map(|(index, it)| if index % 2 == 1 { code(it) } else { prose(it) }).collect()
}

/// Our own words as text of HTML, for the few lines that are.
pub(super) fn html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A link to an address, under words that are Markdown already; the words alone where it cannot be led to.
pub(in crate::report) fn link(address: &str, words: &str) -> String {
    Href::of(address).map_or_else(|| words.to_owned(), |href| format!("[{words}]({})", target(&href)))
}

/// An address of others: a link where it may be one and is not too long, else text.
pub(in crate::report) fn address(text: &str, detail: Detail) -> String {
    match Href::of(text).filter(|href| href.as_str().len() <= detail.address) {
        Some(href) => format!("[{}]({})", code(&clip(&href.shown(), detail.line)), target(&href)),
        None => code(&clip(text, detail.line)),
    }
}

/// A place of our own text, which GitHub leads to by its name.
pub(super) fn anchor(id: &str) -> String {
    format!("<a name=\"{}\"></a>", html(id))
}

/// A link to such a place.
pub(super) fn inner(id: &str, words: &str) -> String {
    format!("[{words}](#{id})")
}

/// The target of a link: references to characters are undone there, too.
fn target(href: &Href) -> String {
    href.as_str().replace('&', "&amp;")
}

#[cfg(test)]
mod tests {
    use super::{Detail, address, prose};
    use pulldown_cmark::{Event, Parser, Tag};

    #[test]
    fn our_words_read_as_they_are() {
        let text = "a_b_ *c* [d](e) <f> &amp; `g` #h | ~i~ \\ $j$";
        let seen: String = Parser::new(&prose(text))
            .map(|event| match event {
                Event::Text(text) => text.into_string(),
                Event::Start(Tag::Paragraph) | Event::End(_) => String::new(),
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(seen, text);
    }

    #[test]
    fn a_link_leads_exactly_where_it_says() {
        for (text, target) in [
            ("https://e.example/a?b=1&copy=2&amp;c", "https://e.example/a?b=1&copy=2&amp;c"),
            ("https://e.example/a) [x](https://evil.example", ""),
            (
                "https://e.example/a)[x](https://evil.example",
                "https://e.example/a%29%5Bx%5D%28https://evil.example",
            ),
            ("https://e.example/`\"<b>", "https://e.example/%60%22%3Cb%3E"),
        ] {
            let markdown = address(text, Detail::default());
            let links: Vec<String> = Parser::new(&markdown)
                .filter_map(|event| match event {
                    Event::Start(Tag::Link { dest_url, .. }) => Some(dest_url.into_string()),
                    _ => None,
                })
                .collect();
            let expected: Vec<&str> = [target].into_iter().filter(|it| !it.is_empty()).collect();
            assert_eq!(links, expected, "{markdown}");
        }
    }
}
