//! One file: parsed when it is first asked for, and then once, however many items cite it.

mod text;

use super::anchors::Anchors;
use super::fragment::Lines;
use super::kind::Kind;
use super::rendered::{MAX_RENDERED_BYTES, Page, render, source};
use crate::text::fold::Folded;
use crate::text::source::Source;
use std::cell::OnceCell;
use std::ops::Range;

pub use text::{NotText, lfs_object};

/// The largest text that is read as JSON, in bytes: a parsed one takes many times its size.
pub const MAX_JSON_BYTES: usize = 4 * 1024 * 1024;

/// A file.
#[derive(Debug)]
pub struct Document {
    kind: Kind,
    bytes: Vec<u8>,
    source: OnceCell<Result<Source, NotText>>,
    raw: OnceCell<Folded>,
    uncommented: OnceCell<Option<Folded>>,
    page: OnceCell<Option<Page>>,
    rendered: OnceCell<Folded>,
    anchors: OnceCell<Anchors>,
    json: OnceCell<Result<serde_json::Value, String>>,
}

impl Document {
    /// A file of some kind.
    #[must_use]
    pub fn new(kind: Kind, bytes: Vec<u8>) -> Self {
        Self {
            kind,
            bytes,
            source: OnceCell::new(),
            raw: OnceCell::new(),
            uncommented: OnceCell::new(),
            page: OnceCell::new(),
            rendered: OnceCell::new(),
            anchors: OnceCell::new(),
            json: OnceCell::new(),
        }
    }

    /// The kind.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The bytes, as they were read.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The text.
    ///
    /// # Errors
    /// [`NotText`] says why there is none.
    pub fn source(&self) -> Result<&Source, NotText> {
        let source = self.source.get_or_init(|| text::decode(&self.bytes).map(|text| Source::new("", text)));
        source.as_ref().map_err(|error| *error)
    }

    /// Whether the file is of a kind that is rendered, but too large for it.
    #[must_use]
    pub fn is_too_large_to_render(&self) -> bool {
        self.bytes.len() > MAX_RENDERED_BYTES
            && matches!(self.kind, Kind::Markdown | Kind::Html | Kind::Template)
    }

    /// The rendered page, for the kinds that have one.
    #[must_use]
    pub fn page(&self) -> Option<&Page> {
        let page = self.page.get_or_init(|| {
            let source = self.source().ok().filter(|_| !self.is_too_large_to_render())?;
            render(self.kind, &source.text)
        });
        page.as_ref()
    }

    /// The anchors; none where there is no text.
    #[must_use]
    pub fn anchors(&self) -> &Anchors {
        self.anchors.get_or_init(|| {
            let text = self.source().map_or("", |source| source.text.as_str());
            Anchors::of(self.kind, text, self.page())
        })
    }

    /// The JSON value.
    ///
    /// # Errors
    /// What is wrong with it, for people.
    pub fn json(&self) -> Result<&serde_json::Value, &str> {
        let json = self.json.get_or_init(|| {
            let source = self.source().map_err(|error| error.to_string())?;
            serde_json::from_str(&source.text).map_err(|error| error.to_string())
        });
        json.as_ref().map_err(String::as_str)
    }

    /// The lines on which a folded quote stands first: in the raw text, else in the rendered one, else across the marks of
    /// a continued comment. `scope` are bytes of the text.
    #[must_use]
    pub fn find(&self, quote: &Folded, scope: Option<&Range<usize>>) -> Option<Lines> {
        let source = self.source().ok()?;
        let everything = 0..source.text.len();
        let scope = scope.unwrap_or(&everything);
        let plain = |folded: &Folded| folded.find_within(quote, scope);
        let place = plain(self.raw(source)).or_else(|| {
            let page = self.page()?;
            let (start, end) = self.rendered(page).find_within(quote, &page.text.range(scope))?;
            Some((page.text.origin(start), page.text.origin(end)))
        });
        let place = place.or_else(|| self.uncommented(source).and_then(plain));
        place.map(|place| lines(source, place))
    }

