//! Markdown as GitHub shows it. It becomes HTML first, with every piece of text knowing where it stood, so that HTML inside
//! Markdown needs no rules of its own.

use super::{Page, html};
use crate::evidence::mapped::Mapped;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// The page that Markdown makes.
#[must_use]
pub fn render(text: &str) -> Page {
    html::render(&to_html(text))
}

fn to_html(text: &str) -> Mapped {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
        | Options::ENABLE_GFM;
    let mut writer = Writer { source: text, html: Mapped::default(), in_metadata: false };
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        writer.event(&event, &range);
    }
    writer.html
}

struct Writer<'a> {
    source: &'a str,
    html: Mapped,
    in_metadata: bool,
}

impl Writer<'_> {
    fn event(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(*tag, range),
            Event::Text(text) | Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.text(text, range);
            }
            Event::Html(text) | Event::InlineHtml(text) => self.raw(text, range),
            Event::SoftBreak | Event::HardBreak | Event::Rule => self.html.push("<br>", range.start),
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::MetadataBlock(_) => self.in_metadata = true,
            Tag::Heading { level, id, .. } => {
                let name = heading(*level);
                let id = id.as_ref().map(|id| format!(" id=\"{}\"", escaped(id))).unwrap_or_default();
                self.html.push(&format!("<{name}{id}>"), range.start);
            }
            // Raw HTML is as separate from its neighbours as its own tags make it.
            Tag::HtmlBlock
            | Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. } => {}
            _ => self.html.push("<br>", range.start),
        }
    }

    fn end(&mut self, tag: TagEnd, range: &Range<usize>) {
        match tag {
            TagEnd::MetadataBlock(_) => self.in_metadata = false,
            TagEnd::Heading(level) => self.html.push(&format!("</{}>", heading(level)), range.end),
            TagEnd::Paragraph | TagEnd::Item | TagEnd::TableCell | TagEnd::CodeBlock => {
                self.html.push("<br>", range.end);
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str, range: &Range<usize>) {
        if self.in_metadata {
            return;
        }
        // Code spans and escapes: the range has the marks too, the text stands a little behind its start.
        let raw = self.source.get(range.clone()).unwrap_or_default();
        let verbatim = raw.find(text).map(|at| range.start + at);
        let mut from = 0;
        while from < text.len() {
            let plain = text[from..].find(['<', '&']).unwrap_or(text.len() - from);
            let piece = &text[from..from + plain];
            match verbatim {
                Some(at) => self.html.push_verbatim(piece, at + from),
                None => self.html.push(piece, range.start),
            }
            from += plain;
            let at = verbatim.map_or(range.start, |at| at + from);
            match text.as_bytes().get(from) {
                Some(b'<') => self.html.push("&lt;", at),
                Some(_) => self.html.push("&amp;", at),
                None => break,
            }
            from += 1;
        }
    }

    fn raw(&mut self, text: &str, range: &Range<usize>) {
        if self.source.get(range.clone()) == Some(text) {
            self.html.push_verbatim(text, range.start);
        } else {
            self.html.push(text, range.start);
        }
    }
}

fn heading(level: HeadingLevel) -> &'static str {
    match level {
        HeadingLevel::H1 => "h1",
        HeadingLevel::H2 => "h2",
        HeadingLevel::H3 => "h3",
        HeadingLevel::H4 => "h4",
        HeadingLevel::H5 => "h5",
        HeadingLevel::H6 => "h6",
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::render;
    use crate::text::fold::fold;

    fn shown(markdown: &str) -> String {
        fold(&render(markdown).text.text)
    }

    #[test]
    fn shows_what_a_reader_sees() {
        for (markdown, text) in [
            ("for **all users** of\n[the index](https://x)", "for all users of the index"),
            ("a `<b>` &amp; \\* c", "a <b> & * c"),
            ("| a | b |\n| - | - |\n| c | d |", "a b c d"),
            ("- one\n- [x] two", "one two"),
            ("---\ntitle: no\n---\nyes", "yes"),
            ("<!-- no -->\n<details><summary>s</summary>\n\n*in*\n\n</details>", "s in"),
            ("x<sup>2</sup> <span hidden>no</span>", "x2"),
            ("```\n<p>code</p>\n```", "<p>code</p>"),
            ("[^1]: note", "note"),
            ("> quoted\n> on", "quoted on"),
        ] {
            assert_eq!(shown(markdown), text, "{markdown}");
        }
    }

    #[test]
    fn headings_have_ranks_places_and_ids() {
        let markdown = "# A `b` <c>\n\nx\ny\n===\n\n## D {#own}\n<h3 align=center>E</h3>\n";
        let page = render(markdown);
        let headings: Vec<_> =
            page.headings.iter().map(|heading| (heading.rank, heading.at, heading.text.as_str())).collect();
        let (x, d, e) =
            (markdown.find("x\n").unwrap(), markdown.find("## D").unwrap(), markdown.find("<h3").unwrap());
        assert_eq!(headings, [(1, 0, "A b"), (1, x, "x\ny"), (2, d, "D"), (3, e, "E")]);
        assert_eq!((page.ids[0].name.as_str(), page.ids[0].at), ("own", d));
    }

    #[test]
    fn text_leads_back_to_where_it_stood() {
        let markdown = "é\n\nsome `code` and\n**bold** &copy; text < last";
        let page = render(markdown);
        for word in ["some", "code", "bold", "text", "last"] {
            let origin = page.text.origin(page.text.text.find(word).unwrap());
            let line = |at: usize| markdown[..at].matches('\n').count();
            assert_eq!(line(origin), line(markdown.find(word).unwrap()), "{word}");
        }
    }

    #[test]
    fn hostile_input_takes_one_pass() {
        for piece in [
            "<",
            "[",
            "*a",
            "`",
            "> ",
            "- ",
            "![[]()",
            "<a ",
            "&",
            "a\n===\n",
            "[a]: b\n",
            "|a|\n|-|\n",
            "$$",
        ] {
            let markdown = piece.repeat(200_000 / piece.len());
            let _ = render(&markdown);
        }
    }
}
