//! reStructuredText → pictures. Only the directives `image` and `figure` and substitutions by an image are read, with their options
//! `alt` and `target`: that is how badges are written. What stands in a literal block or in another directive's text is not.

use super::Shown;
use std::collections::BTreeMap;

/// A line, looked at once: pages may stand far in.
#[derive(Clone, Copy)]
struct Line<'a> {
    /// Without the blanks around it.
    content: &'a str,
    /// How far in it stands, in bytes.
    indent: usize,
}

impl<'a> Line<'a> {
    fn of(line: &'a str) -> Self {
        Self { content: line.trim(), indent: line.len() - line.trim_start().len() }
    }
}

/// The pictures of a page.
pub(super) fn shown(text: &str) -> Vec<Shown> {
    let lines: Vec<Line<'_>> = text.lines().map(Line::of).collect();
    let targets = targets(&lines);
    let mut pictures = Vec::new();
    // Lines that stand further in than this belong to a block that is not read.
    let mut skipped: Option<usize> = None;
    for (index, line) in lines.iter().enumerate() {
        let Line { content, indent: depth } = *line;
        if content.is_empty() {
            continue;
        }
        if skipped.is_some_and(|outer| depth > outer) {
            continue;
        }
        skipped = None;
        if let Some(image) = directive(content) {
            let mut picture = Shown { line: index + 1, image: image.to_owned(), ..Shown::default() };
            options(&lines[index + 1..], depth, &targets, &mut picture);
            pictures.push(picture);
        } else if content.starts_with(".. ") || content == ".." || content.ends_with("::") {
            skipped = Some(depth);
        }
    }
    pictures
}

/// The address in `.. image:: ADDRESS`, `.. |name| image:: ADDRESS`, `.. figure:: ADDRESS`.
fn directive(content: &str) -> Option<&str> {
    let rest = content.strip_prefix("..")?.trim_start();
    let rest = match rest.strip_prefix('|') {
        Some(substitution) => substitution.split_once("| ")?.1.trim_start(),
        None => rest,
    };
    let address = rest.strip_prefix("image::").or_else(|| rest.strip_prefix("figure::"))?.trim();
    (!address.is_empty()).then_some(address)
}

/// The options below a directive: the lines that stand further in, up to the first empty one or the next directive. A value may go on on
/// the next line.
fn options(lines: &[Line<'_>], depth: usize, targets: &BTreeMap<String, String>, picture: &mut Shown) {
    let is_own = |line: &&Line<'_>| {
        !line.content.is_empty() && line.indent > depth && directive(line.content).is_none()
    };
    let own = lines.iter().take_while(is_own);
    let mut alt = Vec::new();
    let mut is_alt = false;
    for Line { content: line, .. } in own {
        if let Some(target) = line.strip_prefix(":target:") {
            picture.link = target_of(target.trim(), targets);
        }
        match line.strip_prefix(":alt:") {
            Some(words) => {
                is_alt = true;
                alt.push(words.trim());
            }
            None if line.starts_with(':') => is_alt = false,
            None if is_alt => alt.push(line),
            None => {}
        }
    }
    alt.join(" ").trim().clone_into(&mut picture.alt);
}

/// Where a picture leads: an address, or what a name stands for. `None` where that name is not known: nothing is said of it.
fn target_of(target: &str, targets: &BTreeMap<String, String>) -> Option<String> {
    match target.strip_suffix('_').filter(|name| !name.contains(['/', '.', ':']) || name.starts_with('`')) {
        Some(name) => targets.get(&folded(name)).cloned(),
        None => Some(target.replace("\\_", "_")).filter(|it| !it.is_empty()),
    }
}

/// `.. _name: ADDRESS`
fn targets(lines: &[Line<'_>]) -> BTreeMap<String, String> {
    let named = lines.iter().filter_map(|line| {
        let (name, address) = line.content.strip_prefix(".. _")?.split_once(": ")?;
        Some((folded(name), address.trim().to_owned()))
    });
    named.collect()
}

fn folded(name: &str) -> String {
    let words: Vec<&str> = name.trim_matches('`').split_whitespace().collect();
    words.join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::shown;
    use crate::text::pace::growth;
    use std::fmt::Write;

    fn seen(text: &str) -> Vec<String> {
        let pictures = shown(text);
        pictures.iter().map(|it| format!("{} {:?} {} {:?}", it.line, it.alt, it.image, it.link)).collect()
    }

    #[test]
    fn directives_and_substitutions_are_read_with_alt_and_target() {
        let page = "Title\n=====\n\n.. image:: b.svg\n   :alt: package repo\n     security\n   :target: r.md\n\n\
                    |one| words\n\n.. |one| image:: https://e.example/c.svg\n    :target: `The page`_\n.. figure:: d.svg\n\n   Words.\n\n\
                    .. _the Page: https://e.example/\n";
        assert_eq!(
            seen(page),
            [
                "4 \"package repo security\" b.svg Some(\"r.md\")",
                "11 \"\" https://e.example/c.svg Some(\"https://e.example/\")",
                "13 \"\" d.svg None",
            ]
        );
        assert_eq!(seen(&page.replace('\n', "\r\n")).len(), 3);
    }

    #[test]
    fn what_is_shown_as_it_is_written_is_no_picture() {
        for page in [
            "Write this::\n\n    .. image:: a.svg\n",
            ".. code-block:: rst\n\n   .. image:: a.svg\n\n   .. image:: b.svg\n",
            "..\n   .. image:: a.svg\n",
            ".. a comment\n   .. image:: a.svg\n",
            "``.. image:: a.svg``\n",
            ".. image::\n",
        ] {
            assert_eq!(seen(page), [""; 0], "{page}");
        }
        assert_eq!(seen("So::\n\n  x\n\n.. image:: a.svg\n  :target: nobody_\n"), ["5 \"\" a.svg None"]);
    }

    #[test]
    fn a_directive_ends_the_options_of_the_one_before_it() {
        assert_eq!(
            seen(".. image:: a.svg\n .. image:: b.svg\n    :alt: b\n    :target: r.md\n"),
            ["1 \"\" a.svg None", "2 \"b\" b.svg Some(\"r.md\")"]
        );
    }

    /// The page grows with the square of the number of its lines.
    #[test]
    fn directives_that_stand_further_and_further_in_take_no_longer_than_their_page_is_long() {
        let page = |lines: usize| {
            (0..lines).fold(String::new(), |mut page, depth| {
                let _ = writeln!(page, "{:depth$}.. image:: a", "");
                page
            })
        };
        let (small, large) = (page(100), page(800));
        assert_eq!(shown(&large).len(), 800);
        let grown = growth(|| drop(shown(&small)), || drop(shown(&large)));
        let longer = f64::from(u32::try_from(large.len() / small.len()).unwrap());
        assert!(grown < 3.0 * longer, "{grown} times as long for {longer} times as much");
    }
}
