//! HTML: the text that a browser shows, with ids and headings. The tokenizer is a real one; no tree is built, so that depth
//! costs nothing.

mod elements;

use super::{Heading, Id, Page};
use crate::evidence::mapped::Mapped;
use elements::{Hidden, hides, is_block, is_void};
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};
use std::borrow::Cow;
use std::convert::Infallible;

/// The page that HTML makes. Positions are those of the text that `input` was made from.
#[must_use]
pub fn render(input: &Mapped) -> Page {
    let mut reader = Reader::new(input);
    let mut emitter =
        CallbackEmitter::new(|event: CallbackEvent<'_>, span: Span<usize>| -> Option<Infallible> {
            reader.event(&event, span);
            None
        });
    emitter.naively_switch_states(true);
    // Reading from memory cannot fail.
    let Ok(()) = Tokenizer::new_with_emitter(input.text.as_str(), emitter).finish();
    reader.close_heading(input.text.len());
    reader.page
}

/// The beginning of a page that has a title and a heading, up to the first heading: no more of it is read. `None` where it
/// lacks one of them.
#[must_use]
pub fn beginning(input: &Mapped) -> Option<Page> {
    let mut reader = Reader::new(input);
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, span: Span<usize>| -> Option<()> {
        reader.event(&event, span);
        (reader.page.title.is_some() && !reader.page.headings.is_empty()).then_some(())
    });
    emitter.naively_switch_states(true);
    let has_both = Tokenizer::new_with_emitter(input.text.as_str(), emitter).next().is_some();
    has_both.then_some(reader.page)
}

/// Styles of an element that nobody sees.
const HIDING_STYLES: &[&str] =
    &["display:none", "visibility:hidden", "visibility:collapse", "content-visibility:hidden"];

/// The ids of elements that frameworks put a whole page into.
const MOUNTS: &[&str] = &["root", "app", "__next", "__nuxt", "___gatsby", "app-root", "react-root", "svelte"];

struct Reader<'a> {
    input: &'a Mapped,
    page: Page,
    tag: Option<Tag>,
    attribute: Vec<u8>,
    hidden: Option<Hidden>,
    heading: Option<(u8, usize, usize)>,
    /// Where in the text the title begins, while it is open.
    title: Option<usize>,
    /// Where in the text an element begins that scripts may put a whole page into, as long as nothing was seen in it.
    mount: Option<usize>,
}

/// The start tag that is being read.
struct Tag {
    name: String,
    at: usize,
    hidden: bool,
    is_mount: bool,
}

impl<'a> Reader<'a> {
    fn new(input: &'a Mapped) -> Self {
        Self {
            input,
            page: Page::default(),
            tag: None,
            attribute: Vec::new(),
            hidden: None,
            heading: None,
            title: None,
            mount: None,
        }
    }

