//! The bytes of an answer → a document: what kind of content it is, and in which encoding.

mod charset;
mod media;

pub(super) use media::What;

use crate::evidence::document::{Document, NotText};
use crate::evidence::kind::Kind;
use crate::evidence::web::Fetched;

/// What an answer holds.
pub(super) struct Content {
    pub(super) what: What,
    pub(super) document: Document,
}

impl Content {
    /// Reads an answer.
    pub(super) fn of(fetched: &Fetched) -> Self {
        let header = fetched.content_type.as_deref().unwrap_or_default();
        let what = media::what(header, fetched.url.path(), &fetched.body);
        let text = match what {
            What::Pdf => Err(NotText::Pdf),
            What::Binary => Err(NotText::Binary),
            _ => charset::decode(header, what, &fetched.body, fetched.is_cut),
        };
        Self { what, document: Document::decoded(what.kind(), fetched.body.clone(), text) }
    }

    /// Whether it is a page for browsers.
    pub(super) fn is_page(&self) -> bool {
        self.document.kind() == Kind::Page
    }
}
