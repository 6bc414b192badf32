//! Templates of HTML: their tags are dropped before the HTML is read, as a template engine would.

use crate::evidence::mapped::Mapped;

/// How tags begin and end; longer beginnings first.
const TAGS: [(&str, &str); 7] =
    [("{{!--", "--}}"), ("{{{", "}}}"), ("{{", "}}"), ("{%", "%}"), ("{#", "#}"), ("<%", "%>"), ("<?", "?>")];

/// A template without its tags.
#[must_use]
pub fn strip(text: &str) -> Mapped {
    let mut kept = Mapped::default();
    // Once an end is not found it is not looked for again: thousands of open tags would each search the whole rest.
    let mut ends_left = [true; TAGS.len()];
    let mut from = 0;
    let mut at = 0;
    while let Some(found) = text[at..].find(['{', '<']) {
        at += found;
        let Some(index) = TAGS.iter().position(|(begin, _)| text[at..].starts_with(begin)) else {
            at += 1;
            continue;
        };
        let (begin, end) = TAGS[index];
        let inside = at + begin.len();
        let close = if ends_left[index] { text[inside..].find(end) } else { None };
        if let Some(close) = close {
            kept.push_verbatim(&text[from..at], from);
            at = inside + close + end.len();
            from = at;
        } else if text[at..].starts_with("<?php") || text[at..].starts_with("<?=") {
            // PHP may leave its last tag open.
            kept.push_verbatim(&text[from..at], from);
            return kept;
        } else {
            ends_left[index] = false;
            at += 1;
        }
    }
    kept.push_verbatim(&text[from..], from);
    kept
}

#[cfg(test)]
mod tests {
    use super::strip;

    #[test]
    fn tags_of_all_languages_are_dropped() {
        for (text, kept) in [
            ("{% trans %}Hi{% endtrans %}, {{ name }}{# note #}!", "Hi, !"),
            ("<%= x %>a<%# y %>", "a"),
            ("a<?php echo '>' ?>b<?= $x", "ab"),
            ("{{{raw}}}{{!-- }} --}}x", "x"),
            ("a { b } < c", "a { b } < c"),
            ("{% open", "{% open"),
            ("{{", "{{"),
        ] {
            assert_eq!(strip(text).text, kept, "{text}");
        }
        assert_eq!(strip("{{ a }}bc").origin(1), 8);
    }

    #[test]
    fn open_tags_without_end_are_no_work() {
        let text = "{{{%{#<%<?".repeat(40_000);
        assert_eq!(strip(&text).text.len(), text.len());
    }
}
