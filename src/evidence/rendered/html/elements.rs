//! What is known of elements: which stand apart from their neighbours, which show nothing, how their end tags are implied.

use super::stack::Seen;
use html5gum::State;

/// What is known of an element of HTML, as bits.
pub(super) mod role {
    /// It begins a line, a cell or a box of its own: words on both sides are separate.
    pub(crate) const BLOCK: u32 = 1;
    /// It has no content.
    pub(crate) const VOID: u32 = 1 << 1;
    /// No reader sees its content.
    pub(crate) const UNSEEN: u32 = 1 << 2;
    /// Its content is seen only where the element itself cannot be drawn.
    pub(crate) const FALLBACK: u32 = 1 << 3;
    /// End tags of inline elements do not reach across it.
    pub(crate) const SPECIAL: u32 = 1 << 4;
    /// Its end tag ends whatever is open in it, in its scope.
    pub(crate) const ENDS_ALL: u32 = 1 << 5;
    /// It ends an open paragraph.
    pub(crate) const ENDS_PARAGRAPH: u32 = 1 << 6;
    /// It ends SVG and `MathML`.
    pub(crate) const ENDS_FOREIGN: u32 = 1 << 7;
    /// It goes on in what follows where its end tag is missing.
    pub(crate) const FORMATTING: u32 = 1 << 8;
    /// It may have a shadow tree, as those with a hyphen may.
    pub(crate) const SHADOW_HOST: u32 = 1 << 9;
    /// It is a heading.
    pub(crate) const HEADING: u32 = 1 << 10;
    /// It is a part of a table, which there is only in tables.
    pub(crate) const TABLE_PART: u32 = 1 << 11;
    /// Most end tags do not reach across it.
    pub(crate) const SCOPE: u32 = 1 << 12;
    /// `</p>` does not either.
    pub(crate) const BUTTON: u32 = 1 << 13;
    /// `</li>` does not either.
    pub(crate) const LIST: u32 = 1 << 14;
    /// Parts of tables do not reach across it.
    pub(crate) const TABLE: u32 = 1 << 15;
    /// Formatting does not go on behind it.
    pub(crate) const MARKER: u32 = 1 << 16;
}

use role::{
    BLOCK, BUTTON, ENDS_ALL, ENDS_FOREIGN, ENDS_PARAGRAPH, FALLBACK, FORMATTING, HEADING, LIST, MARKER,
    SCOPE, SHADOW_HOST, SPECIAL, TABLE, TABLE_PART, UNSEEN, VOID,
};

