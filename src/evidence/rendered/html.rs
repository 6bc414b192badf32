//! HTML: the text that a browser shows, with ids and headings. The tokenizer is a real one; no tree is built, only the open
//! elements are known, so that depth costs little.

mod elements;
mod stack;
mod style;

use super::{Heading, Id, Page};
use crate::evidence::mapped::Mapped;
use elements::{has, is_shadow_host, role, state_after};
use html5gum::emitters::callback::{Callback, CallbackEmitter, CallbackEvent};
use html5gum::{Emitter, ForwardingEmitter, Span, State, Tokenizer};
use stack::{Seen, Stack, Start};
use std::borrow::Cow;

/// The page that HTML makes. Positions are those of the text that `input` was made from.
#[must_use]
pub fn render(input: &Mapped) -> Page {
    let mut page = Page::default();
    let tokens = Tokenizer::new_with_emitter(input.text.as_str(), Tokens::new(input, &mut page, false));
    // Reading from memory cannot fail, and the whole of it gives no token.
    let _: usize = tokens.count();
    page
}

/// The beginning of a page that has a title and a heading, up to the first heading: no more of it is read. `None` where it
/// lacks one of them.
#[must_use]
pub fn beginning(input: &Mapped) -> Option<Page> {
    let mut page = Page::default();
    let tokens = Tokenizer::new_with_emitter(input.text.as_str(), Tokens::new(input, &mut page, true));
    let has_both = { tokens }.next().is_some();
    has_both.then_some(page)
}

/// The ids of elements that frameworks put a whole page into.
const MOUNTS: &[&str] = &["root", "app", "__next", "__nuxt", "___gatsby", "app-root", "react-root", "svelte"];

/// Attributes that are read. Of several ones of a name the first counts.
const ATTRIBUTES: &[&[u8]] = &[
    b"encoding",
    b"hidden",
    b"http-equiv",
    b"id",
    b"name",
    b"open",
    b"popover",
    b"shadowrootmode",
    b"src",
    b"style",
    b"type",
    b"xmlns",
];

/// The tokens, with the way in which the tokenizer goes on behind a tag: as the open elements say.
struct Tokens<'a> {
    inner: CallbackEmitter<Reader<'a>, (), usize>,
}

impl<'a> Tokens<'a> {
    fn new(input: &'a Mapped, page: &'a mut Page, is_beginning: bool) -> Self {
        Self { inner: CallbackEmitter::new(Reader::new(input, page, is_beginning)) }
    }
}

impl ForwardingEmitter for Tokens<'_> {
    type Token = ();

    fn inner(&mut self) -> &mut impl Emitter<Token = ()> {
        &mut self.inner
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        let _ = self.inner.emit_current_tag();
        let state = self.inner.callback_mut().state.take();
        if state.is_some() {
            self.inner.init_string();
        }
        state
    }

    fn emit_eof(&mut self) {
        self.inner.emit_eof();
        self.inner.callback_mut().end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&mut self) -> bool {
        self.inner.callback_mut().stack.is_foreign()
    }
}

struct Reader<'a> {
    input: &'a Mapped,
    page: &'a mut Page,
    is_beginning: bool,
    stack: Stack,
    state: Option<State>,
    tag: Option<Tag>,
    attribute: Option<&'static [u8]>,
    heading: Option<(u8, usize, usize)>,
    /// Where in the text the title begins, while it is open.
    title: Option<usize>,
    /// Where in the text an element begins that scripts may put a whole page into, as long as nothing was seen in it.
    mount: Option<usize>,
}

/// The start tag that is being read.
#[derive(Default)]
struct Tag {
    start: Start,
    at: usize,
    /// The attributes that it has, as bits in the order of [`ATTRIBUTES`].
    attributes: u16,
    is_mount: bool,
    /// Whether it is a script in some language that browsers do not run: data.
    is_data: bool,
}

impl Callback<(), usize> for Reader<'_> {
    fn handle_event(&mut self, event: CallbackEvent<'_>, span: Span<usize>) -> Option<()> {
        self.event(&event, span);
        (self.is_beginning && self.page.title.is_some() && !self.page.headings.is_empty()).then_some(())
    }
}

impl<'a> Reader<'a> {
    fn new(input: &'a Mapped, page: &'a mut Page, is_beginning: bool) -> Self {
        let mut stack = Stack::default();
        stack.is_xml = input.text.trim_start().starts_with("<?xml");
        Self {
            input,
            page,
            is_beginning,
            stack,
            state: None,
            tag: None,
            attribute: None,
            heading: None,
            title: None,
            mount: None,
        }
    }

    fn end(&mut self) {
        if !self.is_beginning {
            self.close_heading(self.input.text.len());
        }
    }

