//! HTML, written so that it cannot break: tags and attributes are literals of the code, elements close by construction, and
//! everything else is escaped.

use crate::report::clip::clip;
use crate::report::detail::Detail;
use crate::report::href::Href;
use crate::text::sanitize;
use std::fmt::Write as _;

/// What every link to the outside carries.
const REL: &str = "noopener noreferrer nofollow";

/// Elements that are followed by a line end, so that two pages can be compared line by line. A line always begins with a tag.
const BLOCKS: &[&str] = &[
    "article", "body", "dd", "details", "div", "dl", "dt", "footer", "h1", "h2", "h3", "h4", "head",
    "header", "html", "li", "main", "meta", "nav", "ol", "p", "section", "style", "summary", "svg", "symbol",
    "table", "tbody", "thead", "title", "tr", "ul",
];

/// Attributes of an element. An empty value is written as `=""`.
pub(super) type Attributes<'a> = &'a [(&'static str, &'a str)];

/// HTML under way.
#[derive(Debug, Default)]
pub(super) struct Html {
    text: String,
    /// How much of what others wrote is shown.
    pub(super) detail: Detail,
}

impl Html {
    pub(super) fn new(detail: Detail) -> Self {
        Self { text: String::new(), detail }
    }

    pub(super) fn finish(self) -> String {
        self.text
    }

    /// An element and what is in it.
    pub(super) fn element(
        &mut self,
        tag: &'static str,
        attributes: Attributes<'_>,
        inside: impl FnOnce(&mut Self),
    ) {
        self.begin(tag, attributes);
        inside(self);
        let _ = write!(self.text, "</{tag}>");
        self.end(tag);
    }

    /// An element that never has anything in it: `meta`.
    pub(super) fn void(&mut self, tag: &'static str, attributes: Attributes<'_>) {
        self.begin(tag, attributes);
        self.end(tag);
    }

    /// An element with text in it.
    pub(super) fn leaf(&mut self, tag: &'static str, attributes: Attributes<'_>, text: &str) {
        self.element(tag, attributes, |html| html.text(text));
    }

    /// Text.
    pub(super) fn text(&mut self, text: &str) {
        escape(&mut self.text, text);
    }

    /// Our own words, with their days marked as such: no day breaks across lines.
    pub(super) fn words(&mut self, text: &str) {
        let mut rest = text;
        while let Some(at) = day(rest) {
            self.text(&rest[..at]);
            self.leaf("time", &[], &rest[at..at + DAY]);
            rest = &rest[at + DAY..];
        }
        self.text(rest);
    }

    /// A name that others gave, within a sentence: it keeps its direction to itself.
    pub(super) fn name(&mut self, text: &str) {
        self.leaf("bdi", &[], &clip(text, self.detail.name));
    }

    /// A line that others wrote, within a sentence.
    pub(super) fn line(&mut self, text: &str) {
        self.leaf("bdi", &[], &clip(text, self.detail.line));
    }

    /// A note that others wrote, as a block of its own; nothing where notes are left out.
    pub(super) fn note(&mut self, tag: &'static str, text: &str) {
        if self.detail.note > 0 {
            self.leaf(tag, &[("class", "note"), ("dir", "auto")], &clip(text, self.detail.note));
        }
    }

    /// A drawing of our own, by its name, in a colour of its own or in that of what it stands in.
    pub(super) fn shape(&mut self, class: Option<&str>, symbol: &str) {
        match class {
            Some(class) => self.begin("svg", &[("class", class), ("aria-hidden", "true")]),
            None => self.begin("svg", &[("aria-hidden", "true")]),
        }
        self.begin("use", &[("href", symbol)]);
        // Only here, within a drawing, an element may close itself.
        self.text.pop();
        self.text.push_str("/></svg>");
        self.end("svg");
    }

    /// An address of others, as much of it as is shown. On paper all of it is.
    pub(super) fn address(&mut self, href: &Href, most: usize) {
        let attributes = [("class", "u"), ("href", href.as_str()), ("rel", REL)];
        self.leaf("a", &attributes, &clip(&href.shown(), most));
    }

    /// A link to the outside, under words of our own.
    pub(super) fn link(&mut self, href: &Href, text: &str) {
        self.leaf("a", &[("href", href.as_str()), ("rel", REL)], text);
    }

    /// Something of our own, as it stands.
    pub(super) fn verbatim(&mut self, text: &'static str) {
        self.text.push_str(text);
    }

    /// A style sheet of our own: the one element whose text is not escaped.
    pub(super) fn style(&mut self, sheet: &str) {
        self.element("style", &[], |html| html.text.push_str(sheet));
    }

    fn begin(&mut self, tag: &'static str, attributes: Attributes<'_>) {
        // Writing to a string cannot fail.
        let _ = write!(self.text, "<{tag}");
        for (name, value) in attributes {
            let _ = write!(self.text, " {name}=\"");
            escape(&mut self.text, value);
            self.text.push('"');
        }
        self.text.push('>');
    }

    fn end(&mut self, tag: &'static str) {
        if BLOCKS.contains(&tag) {
            self.text.push('\n');
        }
    }
}

/// The length of `2026-12-31`.
const DAY: usize = 10;

/// Where the first day of a text stands.
fn day(text: &str) -> Option<usize> {
    let is_day = |piece: &[u8]| {
        piece
            .iter()
            .enumerate()
            .all(|(at, b)| if matches!(at, 4 | 7) { *b == b'-' } else { b.is_ascii_digit() })
    };
    text.as_bytes().windows(DAY).position(is_day)
}

/// Text fit for content and for attributes in double quotes. `[` is written as a reference, so that no log of a runner sees
/// `##[`.
fn escape(out: &mut String, text: &str) {
    for c in sanitize::lines(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '[' => out.push_str("&#91;"),
            // A line of ours begins with a tag, and never with what a runner could obey.
            '\n' | '\t' => out.push(' '),
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Href, Html};

    #[test]
    fn elements_close_and_everything_in_them_is_escaped() {
        let mut html = Html::default();
        html.element("p", &[("class", "a\"><script>")], |html| {
            html.text("<b>&amp;\n::error::x ##[y]\u{202e}");
            html.name("'x'");
        });
        html.words("planned by 2026-12-31: in 12026-12-3");
        insta::assert_snapshot!(html.finish(), @r#"
        <p class="a&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp;amp; ::error::x ##&#91;y]\u{202e}<bdi>&#39;x&#39;</bdi></p>
        planned by <time>2026-12-31</time>: in 12026-12-3
        "#);
    }

    #[test]
    fn a_link_says_that_it_vouches_for_nobody() {
        let mut html = Html::default();
        html.link(&Href::of("https://e.example/?a=1&b=2").unwrap(), "e");
        insta::assert_snapshot!(html.finish(), @r#"<a href="https://e.example/?a=1&amp;b=2" rel="noopener noreferrer nofollow">e</a>"#);
    }
}
