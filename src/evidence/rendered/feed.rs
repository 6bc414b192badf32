//! RSS and Atom: the text of every element, with the HTML that entries carry (escaped, in `CDATA`, or as elements) shown as a
//! reader shows it.

use super::{Page, html};
use crate::evidence::mapped::Mapped;
use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, Event};

/// Elements whose text is HTML, by their local names.
const MARKUP: &[&[u8]] = &[b"content", b"description", b"encoded", b"summary", b"title"];

/// The page that a feed makes. What is no XML any more, from there on, adds nothing.
#[must_use]
pub fn render(text: &str) -> Page {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_unmatched_ends = true;
    reader.config_mut().allow_dangling_amp = true;
    let mut page = Page::default();
    // The text of the element that is open, and where it begins.
    let mut run = Run::default();
    loop {
        let at = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        match reader.read_event() {
            Ok(Event::Start(tag)) => {
                run.end(&mut page);
                run.is_markup = MARKUP.contains(&tag.local_name().as_ref());
            }
            Ok(Event::End(_) | Event::Empty(_)) => run.end(&mut page),
            Ok(Event::Text(part)) => run.add(&part.decode().unwrap_or_default(), at),
            Ok(Event::CData(part)) => run.add(&part.decode().unwrap_or_default(), at),
            Ok(Event::GeneralRef(part)) => run.add(&resolved(&part), at),
            Ok(Event::Eof) | Err(_) => break,
            Ok(Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_)) => {}
        }
    }
    run.end(&mut page);
    page
}

/// A character or an entity; one that is declared somewhere else stands for nothing: entities are never expanded.
fn resolved(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        return c.to_string();
    }
    let name = reference.decode().unwrap_or_default();
    resolve_xml_entity(&name).unwrap_or_default().to_owned()
}

/// Text without tags between.
#[derive(Default)]
struct Run {
    text: String,
    at: usize,
    is_markup: bool,
}

impl Run {
    fn add(&mut self, text: &str, at: usize) {
        if self.text.is_empty() {
            self.at = at;
        }
        self.text.push_str(text);
    }

    fn end(&mut self, page: &mut Page) {
        let text = std::mem::take(&mut self.text);
        if text.trim().is_empty() {
            return;
        }
        page.text.push("\n", self.at);
        if self.is_markup && text.contains(['<', '&']) {
            let shown = html::render(&Mapped::identity(&text));
            page.text.push(&shown.text.text, self.at);
        } else {
            page.text.push(&text, self.at);
        }
        page.text.push("\n", self.at);
    }
}

#[cfg(test)]
mod tests {
    use super::render;
    use crate::text::fold::fold;

    fn shown(xml: &str) -> String {
        fold(&render(xml).text.text)
    }

    #[test]
    fn entries_read_as_a_reader_shows_them() {
        for (xml, text) in [
            (
                "<?xml version='1.0'?><rss><channel><title>News</title><item><description>We &lt;b&gt;require&lt;/b&gt; \
                 two &amp;amp; more</description></item></channel></rss>",
                "news we require two & more",
            ),
            (
                "<item><content:encoded><![CDATA[<p>Tokens <i>are</i></p>scoped]]></content:encoded></item>",
                "tokens are scoped",
            ),
            ("<feed><entry><summary type='text'>a &#x41; b</summary></entry></feed>", "a a b"),
            ("<feed><content type='xhtml'><div>one <b>two</b></div></content></feed>", "one two"),
            ("<item><description>&lt;script&gt;no&lt;/script&gt;yes</description><!-- no --></item>", "yes"),
            ("<item><guid>1 &lt; 2</guid></item>", "1 < 2"),
        ] {
            assert_eq!(shown(xml), text, "{xml}");
        }
    }

    #[test]
    fn entities_are_never_expanded_and_broken_xml_ends_quietly() {
        let bomb = "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><rss><title>x &b; y</title></rss>";
        assert_eq!(shown(bomb), "x y");
        for xml in
            ["<rss><title>yes</title><<<", "<a><title>yes</b></title>", "<title>yes", "&", "", "<![CDATA["]
        {
            let _ = shown(xml);
        }
        assert_eq!(shown("<rss><title>yes</title></b><x>and</x>"), "yes and");
    }
}
