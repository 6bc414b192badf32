//! Pictures in a page, and where they lead: what a README shows as a badge.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// A picture of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// The line on which it begins, from 1.
    pub line: usize,
    /// The words in its place.
    pub alt: String,
    /// What it shows, as written.
    pub image: String,
    /// Where it leads, as written.
    pub link: Option<String>,
}

/// The pictures of a page in Markdown. HTML in it is not read: in a README it is mostly layout.
#[must_use]
pub fn shown(markdown: &str) -> Vec<Shown> {
    let mut pictures = Vec::new();
    let mut links: Vec<String> = Vec::new();
    let mut open: Option<Shown> = None;
    let (mut here, mut counted) = (1, 0);
    for (event, range) in Parser::new_ext(markdown, Options::ENABLE_TABLES).into_offset_iter() {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) => links.push(dest_url.into_string()),
            Event::End(TagEnd::Link) => drop(links.pop()),
            Event::Start(Tag::Image { dest_url, .. }) if open.is_none() => {
                let between = markdown.get(counted..range.start).unwrap_or_default();
                here += between.matches('\n').count();
                counted = counted.max(range.start);
                open = Some(Shown {
                    line: here,
                    alt: String::new(),
                    image: dest_url.into_string(),
                    link: links.last().cloned(),
                });
            }
            Event::End(TagEnd::Image) => pictures.extend(open.take()),
            Event::Text(text) | Event::Code(text) => {
                if let Some(picture) = &mut open {
                    picture.alt.push_str(&text);
                }
            }
            Event::SoftBreak | Event::HardBreak => {
                if let Some(picture) = &mut open {
                    picture.alt.push(' ');
                }
            }
            _ => {}
        }
    }
    pictures
}

/// The file of the repository that a reference in a page names, relative to the top, for a page in this folder (`""` is the top);
/// `None` for an address, a place in the page itself, the top, a file outside.
#[must_use]
pub fn file(reference: &str, folder: &str) -> Option<String> {
    let path = reference.split(['?', '#']).next().unwrap_or_default();
    let decoded = percent_encoding::percent_decode_str(path).decode_utf8().ok()?;
    if decoded.is_empty() || decoded.contains(':') || decoded.starts_with("//") {
        return None;
    }
    let (base, path) = decoded.strip_prefix('/').map_or((folder, &*decoded), |path| ("", path));
    let mut steps: Vec<&str> = base.split('/').filter(|step| !step.is_empty()).collect();
    for step in path.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()?),
            step => steps.push(step),
        }
    }
    (!steps.is_empty()).then(|| steps.join("/"))
}

#[cfg(test)]
mod tests {
    use super::{Shown, file, shown};

    #[test]
    fn pictures_are_found_with_their_words_their_link_and_their_line() {
        let page = "# T\n\n[![a `b`](x.svg)](y.md) and\n![c *d*][r]\n\n    ![code](no.svg)\n\n[r]: z.svg\n";
        let picture = |line, alt: &str, image: &str, link: Option<&str>| Shown {
            line,
            alt: alt.to_owned(),
            image: image.to_owned(),
            link: link.map(str::to_owned),
        };
        assert_eq!(shown(page), [picture(3, "a b", "x.svg", Some("y.md")), picture(4, "c d", "z.svg", None)]);
    }

    #[test]
    fn a_reference_names_a_file_of_the_repository_or_something_else() {
        assert_eq!(file("a/b.svg?raw=true#x", "").as_deref(), Some("a/b.svg"));
        assert_eq!(file("./../b%20c.svg", "docs").as_deref(), Some("b c.svg"));
        assert_eq!(file("/b.svg", "docs").as_deref(), Some("b.svg"));
        for elsewhere in
            ["https://a.example/b.svg", "//a.example/b", "../b", "#a", "", "/", "mailto:a@b", "%ff"]
        {
            assert_eq!(file(elsewhere, ""), None, "{elsewhere}");
        }
    }
}
