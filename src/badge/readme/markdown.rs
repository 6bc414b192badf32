//! Markdown → HTML with its links and pictures, so that both ways to write one, and each in the other, are read in one place.

use crate::evidence::mapped::Mapped;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// The HTML, as far as it can hold a picture. Every piece knows where it stood.
pub(super) fn to_html(markdown: &str) -> Mapped {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_GFM;
    let mut html = Mapped::default();
    // The picture that is being read, and the words in its place.
    let mut open: Option<(String, usize)> = None;
    let mut depth = 0_usize;
    for (event, range) in Parser::new_ext(markdown, options).into_offset_iter() {
        let at = range.start;
        match event {
            Event::Start(Tag::Image { dest_url, .. }) => {
                depth += 1;
                open.get_or_insert_with(|| (format!("<img src=\"{}\" alt=\"", escaped(&dest_url)), at));
            }
            Event::End(TagEnd::Image) => {
                depth = depth.saturating_sub(1);
                if let Some((picture, at)) = open.take_if(|_| depth == 0) {
                    html.push(&picture, at);
                    html.push("\">", at);
                }
            }
            Event::Text(text) | Event::Code(text) => {
                if let Some((picture, _)) = &mut open {
                    picture.push_str(&escaped(&text));
                }
            }
            Event::SoftBreak | Event::HardBreak => {
                if let Some((picture, _)) = &mut open {
                    picture.push(' ');
                }
            }
            // In the words of a picture nothing else counts.
            _ if open.is_some() => {}
            Event::Start(Tag::Link { dest_url, .. }) => {
                html.push(&format!("<a href=\"{}\">", escaped(&dest_url)), at);
            }
            Event::End(TagEnd::Link) => html.push("</a>", at),
            Event::Html(text) | Event::InlineHtml(text) => html.push_verbatim(&text, at),
            _ => {}
        }
    }
    html
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use crate::badge::readme::{Markup, Shown, shown};

    fn picture(line: usize, alt: &str, image: &str, target: Option<&str>) -> Shown {
        Shown { line, alt: alt.to_owned(), image: image.to_owned(), link: target.map(str::to_owned) }
    }

    #[test]
    fn pictures_are_found_with_their_words_their_link_and_their_line() {
        let page = "# T\n\n[![a `b`](x.svg)](y.md) and\n![c *d*][r]\n\n    ![code](no.svg)\n\n[r]: z.svg\n`<img src=no>`\n";
        assert_eq!(
            shown(page, Markup::Markdown),
            [picture(3, "a b", "x.svg", Some("y.md")), picture(4, "c d", "z.svg", None)]
        );
    }

    #[test]
    fn html_in_markdown_and_markdown_in_html_are_read() {
        let page = "<p align=\"center\">\n  <a href=\"y.md\"><img src=\"x.svg\" alt=\"a\"></a>\n</p>\n\n\
                    [<img src=\"x.svg\" alt=\"b\">](y.md)\n\n<a href=\"y.md\">\n\n![c](x.svg)\n</a>\n\n[![d](x.svg)]() ![\"<&](e)\n";
        let expected = [
            picture(2, "a", "x.svg", Some("y.md")),
            picture(5, "b", "x.svg", Some("y.md")),
            picture(9, "c", "x.svg", Some("y.md")),
            picture(12, "d", "x.svg", Some("")),
            picture(12, "\"<&", "e", None),
        ];
        assert_eq!(shown(page, Markup::Markdown), expected);
        assert_eq!(shown(&page.replace('\n', "\r\n"), Markup::Markdown), expected);
        assert_eq!(shown(&format!("> - {}", page.replace('\n', "\n>   ")), Markup::Markdown), expected);
    }
}
