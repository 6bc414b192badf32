//! A page of plain text: headings, paragraphs, items.

use crate::text::sanitize;
use crate::text::wrap::wrap;

/// The longest line, in characters.
const WIDTH: usize = 100;

/// Plain text that is written from the top down. Links stand on lines of their own, so that they can be clicked and copied.
pub(super) struct Page(String);

impl Page {
    /// A page with its title.
    pub(super) fn new(title: &str) -> Self {
        let mut page = Self(String::new());
        page.paragraph(title);
        page
    }

    /// A heading with a blank line before it. What is our reading, not the framework's word, says so in brackets.
    pub(super) fn heading(&mut self, text: &str) {
        self.blank();
        self.paragraph(text);
    }

    /// A blank line.
    pub(super) fn blank(&mut self) {
        self.0.push('\n');
    }

    /// A paragraph from the margin.
    pub(super) fn paragraph(&mut self, text: &str) {
        self.line(text, "", "");
    }

    /// A paragraph below a heading.
    pub(super) fn indented(&mut self, text: &str) {
        self.line(text, "  ", "  ");
    }

    /// An item below a heading.
    pub(super) fn item(&mut self, text: &str) {
        self.line(text, "  - ", "    ");
    }

    /// A link below an item.
    pub(super) fn link(&mut self, url: &str) {
        self.line(url, "    ", "    ");
    }

    /// A name and what it means, in two columns.
    pub(super) fn row(&mut self, name: &str, width: usize, meaning: &str) {
        let name = sanitize::line(name);
        let next = " ".repeat(width + 4);
        self.line(meaning, &format!("  {name:width$}  "), &next);
    }

    /// Lines as they stand, below a heading.
    pub(super) fn verbatim(&mut self, text: &str) {
        for line in text.lines() {
            let line = format!("    {}", sanitize::line(line));
            self.0.push_str(line.trim_end());
            self.0.push('\n');
        }
    }

    /// The whole.
    pub(super) fn finish(self) -> String {
        self.0
    }

    fn line(&mut self, text: &str, first: &str, next: &str) {
        // Blanks first: a line end in the text is a blank, not something to be escaped.
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        self.0.push_str(wrap(&sanitize::line(&text), WIDTH, first, next).trim_end());
        self.0.push('\n');
    }
}
