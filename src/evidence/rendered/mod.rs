//! What a reader of a file sees, other than its bytes: HTML and its templates, feeds, Markdown, and source code without the marks
//! of continued comments.

pub mod feed;
pub mod html;
pub mod markdown;
pub mod source;
pub mod template;

use super::kind::Kind;
use super::mapped::Mapped;

/// The largest text that is rendered, in bytes. A larger one is compared as it stands; a miss in it is no contradiction.
pub const MAX_RENDERED_BYTES: usize = 4 * 1024 * 1024;

/// A rendered page.
#[derive(Clone, Debug, Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is something that a page has or has not")]
pub struct Page {
    /// Its text: tags dropped, entities decoded, blocks on lines of their own.
    pub text: Mapped,
    /// The same with what cannot be told to be seen or not, where there is such text.
    pub perhaps: Option<String>,
    /// Every `id`, and the `name` of links, in order.
    pub ids: Vec<Id>,
    /// Every heading, in order.
    pub headings: Vec<Heading>,
    /// The `<title>`, where there is one.
    pub title: Option<String>,
    /// Whether it has a script, written in the page or loaded.
    pub loads_script: bool,
    /// Whether it asks for a password.
    pub asks_for_password: bool,
    /// Whether it leads on to another page by itself (`<meta http-equiv="refresh">`).
    pub leads_on: bool,
    /// Whether an element stands empty that scripts put a whole page into, such as `<div id="root">`.
    pub has_empty_mount: bool,
}

/// An `id`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Id {
    /// The name.
    pub name: String,
    /// Where its tag begins, in bytes of the source.
    pub at: usize,
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// From 1 to 6.
    pub rank: u8,
    /// Where it begins, in bytes of the source.
    pub at: usize,
    /// Where its end tag begins, in bytes of the source.
    pub end: usize,
    /// Its text.
    pub text: String,
}

/// The page that a text makes; `None` for the kinds that are read as they are.
#[must_use]
pub fn render(kind: Kind, text: &str) -> Option<Page> {
    match kind {
        Kind::Markdown => Some(markdown::render(text)),
        Kind::Html | Kind::Template => Some(html::render(&template::strip(text))),
        Kind::Page => Some(html::render(&Mapped::identity(text))),
        Kind::Feed => Some(feed::render(text)),
        Kind::Rst | Kind::Asciidoc | Kind::Text | Kind::Source => None,
    }
}
