//! Text fragments: `#:~:text=prefix-,start,end,-suffix`, as browsers read them.

use super::budget::Budget;
use super::checks::{Seen, on_one_line};
use super::citation::Citation;
use super::document::Document;
use super::fragment::percent_decoded;
use super::outcome::{Trouble, TroubleKind};
use crate::text::fold::fold;
use crate::text::passage::nearest;
use memchr::memmem;

/// How many places of a text are tried, and how many ends for each of them.
const MAX_TRIED: usize = 1_000;

/// A text that a fragment names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum TextDirective {
    /// One that can be read. Texts are percent-decoded.
    Passage {
        /// What stands right before.
        prefix: Option<String>,
        /// How the passage begins, or all of it.
        start: String,
        /// How it ends.
        end: Option<String>,
        /// What stands right behind.
        suffix: Option<String>,
    },
    /// One that browsers pass over.
    Malformed(String),
}

/// Divides a fragment into the name before `:~:` and the texts behind it.
pub(super) fn divide(fragment: &str) -> (&str, Vec<TextDirective>) {
    let Some((name, directives)) = fragment.split_once(":~:") else { return (fragment, Vec::new()) };
    (name, directives.split('&').filter_map(|it| it.strip_prefix("text=")).map(parse).collect())
}

fn parse(text: &str) -> TextDirective {
    let mut parts: Vec<&str> = text.split(',').collect();
    let prefix = parts.first().and_then(|part| part.strip_suffix('-')).map(percent_decoded);
    if prefix.is_some() {
        parts.remove(0);
    }
    let suffix = parts.last().and_then(|part| part.strip_prefix('-')).map(percent_decoded);
    if suffix.is_some() {
        parts.pop();
    }
    match parts.as_slice() {
        [start] if !fold(&percent_decoded(start)).is_empty() => {
            TextDirective::Passage { prefix, start: percent_decoded(start), end: None, suffix }
        }
        [start, end]
            if !fold(&percent_decoded(start)).is_empty() && !fold(&percent_decoded(end)).is_empty() =>
        {
            let end = Some(percent_decoded(end));
            TextDirective::Passage { prefix, start: percent_decoded(start), end, suffix }
        }
        _ => TextDirective::Malformed(text.to_owned()),
    }
}

impl TextDirective {
    /// The text for people.
    pub(super) fn words(&self) -> String {
        match self {
            Self::Passage { start, end: None, .. } => format!("\"{}\"", on_one_line(start)),
            Self::Passage { start, end: Some(end), .. } => {
                format!("\"{} … {}\"", on_one_line(start), on_one_line(end))
            }
            Self::Malformed(text) => format!("`{}`", on_one_line(text)),
        }
    }

    /// Whether it stands in a folded text; `None` where it cannot be read.
    fn stands_in(&self, text: &str) -> Option<bool> {
        let Self::Passage { prefix, start, end, suffix } = self else { return None };
        let folded = |part: &Option<String>| part.as_deref().map(fold);
        let (prefix, start, end, suffix) = (folded(prefix), fold(start), folded(end), folded(suffix));
        let follows = |at: usize| suffix.as_deref().is_none_or(|it| text[at..].trim_start().starts_with(it));
        let mut places = memmem::find_iter(text.as_bytes(), start.as_bytes()).take(MAX_TRIED);
        Some(places.any(|at| {
            let behind = at + start.len();
            let fits = prefix.as_deref().is_none_or(|it| text[..at].trim_end().ends_with(it));
            fits && match &end {
                None => follows(behind),
                Some(end) => memmem::find_iter(&text.as_bytes()[behind..], end.as_bytes())
                    .take(if suffix.is_some() { MAX_TRIED } else { 1 })
                    .any(|found| follows(behind + found + end.len())),
            }
        }))
    }
}

/// Looks for a text in what a page shows.
pub(super) fn check(
    directive: &TextDirective,
    citation: &Citation<'_>,
    document: &Document,
    budget: &Budget,
) -> Seen {
    let (name, words) = (citation.name(), directive.words());
    let found = |found: String, troubles| Seen { found: vec![found], troubles };
    let say = |kind, message| Trouble::new(kind, citation.key(), message);
    let Some(text) = document.shown_folded() else {
        let message = format!("{name} cannot be searched for the text {words} of its fragment");
        return found("its text could not be read".to_owned(), vec![say(TroubleKind::Unreadable, message)]);
    };
    match directive.stands_in(&text.text) {
        Some(true) => found(format!("{words} stands in the {}", citation.thing()), Vec::new()),
        None => {
            let message =
                format!("the text {words} of the fragment cannot be read, and browsers pass over it");
            let trouble =
                say(TroubleKind::Unreadable, message).help("write `#:~:text=START` or `#:~:text=START,END`");
            found("no text to look for".to_owned(), vec![trouble])
        }
        Some(false) => {
            let message = format!("{name} does not hold the text {words} that its fragment names");
            let near = near(directive, document, budget);
            let near = near.unwrap_or_else(|| format!("no text like it in the {}", citation.thing()));
            let trouble = say(TroubleKind::NoSuchAnchor, message)
                .note(format!("looked for: {words}"))
                .note(near.clone())
                .help("name what the page says now, if it still shows that the answer holds");
            found(near, vec![trouble])
        }
    }
}

fn near(directive: &TextDirective, document: &Document, budget: &Budget) -> Option<String> {
    let (TextDirective::Passage { start, .. }, text) = (directive, document.shown()?) else { return None };
    let passage = budget.allows_passages(text, start).then(|| nearest(text, start))??;
    Some(format!("nearest text: \"{}\"", on_one_line(&passage.text)))
}

#[cfg(test)]
mod tests {
    use super::{TextDirective, divide};
    use crate::text::fold::fold;

    fn stands(fragment: &str, text: &str) -> Option<bool> {
        let (_, directives) = divide(fragment);
        assert_eq!(directives.len(), 1, "{fragment}");
        directives[0].stands_in(&fold(text))
    }

    const PAGE: &str =
        "Reporting a Vulnerability\n\nMail us, or use the form. We answer in two days. Mail them.";

    #[test]
    fn every_form_is_found_where_it_stands_and_nowhere_else() {
        for (fragment, stands_there) in [
            (":~:text=Reporting%20a%20Vulnerability", true),
            ("id:~:text=reporting%20a%20vulnerability", true),
            (":~:text=Mail%20us,two%20days", true),
            (":~:text=two%20days,Mail%20us", false),
            (":~:text=answer-,in", true),
            (":~:text=answer-,in%20two", true),
            (":~:text=Mail,-them", true),
            (":~:text=us-,Mail", false),
            (":~:text=Mail,days,-.%20Mail", true),
            (":~:text=Mail,days,-nothing", false),
            (":~:text=Reporting%20of%20a", false),
        ] {
            assert_eq!(stands(fragment, PAGE), Some(stands_there), "{fragment}");
        }
    }

    #[test]
    fn what_no_browser_reads_is_said_to_be_unreadable() {
        for fragment in [":~:text=", ":~:text=a-", ":~:text=a,b,c", ":~:text=%20"] {
            assert_eq!(stands(fragment, PAGE), None, "{fragment}");
        }
    }

    #[test]
    fn names_and_other_directives_stand_apart() {
        assert_eq!(divide("debug/buildinfo"), ("debug/buildinfo", Vec::new()));
        assert_eq!(divide("id:~:selector(x)"), ("id", Vec::new()));
        let (name, both) = divide(":~:text=a&text=b%2Cc");
        assert_eq!(name, "");
        assert!(matches!(&both[1], TextDirective::Passage { start, .. } if start == "b,c"));
    }
}