    fn event(&mut self, event: &CallbackEvent<'_>, span: Span<usize>) {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                let name = text(name).into_owned();
                let hidden = hides(&name);
                self.tag = Some(Tag { name, at: self.input.origin(span.start), hidden, is_mount: false });
                self.attribute.clear();
            }
            CallbackEvent::AttributeName { name } => {
                self.attribute = name.to_vec();
                match (self.tag.as_mut(), *name) {
                    (Some(tag), b"hidden") => tag.hidden = true,
                    (Some(tag), b"open") if tag.name == "dialog" => tag.hidden = false,
                    _ => {}
                }
            }
            CallbackEvent::AttributeValue { value } => self.attribute_value(&text(value)),
            CallbackEvent::CloseStartTag { self_closing } => self.open(*self_closing),
            CallbackEvent::EndTag { name } => self.close(&text(name), span.start),
            CallbackEvent::String { value } if self.hidden.is_none() => self.string(&text(value), span),
            _ => {}
        }
    }

    fn attribute_value(&mut self, value: &str) {
        let Some(tag) = &mut self.tag else { return };
        match self.attribute.as_slice() {
            b"style" => {
                let style: String = value.chars().filter(|c| !c.is_whitespace()).collect();
                let style = style.to_lowercase();
                tag.hidden |=
                    HIDING_STYLES.iter().any(|hiding| style.split(';').any(|it| it.starts_with(hiding)));
            }
            b"id" => {
                tag.is_mount = MOUNTS.contains(&value);
                self.add_id(value);
            }
            b"name" if tag.name == "a" => self.add_id(value),
            b"src" if tag.name == "script" => self.page.loads_script = true,
            b"type" if tag.name == "script" && value.eq_ignore_ascii_case("module") => {
                self.page.loads_script = true;
            }
            b"type" if tag.name == "input" && value.eq_ignore_ascii_case("password") => {
                self.page.asks_for_password = true;
            }
            b"http-equiv" if tag.name == "meta" && value.trim().eq_ignore_ascii_case("refresh") => {
                self.page.leads_on = true;
            }
            _ => {}
        }
    }

    fn add_id(&mut self, name: &str) {
        // A `<template>` is not in the page until a script puts it there.
        let is_inert = self.hidden.as_ref().is_some_and(|hidden| hidden.name == "template");
        let Some(tag) = self.tag.as_ref().filter(|_| !is_inert && !name.is_empty()) else { return };
        self.page.ids.push(Id { name: name.to_owned(), at: tag.at });
    }

    fn open(&mut self, self_closing: bool) {
        let Some(tag) = self.tag.take() else { return };
        if tag.name != "script" {
            self.mount = None;
        }
        if let Some(hidden) = &mut self.hidden {
            if !hidden.ends_at_start_of(&tag.name) {
                return;
            }
            self.hidden = None;
        }
        if tag.hidden && !is_void(&tag.name) && (!self_closing || hides(&tag.name)) {
            self.hidden = Some(Hidden::new(tag.name));
            return;
        }
        if is_block(&tag.name) {
            self.page.text.push("\n", tag.at);
        }
        if tag.name == "title" && self.page.title.is_none() {
            self.title = Some(self.page.text.text.len());
        }
        if tag.is_mount {
            self.mount = Some(self.page.text.text.len());
        }
        if let Some(rank) = heading_rank(&tag.name) {
            self.close_heading_at(tag.at);
            self.heading = Some((rank, tag.at, self.page.text.text.len()));
        }
    }

    fn close(&mut self, name: &str, at: usize) {
        if let Some(hidden) = &mut self.hidden {
            if hidden.ends_at_end_of(name) {
                self.hidden = None;
            }
            return;
        }
        if heading_rank(name).is_some() {
            self.close_heading(at);
        }
        if let Some(from) = self.title.take_if(|_| name == "title") {
            self.page.title = Some(self.page.text.text[from..].trim().to_owned());
        }
        if let Some(from) = self.mount.take() {
            self.page.has_empty_mount |= self.page.text.text[from..].trim().is_empty();
        }
        if is_block(name) {
            self.page.text.push("\n", self.input.origin(at));
        }
    }

    fn close_heading(&mut self, at: usize) {
        self.close_heading_at(self.input.origin(at));
    }

    fn close_heading_at(&mut self, end: usize) {
        if let Some((rank, at, from)) = self.heading.take() {
            let text = self.page.text.text[from..].trim().to_owned();
            self.page.headings.push(Heading { rank, at, end: end.max(at), text });
        }
    }

    fn string(&mut self, value: &str, span: Span<usize>) {
        let raw = self.input.text.get(span.start..span.end).unwrap_or_default();
        if raw == value {
            self.page.text.push_from(self.input, span.start..span.end);
            return;
        }
        // Entities and CRLF were decoded: bytes no longer go along, but lines do.
        let mut at = span.start;
        let mut raw_lines = raw.split_inclusive('\n');
        for line in value.split_inclusive('\n') {
            self.page.text.push(line, self.input.origin(at));
            at += raw_lines.next().map_or(0, str::len);
        }
    }
}