/// The elements of HTML that have a role, by what they have in common.
static ELEMENTS: &[(&[&str], u32)] = &[
    (
        &[
            "area", "base", "basefont", "bgsound", "frame", "image", "keygen", "link", "param", "source",
            "track", "wbr",
        ],
        VOID,
    ),
    (
        &["b", "big", "code", "em", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"],
        ENDS_FOREIGN | FORMATTING,
    ),
    (
        &[
            "address",
            "details",
            "dir",
            "fieldset",
            "figcaption",
            "figure",
            "form",
            "hgroup",
            "search",
            "summary",
        ],
        BLOCK | SPECIAL | ENDS_ALL | ENDS_PARAGRAPH,
    ),
    (
        &["article", "aside", "footer", "header", "main", "nav", "section"],
        BLOCK | SPECIAL | ENDS_ALL | ENDS_PARAGRAPH | SHADOW_HOST,
    ),
    (
        &["center", "dd", "dl", "dt", "menu", "pre"],
        BLOCK | SPECIAL | ENDS_ALL | ENDS_PARAGRAPH | ENDS_FOREIGN,
    ),
    (
        &["h1", "h2", "h3", "h4", "h5", "h6"],
        BLOCK | SPECIAL | ENDS_PARAGRAPH | ENDS_FOREIGN | SHADOW_HOST | HEADING,
    ),
    (&["html", "legend", "optgroup", "option", "picture", "svg"], BLOCK),
    (&["noembed", "noframes", "noscript", "script", "style"], SPECIAL | UNSEEN),
    (&["ruby", "sub", "sup", "var"], ENDS_FOREIGN),
    (&["tbody", "tfoot", "thead", "tr"], BLOCK | SPECIAL | TABLE_PART),
    (&["canvas", "meter", "progress"], FALLBACK),
    (&["caption", "td", "th"], BLOCK | SPECIAL | SCOPE | MARKER | TABLE_PART),
    (&["a", "font"], FORMATTING),
    (&["applet", "marquee"], SPECIAL | ENDS_ALL | SCOPE | MARKER),
    (&["audio", "video"], BLOCK | FALLBACK),
    (&["blockquote", "div"], BLOCK | SPECIAL | ENDS_ALL | ENDS_PARAGRAPH | ENDS_FOREIGN | SHADOW_HOST),
    (&["br", "img"], BLOCK | ENDS_FOREIGN | VOID),
    (&["datalist", "rp"], UNSEEN),
    (&["embed", "meta"], ENDS_FOREIGN | VOID),
    (&["ol", "ul"], BLOCK | SPECIAL | ENDS_ALL | ENDS_PARAGRAPH | ENDS_FOREIGN | LIST),
    (&["plaintext", "xmp"], SPECIAL | ENDS_PARAGRAPH),
    (&["textarea", "title"], BLOCK | SPECIAL),
    (&["body"], BLOCK | ENDS_FOREIGN | SHADOW_HOST),
    (&["button"], BLOCK | SPECIAL | ENDS_ALL | BUTTON),
    (&["col"], BLOCK | VOID | TABLE_PART),
    (&["colgroup"], SPECIAL | TABLE_PART),
    (&["dialog"], BLOCK | ENDS_ALL | ENDS_PARAGRAPH | UNSEEN),
    (&["frameset"], SPECIAL),
    (&["head"], BLOCK | ENDS_FOREIGN),
    (&["hr"], BLOCK | ENDS_PARAGRAPH | ENDS_FOREIGN | VOID),
    (&["iframe"], BLOCK | SPECIAL | UNSEEN),
    (&["input"], BLOCK | VOID),
    (&["li"], BLOCK | SPECIAL | ENDS_PARAGRAPH | ENDS_FOREIGN),
    (&["listing"], SPECIAL | ENDS_ALL | ENDS_PARAGRAPH | ENDS_FOREIGN),
    (&["object"], SPECIAL | ENDS_ALL | FALLBACK | SCOPE | MARKER),
    (&["p"], BLOCK | SPECIAL | ENDS_PARAGRAPH | ENDS_FOREIGN | SHADOW_HOST),
    (&["select"], BLOCK | SPECIAL | ENDS_ALL | SCOPE),
    (&["span"], ENDS_FOREIGN | SHADOW_HOST),
    (&["table"], BLOCK | SPECIAL | ENDS_FOREIGN | SCOPE | TABLE),
    (&["template"], SPECIAL | UNSEEN | SCOPE | MARKER | TABLE),
];

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

/// The roles of an element of HTML.
pub(super) fn roles(name: &str) -> u32 {
    ELEMENTS.iter().find(|(names, _)| names.contains(&name)).map_or(0, |(_, roles)| *roles)
}

/// Whether an element of HTML has one of these roles.
pub(super) fn has(name: &str, wanted: u32) -> bool {
    roles(name) & wanted != 0
}

/// Whether the content is seen, as far as the name alone says.
pub(super) fn content(name: &str) -> Seen {
    let roles = roles(name);
    if roles & UNSEEN != 0 {
        Seen::Hidden
    } else if roles & FALLBACK != 0 {
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

pub(super) fn is_shadow_host(name: &str) -> bool {
    name.contains('-') || has(name, SHADOW_HOST)
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
