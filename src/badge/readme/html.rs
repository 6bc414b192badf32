//! HTML → pictures, each with the link that it stands in.

use super::Shown;
use crate::evidence::mapped::Mapped;
use html5gum::emitters::callback::{Callback, CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};

/// The pictures of HTML that was made from `source`.
pub(super) fn shown(source: &str, html: &Mapped) -> Vec<Shown> {
    let mut emitter: CallbackEmitter<Reader, Shown, usize> = CallbackEmitter::new(Reader::default());
    // What stands in a script or a style sheet is no tag.
    emitter.naively_switch_states(true);
    // Reading from memory cannot fail.
    let tokens = Tokenizer::new_with_emitter(html.text.as_str(), emitter);
    let (mut line, mut counted) = (1, 0);
    let pictures = tokens.filter_map(Result::ok).map(|mut picture| {
        let at = html.origin(picture.line);
        let between = source.get(counted..at).unwrap_or_default();
        line += between.matches('\n').count();
        counted = counted.max(at);
        picture.line = line;
        picture
    });
    pictures.collect()
}

/// The tags as they come. `line` of a picture is the byte at which it begins, here.
#[derive(Default)]
struct Reader {
    tag: Option<Tag>,
    attribute: Option<Attribute>,
    /// Where the link leads that is open.
    link: Option<String>,
}

enum Tag {
    Link(Option<String>),
    Picture(Shown, bool),
}

/// An attribute that is read. Of several of a name the first counts.
#[derive(Clone, Copy)]
enum Attribute {
    Href,
    Src,
    Alt,
}

impl Callback<Shown, usize> for Reader {
    fn handle_event(&mut self, event: CallbackEvent<'_>, span: Span<usize>) -> Option<Shown> {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.attribute = None;
                self.tag = match name {
                    b"a" => Some(Tag::Link(None)),
                    b"img" | b"image" => {
                        Some(Tag::Picture(Shown { line: span.start, ..Shown::default() }, false))
                    }
                    _ => None,
                };
            }
            CallbackEvent::AttributeName { name } => self.attribute_name(name),
            CallbackEvent::AttributeValue { value } => self.attribute_value(&String::from_utf8_lossy(value)),
            CallbackEvent::CloseStartTag { .. } => match self.tag.take() {
                // A link in a link ends that one.
                Some(Tag::Link(target)) => self.link = target,
                Some(Tag::Picture(picture, true)) => {
                    return Some(Shown { link: self.link.clone(), ..picture });
                }
                Some(Tag::Picture(_, false)) | None => {}
            },
            CallbackEvent::EndTag { name: b"a" } => self.link = None,
            _ => {}
        }
        None
    }
}

impl Reader {
    /// A name without a value has the empty one.
    fn attribute_name(&mut self, name: &[u8]) {
        self.attribute = match (&mut self.tag, name) {
            (Some(Tag::Link(target @ None)), b"href") => {
                *target = Some(String::new());
                Some(Attribute::Href)
            }
            (Some(Tag::Picture(_, has_source @ false)), b"src") => {
                *has_source = true;
                Some(Attribute::Src)
            }
            (Some(Tag::Picture(picture, _)), b"alt") if picture.alt.is_empty() => Some(Attribute::Alt),
            _ => None,
        };
    }

    fn attribute_value(&mut self, value: &str) {
        match (&mut self.tag, self.attribute.take()) {
            (Some(Tag::Link(target)), Some(Attribute::Href)) => *target = Some(value.trim().to_owned()),
            (Some(Tag::Picture(picture, _)), Some(Attribute::Src)) => {
                value.trim().clone_into(&mut picture.image);
            }
            (Some(Tag::Picture(picture, _)), Some(Attribute::Alt)) => {
                picture.alt = value.split_whitespace().collect::<Vec<_>>().join(" ");
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::shown;
    use crate::evidence::mapped::Mapped;

    fn seen(html: &str) -> Vec<String> {
        let pictures = shown(html, &Mapped::identity(html));
        pictures.iter().map(|it| format!("{} {:?} {} {:?}", it.line, it.alt, it.image, it.link)).collect()
    }

    #[test]
    fn a_picture_has_the_link_around_it() {
        assert_eq!(
            seen(
                "<p align=center>\n<a href=' r.md '>\n <IMG alt='a &amp;\n b' SRC=b.svg?x=1&amp;y=2 /></a>\n<img src=c.svg>"
            ),
            ["3 \"a & b\" b.svg?x=1&y=2 Some(\"r.md\")", "5 \"\" c.svg None"]
        );
    }

    #[test]
    fn what_is_no_link_and_no_picture_is_none() {
        assert_eq!(seen("<a name=top><img src=a.svg></a>"), ["1 \"\" a.svg None"]);
        assert_eq!(seen("<a href><img src=a.svg></a>"), ["1 \"\" a.svg Some(\"\")"]);
        assert_eq!(seen("<!-- <img src=a> --><style><img src=b></style><img alt=x><source src=c>"), [""; 0]);
        assert_eq!(
            seen("<a href=a><a href=b><img src=c src=d></a><img src=e>"),
            ["1 \"\" c Some(\"b\")", "1 \"\" e None"]
        );
        for broken in ["<img", "<img src", "<img src=", "<a href='", "</", "<", ""] {
            assert_eq!(seen(broken), [""; 0], "{broken}");
        }
    }
}