fn text(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

fn heading_rank(name: &str) -> Option<u8> {
    match name.as_bytes() {
        [b'h', rank @ b'1'..=b'6'] => Some(rank - b'0'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::render;
    use crate::evidence::mapped::Mapped;
    use crate::evidence::rendered::Page;
    use crate::text::fold::fold;

    fn page(html: &str) -> Page {
        render(&Mapped::identity(html))
    }

    fn shown(html: &str) -> String {
        fold(&page(html).text.text)
    }

    #[test]
    fn shows_what_a_browser_shows() {
        for (html, text) in [
            ("<p>We <b>an</b>swer&nbsp;within 48&#x20;hours</p>", "we answer within 48 hours"),
            ("<td>a</td><td>b</td><li>c<li>d<br>e", "a b c d e"),
            ("a<!-- no -->b<script>var no = '<p>';</script>c<style>no{}</style>d", "abcd"),
            ("<template>no</template>yes", "yes"),
            ("<div hidden>no<div>no</div>no</div>yes", "yes"),
            ("<p hidden>no<p>yes", "yes"),
            ("<ul><li style='display : none'>no<li>yes</ul>", "yes"),
            ("<span style=\"VISIBILITY:hidden\">no</span>yes<input hidden>yes", "yes yes"),
            ("a &lt;b&gt; &amp;amp; c", "a <b> &amp; c"),
            ("<title>t &amp; u</title><textarea><b></textarea>", "t & u <b>"),
            ("1 < 2 > 0", "1 < 2 > 0"),
            ("</p hidden>yes", "yes"),
            ("<p style='opacity:0;content-visibility:hidden'>no</p>yes", "yes"),
            ("<dialog>no</dialog><dialog open>yes</dialog><datalist><option>no</datalist>", "yes"),
        ] {
            assert_eq!(shown(html), text, "{html}");
        }
    }

    #[test]
    fn text_leads_back_to_its_line() {
        let html = "<p>\r\nfirst &amp;\r\n <b>second</b>\r\n&copy; third</p>";
        let page = page(html);
        for word in ["first", "second", "third"] {
            let origin = page.text.origin(page.text.text.find(word).unwrap());
            let line = |at: usize| html[..at].matches('\n').count();
            assert_eq!(line(origin), line(html.find(word).unwrap()), "{word}");
        }
    }

    #[test]
    fn ids_and_headings_are_found_where_they_are() {
        let html = "<a name=top></a>\n<h2 id='x&amp;y' class=c>A <i>b</i></h2><meta name=viewport>\
                    <template><p id=no></template><!-- <p id=no> --><script>'<p id=no>'</script>";
        let page = page(html);
        let ids: Vec<_> = page.ids.iter().map(|id| (id.name.as_str(), id.at)).collect();
        assert_eq!(ids, [("top", 0), ("x&y", 17)]);
        let heading = &page.headings[0];
        assert_eq!((heading.rank, heading.at, heading.text.as_str()), (2, 17, "A b"));
        assert!(html[heading.end..].starts_with("</h2>"));
    }

    #[test]
    fn what_scripts_have_yet_to_fill_is_seen() {
        for (html, empty) in [
            ("<div id=root></div><script src=x></script>", true),
            ("<div id='app'>\n<!-- here -->\n</div>", true),
            ("<div id=root><p>text</p></div>", false),
            ("<div id=root>text</div>", false),
            ("<div id=content></div>", false),
        ] {
            assert_eq!(page(html).has_empty_mount, empty, "{html}");
        }
        assert!(
            page("<script src=a></script>").loads_script
                && !page("<script>1</script><img src=a>").loads_script
        );
        assert!(
            page("<meta http-equiv=Refresh content='0; url=/a'>").leads_on
                && !page("<meta name=refresh>").leads_on
        );
        let titled = page("<title> A &amp; B </title><svg><title>no</title></svg>");
        assert_eq!(titled.title.as_deref(), Some("A & B"));
    }

    #[test]
    fn hostile_input_takes_one_pass() {
        for piece in ["<", "<a ", "<p hidden>", "&", "&#", "<!--", "</", "<h1>", "<a id=x>", "\0"] {
            let html = piece.repeat(256 * 1024 / piece.len());
            let _ = page(&html);
        }
    }
}
