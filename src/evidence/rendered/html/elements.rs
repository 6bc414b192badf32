//! Which elements stand apart from their neighbours, and which show nothing, and how their end tags are implied.

use super::stack::Seen;
use html5gum::State;

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
const VOID: &[&str] = &[
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "image", "img", "input",
    "keygen", "link", "meta", "param", "source", "track", "wbr",
];

/// Elements whose content no reader sees.
const UNSEEN: &[&str] =
    &["datalist", "dialog", "iframe", "noembed", "noframes", "noscript", "rp", "script", "style", "template"];

/// Elements whose content is seen only where the element itself cannot be drawn.
const FALLBACK: &[&str] = &["audio", "canvas", "meter", "object", "progress", "video"];

/// Elements of SVG and `MathML` that are never drawn.
const FOREIGN_UNSEEN: &[&str] =
    &["annotation", "annotation-xml", "desc", "metadata", "script", "style", "title"];

/// Elements of SVG that are drawn only where something else refers to them.
const FOREIGN_REFERRED: &[&str] = &[
    "clippath",
    "defs",
    "filter",
    "lineargradient",
    "marker",
    "mask",
    "pattern",
    "radialgradient",
    "symbol",
];

/// Elements that end tags of inline elements do not reach across.
const SPECIAL: &[&str] = &[
    "address",
    "applet",
    "article",
    "aside",
    "blockquote",
    "button",
    "caption",
    "center",
    "colgroup",
    "dd",
    "details",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "iframe",
    "li",
    "listing",
    "main",
    "marquee",
    "menu",
    "nav",
    "noembed",
    "noframes",
    "noscript",
    "object",
    "ol",
    "p",
    "plaintext",
    "pre",
    "script",
    "search",
    "section",
    "select",
    "style",
    "summary",
    "table",
    "tbody",
    "td",
    "template",
    "textarea",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
    "xmp",
];

/// Elements whose end tag ends whatever is open in them, in their scope.
const ENDS_ALL: &[&str] = &[
    "address",
    "applet",
    "article",
    "aside",
    "blockquote",
    "button",
    "center",
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
    "header",
    "hgroup",
    "listing",
    "main",
    "marquee",
    "menu",
    "nav",
    "object",
    "ol",
    "pre",
    "search",
    "section",
    "select",
    "summary",
    "ul",
];

/// Elements that end an open paragraph.
const ENDS_PARAGRAPH: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "center",
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
    "header",
    "hgroup",
    "hr",
    "li",
    "listing",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "plaintext",
    "pre",
    "search",
    "section",
    "summary",
    "ul",
    "xmp",
];

/// Elements that go on in what follows where their end tag is missing.
const FORMATTING: &[&str] =
    &["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

/// Elements of HTML that end SVG and `MathML`.
const ENDS_FOREIGN: &[&str] = &[
    "b",
    "big",
    "blockquote",
    "body",
    "br",
    "center",
    "code",
    "dd",
    "div",
    "dl",
    "dt",
    "em",
    "embed",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "hr",
    "i",
    "img",
    "li",
    "listing",
    "menu",
    "meta",
    "nobr",
    "ol",
    "p",
    "pre",
    "ruby",
    "s",
    "small",
    "span",
    "strong",
    "strike",
    "sub",
    "sup",
    "table",
    "tt",
    "u",
    "ul",
    "var",
];

/// Elements that may have a shadow tree, besides those with a hyphen.
const SHADOW_HOSTS: &[&str] = &[
    "article",
    "aside",
    "blockquote",
    "body",
    "div",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "main",
    "nav",
    "p",
    "section",
    "span",
];

/// Whether words before and after the tag are separate.
pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name)
}

/// Whether the element has no content.
pub(super) fn is_void(name: &str) -> bool {
    VOID.contains(&name)
}

/// Whether the content is seen, as far as the name alone says.
pub(super) fn content(name: &str) -> Seen {
    if UNSEEN.contains(&name) {
        Seen::Hidden
    } else if FALLBACK.contains(&name) {
        Seen::Unsure
    } else {
        Seen::Shown
    }
}

/// The same for SVG and `MathML`.
pub(super) fn foreign_content(name: &str) -> Seen {
    if FOREIGN_UNSEEN.contains(&name) {
        Seen::Hidden
    } else if FOREIGN_REFERRED.contains(&name) {
        Seen::Unsure
    } else {
        Seen::Shown
    }
}

pub(super) fn ends_all(name: &str) -> bool {
    ENDS_ALL.contains(&name)
}

pub(super) fn ends_paragraph(name: &str) -> bool {
    ENDS_PARAGRAPH.contains(&name)
}

pub(super) fn ends_foreign(name: &str) -> bool {
    ENDS_FOREIGN.contains(&name)
}

pub(super) fn is_formatting(name: &str) -> bool {
    FORMATTING.contains(&name)
}

pub(super) fn is_shadow_host(name: &str) -> bool {
    name.contains('-') || SHADOW_HOSTS.contains(&name)
}

pub(super) fn is_heading(name: &str) -> bool {
    matches!(name.as_bytes(), [b'h', b'1'..=b'6'])
}

/// Whether it is a part of a table, which there is only in tables.
pub(super) fn is_table_part(name: &str) -> bool {
    matches!(name, "caption" | "col" | "colgroup" | "tbody" | "td" | "tfoot" | "th" | "thead" | "tr")
}

/// How the tokenizer reads what follows the start tag.
pub(super) fn state_after(name: &str) -> Option<State> {
    match name {
        "textarea" | "title" => Some(State::RcData),
        "plaintext" => Some(State::PlainText),
        "script" => Some(State::ScriptData),
        "style" | "iframe" | "xmp" | "noembed" | "noframes" | "noscript" => Some(State::RawText),
        _ => None,
    }
}

/// What searches through open elements ask of an element, as bits.
pub(super) mod role {
    /// Most end tags do not reach across it.
    pub(crate) const SCOPE: u8 = 1;
    /// `</p>` does not either.
    pub(crate) const BUTTON: u8 = 2;
    /// `</li>` does not either.
    pub(crate) const LIST: u8 = 4;
    /// Parts of tables do not reach across it.
    pub(crate) const TABLE: u8 = 8;
    /// End tags of inline elements do not reach across it.
    pub(crate) const SPECIAL: u8 = 16;
    /// Formatting does not go on behind it.
    pub(crate) const MARKER: u8 = 32;
    /// It goes on in what follows where its end tag is missing.
    pub(crate) const FORMATTING: u8 = 64;
}

/// The roles of an element of HTML.
pub(super) fn roles(name: &str) -> u8 {
    let mut roles = match name {
        "applet" | "caption" | "marquee" | "object" | "td" | "th" => role::SCOPE | role::MARKER,
        "table" => role::SCOPE | role::TABLE,
        "template" => role::SCOPE | role::TABLE | role::MARKER,
        "select" => role::SCOPE,
        "button" => role::BUTTON,
        "ol" | "ul" => role::LIST,
        _ if is_formatting(name) => role::FORMATTING,
        _ => 0,
    };
    if SPECIAL.contains(&name) {
        roles |= role::SPECIAL;
    }
    roles
}
