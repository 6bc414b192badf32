//! What a fragment can name in a file, and where it leads.

mod asciidoc;
mod html;
mod markdown;
mod rst;

use super::fragment::percent_decoded;
use super::kind::Kind;
use super::rendered::Page;
use std::collections::HashMap;
use std::ops::Range;

/// Something that a fragment can name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// Its name, without `#`.
    pub name: String,
    /// Where it stands, in bytes of the source.
    pub at: usize,
    /// The section that it opens, in bytes of the source: Markdown only.
    pub section: Option<Range<usize>>,
}

/// All anchors of a file, in order.
#[derive(Clone, Debug, Default)]
pub struct Anchors {
    list: Vec<Anchor>,
    by_name: HashMap<String, usize>,
    kind: Option<Kind>,
}

impl Anchors {
    /// The anchors of a text; `page` is what it renders to.
    #[must_use]
    pub fn of(kind: Kind, text: &str, page: Option<&Page>) -> Self {
        let list = match (kind, page) {
            (Kind::Markdown, Some(page)) => markdown::anchors(text, page),
            (Kind::Html | Kind::Template | Kind::Page, Some(page)) => html::anchors(page),
            (Kind::Rst, _) => rst::anchors(text),
            (Kind::Asciidoc, _) => asciidoc::anchors(text),
            _ => Vec::new(),
        };
        let mut by_name = HashMap::with_capacity(list.len());
        for (index, anchor) in list.iter().enumerate() {
            by_name.entry(anchor.name.clone()).or_insert(index);
        }
        Self { list, by_name, kind: Some(kind) }
    }

    /// The anchor that a fragment names, as it stands or percent-decoded.
    #[must_use]
    pub fn find(&self, fragment: &str) -> Option<&Anchor> {
        let decoded = percent_decoded(fragment);
        let index = self.by_name.get(fragment).or_else(|| self.by_name.get(&decoded)).or_else(|| {
            match self.kind {
                // GitHub's own pages carry the ids of a document under this prefix.
                Some(Kind::Markdown) => self.by_name.get(decoded.strip_prefix("user-content-")?),
                Some(Kind::Rst) => self.by_name.get(&rst::label(&decoded)),
                _ => None,
            }
        })?;
        self.list.get(*index)
    }

    /// The anchors, in order.
    #[must_use]
    pub fn list(&self) -> &[Anchor] {
        &self.list
    }
}
