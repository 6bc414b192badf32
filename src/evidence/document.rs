//! One file: parsed when it is first asked for, and then once, however many items cite it.

mod text;

use super::anchors::Anchors;
use super::fragment::Lines;
use super::kind::Kind;
use super::rendered::{MAX_RENDERED_BYTES, Page, render, source};
use crate::text::fold::Folded;
use crate::text::hash::sha256;
use crate::text::source::Source;
use std::cell::OnceCell;
use std::ops::Range;

pub use text::{NotText, lfs_object};

/// The largest text that is read as JSON, in bytes: a parsed one takes many times its size.
pub const MAX_JSON_BYTES: usize = 4 * 1024 * 1024;

/// The largest text that is searched for a quote, in bytes. A larger one is no contradiction.
pub const MAX_SEARCHED_BYTES: usize = 4 * 1024 * 1024;

/// How large such a text may become when it is folded, in bytes.
const MAX_FOLDED_BYTES: usize = 4 * MAX_SEARCHED_BYTES;

/// A file.
#[derive(Debug)]
pub struct Document {
    kind: Kind,
    bytes: Vec<u8>,
    is_from_web: bool,
    source: OnceCell<Result<Source, NotText>>,
    raw: OnceCell<Option<Folded>>,
    marks: OnceCell<Vec<(usize, usize)>>,
    uncommented: OnceCell<Option<Folded>>,
    source_of_page: OnceCell<Option<Folded>>,
    perhaps: OnceCell<Option<Folded>>,
    page: OnceCell<Option<Page>>,
    rendered: OnceCell<Option<Folded>>,
    anchors: OnceCell<Anchors>,
    json: OnceCell<Result<serde_json::Value, String>>,
    sha256: OnceCell<String>,
}

impl Document {
    /// A file of some kind.
    #[must_use]
    pub fn new(kind: Kind, bytes: Vec<u8>) -> Self {
        Self {
            kind,
            bytes,
            is_from_web: false,
            source: OnceCell::new(),
            raw: OnceCell::new(),
            marks: OnceCell::new(),
            uncommented: OnceCell::new(),
            source_of_page: OnceCell::new(),
            perhaps: OnceCell::new(),
            page: OnceCell::new(),
            rendered: OnceCell::new(),
            anchors: OnceCell::new(),
            json: OnceCell::new(),
            sha256: OnceCell::new(),
        }
    }

    /// A file that came with a text: bytes in another encoding, as an answer says which. A pointer of Git LFS is a file like
    /// any other there.
    #[must_use]
    pub fn decoded(kind: Kind, bytes: Vec<u8>, text: Result<String, NotText>) -> Self {
        let source = text.map(|text| Source::new("", text));
        Self { source: OnceCell::from(source), is_from_web: true, ..Self::new(kind, bytes) }
    }

    /// The SHA-256 of the file that these bytes stand for, where they are a pointer of Git LFS in a repository.
    #[must_use]
    pub fn lfs_object(&self) -> Option<&str> {
        lfs_object(&self.bytes).filter(|_| !self.is_from_web)
    }

    /// The kind.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Whether it came as an answer to a request, and not from a repository.
    #[must_use]
    pub fn is_from_web(&self) -> bool {
        self.is_from_web
    }

    /// The bytes, as they were read.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The SHA-256, in lower case hexadecimal.
    #[must_use]
    pub fn sha256(&self) -> &str {
        self.sha256.get_or_init(|| sha256(&self.bytes))
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
            && matches!(self.kind, Kind::Markdown | Kind::Html | Kind::Template | Kind::Page | Kind::Feed)
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
        let raw = if self.kind.is_shown_only() { None } else { self.raw(source).and_then(plain) };
        let place = raw.or_else(|| {
            let page = self.page()?;
            let (start, end) = self.rendered(page)?.find_within(quote, &page.text.range(scope))?;
            Some((page.text.origin(start), page.text.origin(end)))
        });
        let place = place.or_else(|| self.uncommented(source).and_then(plain));
        place.map(|place| lines(source, place))
    }

    /// The text that readers see, where the file is of a kind that is rendered, else its text.
    #[must_use]
    pub fn shown(&self) -> Option<&str> {
        match self.page() {
            Some(page) => Some(&page.text.text),
            None => self.source().ok().map(|source| source.text.as_str()),
        }
    }

    /// The text that readers see, folded; `None` where there is none, or too much.
    #[must_use]
    pub fn shown_folded(&self) -> Option<&Folded> {
        match self.page() {
            Some(page) => self.rendered(page),
            None => self.source().ok().and_then(|source| self.raw(source)),
        }
    }

    /// Whether a folded quote stands in the source of what is shown, wherever that is but in a comment.
    #[must_use]
    pub fn is_in_source(&self, quote: &Folded) -> bool {
        // Folded once: many quotes may be missing in one large page.
        let folded = self.source_of_page.get_or_init(|| {
            let source = self.source().ok()?;
            let mut comments = Vec::new();
            let mut at = 0;
            while let Some(start) = source.text[at..].find("<!--").map(|found| at + found) {
                let end =
                    source.text[start..].find("-->").map_or(source.text.len(), |found| start + found + 3);
                comments.push((start, end));
                at = end;
            }
            self.folded(&source.text, &comments)
        });
        folded.as_ref().is_some_and(|folded| folded.find(quote).is_some())
    }

    /// Whether a folded quote stands in what is shown where what cannot be told to be seen or not is seen.
    #[must_use]
    pub fn is_perhaps_shown(&self, quote: &Folded) -> bool {
        let folded = self.perhaps.get_or_init(|| self.folded(self.page()?.perhaps.as_ref()?, &[]));
        folded.as_ref().is_some_and(|folded| folded.find(quote).is_some())
    }

