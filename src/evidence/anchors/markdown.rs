//! Markdown: GitHub's anchors of headings, ids written out, and the section that each one opens.

use super::Anchor;
use crate::evidence::rendered::{Heading, Page};
use std::collections::HashMap;
use std::ops::Range;
use unicode_normalization::char::is_combining_mark;

/// The anchors of a page made from `text`, in order of kind: headings first, ids then.
pub(super) fn anchors(text: &str, page: &Page) -> Vec<Anchor> {
    let ends = section_ends(&page.headings, text.len());
    let texts = texts_before(page);
    let mut slugs = Slugs::default();
    let headings = page.headings.iter().zip(&ends).map(|(heading, end)| Anchor {
        name: slugs.next(&heading.text),
        at: heading.at,
        section: Some(heading.at..*end),
    });
    let mut anchors: Vec<Anchor> = headings.collect();
    anchors.extend(page.ids.iter().map(|id| Anchor {
        name: id.name.clone(),
        at: id.at,
        section: Some(section_of_id(id.at, page, &ends, &texts, text.len())),
    }));
    anchors
}

/// Where the section of each heading ends: at the next heading of the same or a higher rank.
fn section_ends(headings: &[Heading], text_end: usize) -> Vec<usize> {
    let mut ends = vec![text_end; headings.len()];
    let mut open: Vec<usize> = Vec::new();
    for (index, heading) in headings.iter().enumerate() {
        while let Some(&last) = open.last().filter(|last| headings[**last].rank >= heading.rank) {
            ends[last] = heading.at;
            open.pop();
        }
        open.push(index);
    }
    ends
}

/// Where, in bytes of the rendered text, the last text before each heading ends. Found once for all ids: looking from every
/// one of them to its heading takes the square of the time.
fn texts_before(page: &Page) -> Vec<usize> {
    let text = &page.text.text;
    let (mut looked_at, mut end) = (0, 0);
    let headings = page.headings.iter().map(|heading| {
        let start = page.text.range(&(0..heading.at)).end.max(looked_at);
        let between = text[looked_at..start].trim_end();
        if !between.is_empty() {
            end = looked_at + between.len();
        }
        looked_at = start;
        end
    });
    headings.collect()
}

/// An id on a heading, or right before one, opens its section; one elsewhere reaches to the end of the section it is in.
fn section_of_id(at: usize, page: &Page, ends: &[usize], texts: &[usize], text_end: usize) -> Range<usize> {
    let next = page.headings.partition_point(|heading| heading.at <= at);
    let before = next.checked_sub(1);
    if let Some(before) = before.filter(|before| at < page.headings[*before].end) {
        return page.headings[before].at..ends[before];
    }
    // Nothing but blanks between the id and the heading.
    if let Some(heading) = page.headings.get(next)
        && texts[next] <= page.text.range(&(at..heading.at)).start
    {
        return at..ends[next];
    }
    let end = before.map(|before| ends[before]);
    at..end.or(page.headings.get(next).map(|heading| heading.at)).unwrap_or(text_end)
}

/// Anchors of headings in order: a repeated one gets `-1`, `-2` and so on.
#[derive(Default)]
struct Slugs {
    used: HashMap<String, usize>,
}

impl Slugs {
    fn next(&mut self, heading: &str) -> String {
        let base = slug(heading);
        let mut name = base.clone();
        while self.used.contains_key(&name) {
            let count = self.used.entry(base.clone()).or_default();
            *count += 1;
            name = format!("{base}-{count}");
        }
        self.used.insert(name.clone(), 0);
        name
    }
}

/// GitHub's anchor of a heading: lower case, blanks to `-`, everything else that is no letter, mark, digit, `-` or `_` dropped.
fn slug(heading: &str) -> String {
    heading
        .chars()
        .flat_map(char::to_lowercase)
        .filter_map(|c| match c {
            ' ' => Some('-'),
            '-' | '_' | '\u{203f}' | '\u{2040}' | '\u{2054}' | '\u{ff3f}' => Some(c),
            _ => (c.is_alphanumeric() || is_combining_mark(c)).then_some(c),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::slug;
    use crate::evidence::anchors::Anchors;
    use crate::evidence::kind::Kind;
    use crate::evidence::rendered::markdown::render;
    use crate::text::pace::growth;

    fn of(text: &str) -> Anchors {
        Anchors::of(Kind::Markdown, text, Some(&render(text)))
    }

    fn section<'a>(text: &'a str, fragment: &str) -> &'a str {
        &text[of(text).find(fragment).unwrap().section.clone().unwrap()]
    }

    #[test]
    fn slugs_are_githubs() {
        for (heading, anchor) in [
            ("Reporting a Vulnerability", "reporting-a-vulnerability"),
            ("What's new?  (v1.2)", "whats-new--v12"),
            ("🚀 Start", "-start"),
            ("Überblick & Ziele", "überblick--ziele"),
            ("snake_case – dash", "snake_case--dash"),
            ("日本語", "日本語"),
        ] {
            assert_eq!(slug(heading), anchor, "{heading}");
        }
    }

    #[test]
    fn repeated_headings_are_counted() {
        let anchors = of("# A\n# A\n# A\n# A-1\n<a id=A></a>");
        let names: Vec<_> = anchors.list().iter().map(|anchor| anchor.name.as_str()).collect();
        assert_eq!(names, ["a", "a-1", "a-2", "a-1-1", "A"]);
        assert!(anchors.find("user-content-a-2").is_some());
        assert!(anchors.find("a-3").is_none());
    }

    #[test]
    fn a_section_ends_at_the_next_heading_of_its_rank() {
        let text = "# A\none\n## B\ntwo\n### C\nthree\n## D\nfour\n";
        assert_eq!(section(text, "b"), "## B\ntwo\n### C\nthree\n");
        assert_eq!(section(text, "a"), text);
        assert_eq!(section(text, "d"), "## D\nfour\n");
    }

    #[test]
    fn an_id_opens_the_section_of_its_heading() {
        let text = "# A\n\n<a id=\"x\"></a>\n\n## B\none\n\n<a name=y></a>two\n\n## C {#z}\nthree\n\n# D\n";
        assert_eq!(section(text, "x"), "<a id=\"x\"></a>\n\n## B\none\n\n<a name=y></a>two\n\n");
        assert_eq!(section(text, "y"), "<a name=y></a>two\n\n");
        assert_eq!(section(text, "z"), "## C {#z}\nthree\n\n");
    }

    #[test]
    fn many_ids_before_one_heading_are_cheap() {
        let many = |count: usize| {
            let text = format!("{}\n# A\n", "<a id=x></a>\n".repeat(count));
            move || assert_eq!(section(&text, "x"), text)
        };
        let growth = growth(many(1_000), many(8_000));
        assert!(growth < 30.0, "eight times as much takes {growth} times as long");
        assert_eq!(section("word <a id=x></a>\n\n# A\n\n# B\n", "x"), "<a id=x></a>\n\n# A\n\n");
        assert_eq!(section("<a id=x></a> word\n\n# A\n", "x"), "<a id=x></a> word\n\n");
    }
}