    fn event(&mut self, event: &CallbackEvent<'_>, span: Span<usize>) {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                let mut name = text(name).into_owned();
                if name == "image" && !self.stack.is_foreign() {
                    "img".clone_into(&mut name);
                }
                let start = Start { name, ..Start::default() };
                self.tag = Some(Tag { start, at: self.input.origin(span.start), ..Tag::default() });
                self.attribute = None;
            }
            CallbackEvent::AttributeName { name } => self.attribute_name(name),
            CallbackEvent::AttributeValue { value } => self.attribute_value(&text(value)),
            CallbackEvent::CloseStartTag { self_closing } => self.open(*self_closing),
            CallbackEvent::EndTag { name } => self.close(&text(name), span.start),
            CallbackEvent::String { value } => self.string(&text(value), span),
            CallbackEvent::Doctype { .. } => self.stack.has_doctype = true,
            CallbackEvent::Comment { .. } | CallbackEvent::Error(_) => {}
        }
    }

    fn attribute_name(&mut self, name: &[u8]) {
        self.attribute = None;
        let Some(tag) = &mut self.tag else { return };
        // What a handler of an event does is a script as well.
        self.page.loads_script |= name.starts_with(b"on");
        let Some(index) = ATTRIBUTES.iter().position(|it| *it == name) else { return };
        if tag.attributes & (1 << index) != 0 {
            return;
        }
        tag.attributes |= 1 << index;
        self.attribute = Some(ATTRIBUTES[index]);
        let start = &mut tag.start;
        match name {
            b"hidden" => start.drawn = Seen::Hidden,
            b"popover" => start.drawn = start.drawn.max(Seen::Unsure),
            b"open" => start.is_open = start.name == "dialog",
            b"xmlns" if start.name == "html" => self.stack.is_xml = true,
            _ => {}
        }
    }

    fn attribute_value(&mut self, value: &str) {
        let Some(name) = self.attribute.take() else { return };
        let Some(tag) = &mut self.tag else { return };
        let start = &mut tag.start;
        match name {
            b"style" => {
                let style = style::read(value);
                start.drawn = start.drawn.max(style.drawn);
                start.visibility = style.visibility;
            }
            // Readers find it when they search the page.
            b"hidden" if value.eq_ignore_ascii_case("until-found") => start.drawn = Seen::Unsure,
            b"shadowrootmode" if start.name == "template" => {
                start.is_shadow = ["open", "closed"].iter().any(|mode| value.eq_ignore_ascii_case(mode))
                    && self.stack.current().is_some_and(is_shadow_host);
            }
            b"encoding" if start.name == "annotation-xml" => {
                start.has_html =
                    ["text/html", "application/xhtml+xml"].iter().any(|it| value.eq_ignore_ascii_case(it));
            }
            b"id" => {
                tag.is_mount = MOUNTS.contains(&value);
                self.add_id(value);
            }
            b"name" if start.name == "a" => self.add_id(value),
            b"type" if start.name == "script" => tag.is_data = !is_run(value),
            b"type" if start.name == "input" && value.eq_ignore_ascii_case("password") => {
                self.page.asks_for_password = true;
            }
            b"http-equiv" if start.name == "meta" && value.trim().eq_ignore_ascii_case("refresh") => {
                self.page.leads_on = true;
            }
            _ => {}
        }
    }

    fn add_id(&mut self, name: &str) {
        // A `<template>` is not in the page until a script puts it there.
        let Some(tag) = self.tag.as_ref().filter(|_| !name.is_empty() && !self.stack.is_inert()) else {
            return;
        };
        self.page.ids.push(Id { name: name.to_owned(), at: tag.at });
    }

    fn open(&mut self, is_self_closing: bool) {
        let Some(mut tag) = self.tag.take() else { return };
        let name = tag.start.name.clone();
        if name == "script" {
            self.page.loads_script |= !tag.is_data;
        } else {
            self.mount = None;
        }
        tag.start.is_self_closing = is_self_closing;
        let opened = self.stack.open(tag.start);
        if opened.is_html {
            self.state = state_after(&name);
        }
        if has(&name, role::BLOCK) {
            self.push_break(tag.at, opened.seen);
        }
        if opened.seen != Seen::Shown {
            return;
        }
        if opened.is_html && name == "title" && self.page.title.is_none() {
            self.title = Some(self.page.text.text.len());
        }
        if tag.is_mount {
            self.mount = Some(self.page.text.text.len());
        }
        if let Some(rank) = heading_rank(&name) {
            self.close_heading_at(tag.at);
            self.heading = Some((rank, tag.at, self.page.text.text.len()));
        }
    }

    fn close(&mut self, name: &str, at: usize) {
        let seen = self.stack.close(name);
        if heading_rank(name).is_some() {
            self.close_heading(at);
        }
        if let Some(from) = self.title.take_if(|_| name == "title") {
            self.page.title = Some(self.page.text.text[from..].trim().to_owned());
        }
        if let Some(from) = self.mount.take() {
            self.page.has_empty_mount |= self.page.text.text[from..].trim().is_empty();
        }
        if has(name, role::BLOCK) {
            self.push_break(self.input.origin(at), seen);
        }
    }

    fn push_break(&mut self, at: usize, seen: Seen) {
        if seen == Seen::Shown {
            self.page.text.push("\n", at);
        }
        if let Some(perhaps) = self.page.perhaps.as_mut().filter(|_| seen != Seen::Hidden) {
            perhaps.push('\n');
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
        let seen = self.stack.seen();
        if seen == Seen::Unsure && self.page.perhaps.is_none() && !value.trim().is_empty() {
            self.page.perhaps = Some(self.page.text.text.clone());
        }
        if let Some(perhaps) = self.page.perhaps.as_mut().filter(|_| seen != Seen::Hidden) {
            perhaps.push_str(value);
        }
        if seen != Seen::Shown {
            return;
        }
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

/// Whether browsers run a script of this type. Others are data: JSON, templates, maps of imports.
fn is_run(kind: &str) -> bool {
    let kind = kind.trim().to_ascii_lowercase();
    kind.is_empty() || kind == "module" || kind.contains("javascript") || kind.contains("ecmascript")
}

fn heading_rank(name: &str) -> Option<u8> {
    match name.as_bytes() {
        [b'h', rank @ b'1'..=b'6'] => Some(rank - b'0'),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
