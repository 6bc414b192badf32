//! `AsciiDoc`: `[[id]]`, `[#id]`, `[id=…]`, `anchor:id[]`, and the ids made from section titles.

use super::Anchor;
use std::collections::HashMap;

/// The anchors of a text.
pub(super) fn anchors(text: &str) -> Vec<Anchor> {
    let mut anchors = Vec::new();
    let mut seen = HashMap::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let body = line.trim_end();
        if let Some(title) = title(body) {
            for name in title_ids(title, &mut seen) {
                anchors.push(Anchor { name, at, section: None });
            }
        }
        for (begin, stops) in
            [("[[", "],"), ("[#", "].,%#"), ("[id=", "],"), ("anchor:", "[ "), (",id=", "],")]
        {
            for name in names(body, begin, stops) {
                anchors.push(Anchor { name: name.to_owned(), at, section: None });
            }
        }
        at += line.len();
    }
    anchors
}

/// What stands between a beginning and the first of some stops.
fn names<'a>(line: &'a str, begin: &'a str, stops: &'a str) -> impl Iterator<Item = &'a str> {
    let mut rest = line;
    std::iter::from_fn(move || {
        rest = &rest[rest.find(begin)? + begin.len()..];
        let end = rest.find(|c| stops.contains(c))?;
        let (name, after) = rest.split_at(end);
        rest = after;
        Some(name.trim_matches(['"', '\'']))
    })
    .filter(|name| !name.is_empty() && !name.contains(char::is_whitespace))
}

fn title(line: &str) -> Option<&str> {
    let title = line.trim_start_matches('=');
    let rank = line.len() - title.len();
    ((1..=6).contains(&rank) && title.starts_with(' ')).then(|| title.trim())
}

/// The id that Asciidoctor makes (`_token_scopes`) and the one on GitHub (`token-scopes`); repeated ones are counted.
fn title_ids(title: &str, seen: &mut HashMap<String, usize>) -> [String; 2] {
    let kept = title
        .chars()
        .flat_map(char::to_lowercase)
        .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '_' | '-' | '.'));
    let mut id = String::from("_");
    for c in kept {
        let c = if matches!(c, ' ' | '-' | '.') { '_' } else { c };
        if c != '_' || !id.ends_with('_') {
            id.push(c);
        }
    }
    let id = id.trim_end_matches('_').to_owned();
    let count = seen.entry(id.clone()).or_default();
    *count += 1;
    let id = if *count > 1 { format!("{id}_{count}") } else { id };
    let on_github = id.trim_start_matches('_').replace('_', "-");
    [id, on_github]
}

#[cfg(test)]
mod tests {
    use crate::evidence::anchors::Anchors;
    use crate::evidence::kind::Kind;

    #[test]
    fn ids_and_titles_are_found() {
        let text = "\
= Guide

[[own,Own text]]
== Token scopes (v2.0)

[#short.role]
=== Token scopes (v2.0)
Text [[inline]] and [#span]#word# anchor:macro[] here.

[role=\"x\",id=\"named\"]
[id='other']
====
";
        let anchors = Anchors::of(Kind::Asciidoc, text, None);
        for name in [
            "_guide",
            "own",
            "_token_scopes_v2_0",
            "token-scopes-v2-0",
            "_token_scopes_v2_0_2",
            "short",
            "inline",
            "span",
            "macro",
            "named",
            "other",
        ] {
            assert!(anchors.find(name).is_some(), "{name}");
        }
        assert_eq!(anchors.find("_guide").unwrap().at, 0);
        for name in ["", "_", "Own text", "role"] {
            assert!(anchors.find(name).is_none(), "{name}");
        }
    }
}
