//! Which elements stand apart from their neighbours, and which show nothing.

/// Elements that begin a line, a cell or a box of their own, so that words on both sides are separate.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "audio",
    "blockquote",
    "body",
    "br",
    "button",
    "caption",
    "center",
    "col",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hgroup",
    "hr",
    "html",
    "iframe",
    "img",
    "input",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "optgroup",
    "option",
    "p",
    "picture",
    "pre",
    "search",
    "section",
    "select",
    "summary",
    "svg",
    "table",
    "tbody",
    "td",
    "textarea",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
    "video",
];

/// Elements without content.
const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

/// Elements whose content no reader sees.
const UNSEEN: &[&str] =
    &["datalist", "dialog", "iframe", "noembed", "noframes", "noscript", "script", "style", "template"];

/// Elements whose end tag may be left out: another one of the same name ends them.
const ENDED_BY_NEXT: &[&str] =
    &["dd", "dt", "li", "optgroup", "option", "p", "tbody", "td", "tfoot", "th", "thead", "tr"];

/// Whether words before and after the tag are separate.
pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name)
}

/// Whether the element has no content.
pub(super) fn is_void(name: &str) -> bool {
    VOID.contains(&name)
}

/// Whether the content is not shown whatever its attributes say.
pub(super) fn hides(name: &str) -> bool {
    UNSEEN.contains(&name)
}

/// The outermost element around the current place that is not shown.
#[derive(Debug)]
pub(super) struct Hidden {
    pub(super) name: String,
    depth: usize,
}

impl Hidden {
    pub(super) fn new(name: String) -> Self {
        Self { name, depth: 1 }
    }

    /// Whether a start tag ends the element: only where its own end tag may be left out.
    pub(super) fn ends_at_start_of(&mut self, name: &str) -> bool {
        if self.name == "p" && is_block(name) {
            return name != "br" && name != "img" && name != "input";
        }
        if self.name != name {
            return false;
        }
        let ends = ENDED_BY_NEXT.contains(&name);
        self.depth += usize::from(!ends);
        ends
    }

    pub(super) fn ends_at_end_of(&mut self, name: &str) -> bool {
        self.depth -= usize::from(self.name == name);
        self.depth == 0
    }
}
