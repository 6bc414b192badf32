//! reStructuredText: labels (`.. _label:`, ``_`target` ``) and the ids that docutils makes from section titles.

use super::Anchor;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The anchors of a text.
pub(super) fn anchors(text: &str) -> Vec<Anchor> {
    let mut anchors = Vec::new();
    let mut before: Option<(&str, usize)> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let body = line.trim_end();
        if let Some(name) = explicit_target(body.trim_start()) {
            add(&mut anchors, name, at);
        } else if let Some((title, title_at)) = before.filter(|(title, _)| is_underline(body, title)) {
            add(&mut anchors, title, title_at);
        }
        for name in inline_targets(body) {
            add(&mut anchors, name, at);
        }
        before = (!body.is_empty() && !is_adornment(body)).then_some((body.trim_start(), at));
        at += line.len();
    }
    anchors
}

fn add(anchors: &mut Vec<Anchor>, name: &str, at: usize) {
    for name in [label(name), id(name)] {
        if !name.is_empty() {
            anchors.push(Anchor { name, at, section: None });
        }
    }
}

/// The name of `.. _name:`; a target that leads elsewhere (`.. _name: https://…`) has one, too.
fn explicit_target(line: &str) -> Option<&str> {
    let rest = line.strip_prefix(".. _")?;
    if let Some(quoted) = rest.strip_prefix('`') {
        let (name, after) = quoted.split_once('`')?;
        return after.starts_with(':').then_some(name);
    }
    let end = rest.match_indices(':').map(|(at, _)| at).find(|at| {
        let after = &rest[at + 1..];
        after.is_empty() || after.starts_with(' ')
    })?;
    (!rest[..end].starts_with('_')).then_some(&rest[..end])
}

/// The names of ``_`inline targets` ``.
fn inline_targets(line: &str) -> impl Iterator<Item = &str> {
    let mut rest = line;
    std::iter::from_fn(move || {
        let start = rest.find("_`")? + 2;
        let (name, after) = rest[start..].split_once('`')?;
        rest = after;
        Some(name)
    })
    // `.. _`a`:` is read as an explicit target already.
    .filter(move |_| !line.trim_start().starts_with(".. _"))
}

fn is_adornment(line: &str) -> bool {
    let Some(first) = line.chars().next() else { return false };
    first.is_ascii_punctuation() && line.chars().all(|c| c == first)
}

fn is_underline(line: &str, title: &str) -> bool {
    is_adornment(line) && (line.len() >= title.chars().count() || line.len() >= 4)
}

/// A reference name: white space folded, lower case.
pub(super) fn label(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase().replace('\\', "")
}

/// The id that docutils makes: ASCII letters and digits, everything between them one `-`, beginning with a letter.
fn id(name: &str) -> String {
    let mut id = String::new();
    for c in name.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        if c.is_ascii_alphanumeric() {
            id.push(c);
        } else if !id.ends_with('-') {
            id.push('-');
        }
    }
    id.trim_start_matches(|c: char| !c.is_ascii_lowercase()).trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::id;
    use crate::evidence::anchors::Anchors;
    use crate::evidence::kind::Kind;

    #[test]
    fn labels_titles_and_targets_are_found() {
        let text = "\
.. _top-label:

==========
Über Tokens
==========

.. _`With Blanks`:
.. _elsewhere: https://example.org
.. __: anonymous

Second Title
------------

See the _`inline one`. Not a title:
a table
";
        let anchors = Anchors::of(Kind::Rst, text, None);
        for name in [
            "top-label",
            "Top-Label",
            "uber-tokens",
            "über tokens",
            "with-blanks",
            "With%20Blanks",
            "elsewhere",
        ] {
            assert!(anchors.find(name).is_some(), "{name}");
        }
        assert!(anchors.find("second-title").is_some_and(|anchor| text[anchor.at..].starts_with("Second")));
        assert!(anchors.find("inline-one").is_some());
        for name in ["", "a-table", "not-a-title", "anonymous"] {
            assert!(anchors.find(name).is_none(), "{name}");
        }
    }

    #[test]
    fn ids_are_those_of_docutils() {
        assert_eq!(id("2. Token -- scopes!"), "token-scopes");
        assert_eq!(id("§"), "");
    }
}