    /// The lines on which a folded quote stands, where all its places are on the same ones.
    #[must_use]
    pub fn find_only(&self, quote: &Folded) -> Option<Lines> {
        let source = self.source().ok()?;
        let raw = (!self.kind.is_shown_only()).then(|| self.raw(source)).flatten();
        let raw = raw.into_iter().flat_map(|folded| folded.find_all(quote));
        let page = self.page();
        let rendered = page.into_iter().flat_map(|page| {
            let places = self.rendered(page).into_iter().flat_map(|folded| folded.find_all(quote));
            places.map(|(start, end)| (page.text.origin(start), page.text.origin(end)))
        });
        let uncommented = self.uncommented(source).into_iter().flat_map(|folded| folded.find_all(quote));
        let mut places = raw.chain(rendered).chain(uncommented);
        let only = lines(source, places.next()?);
        // Bytes are compared, not positions: a line can be long, and every position in it is counted from its beginning.
        let (first, last) = (line_bytes(source, only.first), line_bytes(source, only.last));
        places.all(|(start, end)| first.contains(&start) && last.contains(&end)).then_some(only)
    }

    /// Whether some form of the text is too large to be searched: a quote that was not found may stand there all the same.
    #[must_use]
    pub fn is_too_large_to_search(&self) -> bool {
        let is_too_large = |source| {
            (!self.kind.is_shown_only() && self.raw(source).is_none())
                || self.page().is_some_and(|page| self.rendered(page).is_none())
                || (!self.marks(source).is_empty() && self.uncommented(source).is_none())
        };
        self.bytes.len() > MAX_SEARCHED_BYTES || self.source().is_ok_and(is_too_large)
    }

    fn raw(&self, source: &Source) -> Option<&Folded> {
        self.raw.get_or_init(|| self.folded(&source.text, &[])).as_ref()
    }

    fn rendered(&self, page: &Page) -> Option<&Folded> {
        self.rendered.get_or_init(|| self.folded(&page.text.text, &[])).as_ref()
    }

    fn uncommented(&self, source: &Source) -> Option<&Folded> {
        let folded = self.uncommented.get_or_init(|| {
            let marks = self.marks(source);
            if marks.is_empty() { None } else { self.folded(&source.text, marks) }
        });
        folded.as_ref()
    }

    fn marks(&self, source: &Source) -> &[(usize, usize)] {
        let is_searched = self.kind.has_comments() && self.bytes.len() <= MAX_SEARCHED_BYTES;
        self.marks
            .get_or_init(|| if is_searched { source::continuation_marks(&source.text) } else { Vec::new() })
    }

    fn folded(&self, text: &str, skip: &[(usize, usize)]) -> Option<Folded> {
        let is_searched = self.bytes.len() <= MAX_SEARCHED_BYTES;
        is_searched.then(|| Folded::within(text, skip, MAX_FOLDED_BYTES)).flatten()
    }
}

/// The bytes of a line (from 1) with its line end.
fn line_bytes(source: &Source, line: usize) -> Range<usize> {
    let start = |line| source.line_span(line).map(|span| span.start);
    start(line).unwrap_or(0)..start(line + 1).unwrap_or(usize::MAX)
}

fn lines(source: &Source, (start, end): (usize, usize)) -> Lines {
    Lines { first: source.position(start).line, last: source.position(end).line }
}

#[cfg(test)]
mod tests {
    use super::{Document, MAX_SEARCHED_BYTES};
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
    fn what_is_too_large_to_be_searched_says_so() {
        let quote = Folded::new("two factors", &[]);
        let of = |text: String| Document::new(Kind::Source, text.into_bytes());
        let large = of(format!("two factors{}", " ".repeat(MAX_SEARCHED_BYTES)));
        assert!(large.is_too_large_to_search());
        assert_eq!(large.find(&quote, None), None);
        assert_eq!(large.find_only(&quote), None);
        // Six bytes of this become 36.
        let swollen = of("// \u{fdfa}\n".repeat(MAX_SEARCHED_BYTES / 7));
        assert!(swollen.is_too_large_to_search());
        assert_eq!(swollen.find(&quote, None), None);
        let fits = of("// two factors\n".repeat(1000));
        assert!(!fits.is_too_large_to_search());
        assert!(fits.find(&quote, None).is_some());
    }

    #[test]
    fn many_places_on_one_long_line_are_one() {
        let quote = Folded::new("ab", &[]);
        let document = Document::new(Kind::Text, "ab".repeat(1024 * 1024).into_bytes());
        let start = std::time::Instant::now();
        assert_eq!(document.find_only(&quote), Some(Lines { first: 1, last: 1 }));
        assert!(start.elapsed().as_secs() < 20, "the square of the time would be hours");
        let two = Document::new(Kind::Text, b"ab\nab".to_vec());
        assert_eq!(two.find_only(&quote), None);
    }

    #[test]
    fn the_hash_is_that_of_the_bytes() {
        let document = Document::new(Kind::Source, b"abc".to_vec());
        assert_eq!(document.sha256(), crate::text::hash::sha256(b"abc"));
        assert!(std::ptr::eq(document.sha256(), document.sha256()), "made once");
    }

    #[test]
    fn the_only_place_may_be_seen_in_more_than_one_way() {
        let document = Document::new(Kind::Html, b"<p>\none two\n</p>".to_vec());
        assert_eq!(document.find_only(&Folded::new("one two", &[])), Some(Lines { first: 2, last: 2 }));
    }
}