    /// The lines on which a folded quote stands, where all its places are on the same ones.
    #[must_use]
    pub fn find_only(&self, quote: &Folded) -> Option<Lines> {
        let source = self.source().ok()?;
        let raw = self.raw(source).find_all(quote);
        let page = self.page();
        let rendered = page.into_iter().flat_map(|page| {
            let places = self.rendered(page).find_all(quote);
            places.map(|(start, end)| (page.text.origin(start), page.text.origin(end)))
        });
        let uncommented = self.uncommented(source).into_iter().flat_map(|folded| folded.find_all(quote));
        let mut places = raw.chain(rendered).chain(uncommented).map(|place| lines(source, place));
        let first = places.next()?;
        places.all(|lines| lines == first).then_some(first)
    }

    fn raw(&self, source: &Source) -> &Folded {
        self.raw.get_or_init(|| Folded::new(&source.text, &[]))
    }

    fn rendered(&self, page: &Page) -> &Folded {
        self.rendered.get_or_init(|| Folded::new(&page.text.text, &[]))
    }

    fn uncommented(&self, source: &Source) -> Option<&Folded> {
        let folded = self.uncommented.get_or_init(|| {
            let marks = self.kind.has_comments().then(|| source::continuation_marks(&source.text))?;
            (!marks.is_empty()).then(|| Folded::new(&source.text, &marks))
        });
        folded.as_ref()
    }
}

fn lines(source: &Source, (start, end): (usize, usize)) -> Lines {
    Lines { first: source.position(start).line, last: source.position(end).line }
}

#[cfg(test)]
mod tests {
    use super::Document;
    use crate::evidence::fragment::Lines;
    use crate::evidence::kind::Kind;
    use crate::text::fold::Folded;

    fn find(kind: Kind, text: &str, quote: &str) -> Option<(usize, usize)> {
        let document = Document::new(kind, text.as_bytes().to_vec());
        document.find(&Folded::new(quote, &[]), None).map(|Lines { first, last }| (first, last))
    }

    #[test]
    fn a_quote_is_found_in_what_is_written_or_in_what_is_shown() {
        let markdown = "# T\n\nfor **all users** of\nthe index";
        assert_eq!(find(Kind::Markdown, markdown, "for **all users**"), Some((3, 3)));
        assert_eq!(find(Kind::Markdown, markdown, "for all users of the index"), Some((3, 4)));
        let template = "<p>{% trans %}two factors{% endtrans %}\nare <b>requi</b>red</p>";
        assert_eq!(find(Kind::Template, template, "two factors are required"), Some((1, 2)));
        assert_eq!(find(Kind::Source, template, "two factors are required"), None, "no tag guessing in code");
        assert_eq!(find(Kind::Source, "x\n// two factors\n// are required", "two factors are"), Some((2, 3)));
        assert_eq!(find(Kind::Text, "// two factors\n// are required", "two factors are"), None);
    }

    #[test]
    fn a_scope_holds_for_all_three() {
        let text = "<b>one</b> two\n<b>one</b> two\n";
        let document = Document::new(Kind::Html, text.as_bytes().to_vec());
        let quote = Folded::new("one two", &[]);
        let second = 15..text.len();
        assert_eq!(document.find(&quote, Some(&second)), Some(Lines { first: 2, last: 2 }));
        assert_eq!(document.find(&quote, Some(&(0..9))), None);
        assert_eq!(document.find_only(&quote), None, "two places");
    }

    #[test]
    fn the_only_place_may_be_seen_in_more_than_one_way() {
        let document = Document::new(Kind::Html, b"<p>\none two\n</p>".to_vec());
        assert_eq!(document.find_only(&Folded::new("one two", &[])), Some(Lines { first: 2, last: 2 }));
    }
}
