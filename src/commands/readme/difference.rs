//! What a badge says beside what the declaration says: only what differs, where it can be told track by track.

use super::form::Form;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Behind the version, before the day and the levels.
const ASSESSED: &str = ", self-assessed";
/// A text of more tracks is none of ours.
const MOST: usize = 16;

/// What differs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Difference {
    /// What was found, and what the declaration says in its place; one of them is empty where it says nothing of that.
    pub(super) pairs: Vec<(String, String)>,
    /// The arguments of `badge` for the form that it is held against, each behind a blank; `None` where it is like none.
    pub(super) arguments: Option<String>,
}

impl Difference {
    fn of(form: &Form, pairs: Vec<(String, String)>) -> Self {
        Self { pairs, arguments: Some(form.arguments.clone()) }
    }

    /// Where nothing can be told apart.
    fn whole(found: &str, declared: &str) -> Self {
        Self { pairs: vec![(found.to_owned(), declared.to_owned())], arguments: None }
    }
}

/// Of the words in the place of a badge, or its title.
pub(super) fn of_words(found: &str, forms: &[Form]) -> Difference {
    let whole = || Difference::whole(found, forms.first().map_or("", |it| &it.badge.alt));
    let Some((name, day, levels)) = parts(found) else { return whole() };
    // The words in a page name no day, titles do.
    let words =
        |form: &'_ Form| if day.is_empty() { form.badge.alt.clone() } else { form.badge.title.clone() };
    let words: Vec<(&Form, String)> = forms.iter().map(|form| (form, words(form))).collect();
    let declared: Vec<_> = words.iter().filter_map(|(form, text)| Some((*form, parts(text)?))).collect();
    let tracks: BTreeSet<&str> = declared.iter().map(|(_, (_, _, levels))| track(levels).0).collect();
    // A client may be called like a track.
    let is_track = |text: &str| {
        let Some((name, behind)) = text.split_once(' ') else { return false };
        let is_level = |c: char| c == '(' || c.is_ascii_digit();
        tracks.contains(name) && (behind.starts_with("level ") || behind.starts_with(is_level))
    };
    let split = |levels| split(levels, ", ", is_track);
    let candidates = declared.iter().map(|(form, (_, _, levels))| (*form, split(levels)));
    let Some((form, pairs)) = nearest(&split(levels), candidates, track) else { return whole() };
    let mut head = Vec::new();
    if let Some((_, (its_name, its_day, _))) = declared.iter().find(|(it, _)| std::ptr::eq(*it, form)) {
        head.push((name.to_owned(), (*its_name).to_owned()));
        head.push((format!("self-assessed{day}"), format!("self-assessed{its_day}")));
    }
    head.retain(|(found, declared)| found != declared);
    Difference::of(form, [head, pairs].concat())
}

/// Of an SVG of ours, by its title. No pairs where that is right, and only the drawing is not.
pub(super) fn of_svg(svg: &str, forms: &[Form]) -> Difference {
    let title = svg.split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>"));
    let Some((title, _)) = title else { return Difference::default() };
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
    let title = entities.iter().fold(title.to_owned(), |title, (entity, c)| title.replace(entity, c));
    of_words(&title, forms)
}

/// Of JSON that shields.io draws.
pub(super) fn of_endpoint(label: &str, message: &str, forms: &[Form]) -> Difference {
    let alike: Vec<&Form> = forms.iter().filter(|form| form.badge.label == label).collect();
    // A badge of one track has its name in the label.
    let is_of_one = alike.iter().any(|form| form.arguments.contains(" --track "));
    let key = if is_of_one { alone } else { track };
    let candidates = alike.iter().map(|form| (*form, split(undated(&form.badge.message), " · ", |_| true)));
    match nearest(&split(undated(message), " · ", |_| true), candidates, key) {
        Some((form, pairs)) if !pairs.is_empty() => Difference::of(form, pairs),
        _ => {
            let declared = alike.first().copied().or(forms.first());
            let declared = declared.map(|it| format!("{}: {}", it.badge.label, it.badge.message));
            Difference::whole(&format!("{label}: {message}"), &declared.unwrap_or_default())
        }
    }
}

/// Version, day and levels; `None` of other words. Whether a review is overdue is for `review-overdue` to say.
fn parts(words: &str) -> Option<(&str, &str, &str)> {
    let (name, rest) = words.split_once(ASSESSED)?;
    let (day, levels) = rest.split_once(": ")?;
    Some((name, undated(day), levels))
}

/// Without what stands in brackets behind it: an overdue review, or its month.
fn undated(text: &str) -> &str {
    text.split_once(" (").map_or(text, |(text, _)| text)
}

/// The tracks of a text; names of clients may hold what stands between them.
fn split<'a>(text: &'a str, between: &str, begins: impl Fn(&str) -> bool) -> Vec<&'a str> {
    let mut segments = Vec::new();
    let mut from = 0;
    for (at, _) in text.match_indices(between) {
        if begins(&text[at + between.len()..]) {
            segments.push(&text[from..at]);
            from = at + between.len();
        }
    }
    segments.push(&text[from..]);
    segments
}

/// What two segments have in common that say the same kind of thing of the same track: its name, and whether met ones are counted.
fn track(segment: &str) -> (&str, bool) {
    let counts = segment.ends_with(" met") || segment.contains('/');
    (segment.split(' ').next().unwrap_or_default(), counts)
}

/// The same where nothing names the track.
fn alone(segment: &str) -> (&str, bool) {
    ("", segment.contains('/'))
}

/// The form that has the most in common with what was found, and the pairs that differ; `None` where none has anything.
fn nearest<'f, 'a>(
    found: &[&str],
    forms: impl Iterator<Item = (&'f Form, Vec<&'a str>)>,
    key: fn(&str) -> (&str, bool),
) -> Option<(&'f Form, Vec<(String, String)>)> {
    if found.len() > MOST {
        return None;
    }
    let same = |segment: &str, others: &[&str]| others.iter().any(|it| key(it) == key(segment));
    let shared = |declared: &[&str]| found.iter().filter(|it| same(it, declared)).count();
    let (form, declared) = forms
        .min_by_key(|(_, declared)| (Reverse(shared(declared)), declared.len()))
        .filter(|(_, declared)| shared(declared) > 0)?;
    let mut pairs = Vec::new();
    for segment in found.iter().filter(|it| !declared.contains(it)) {
        let other = declared.iter().find(|it| key(it) == key(segment)).copied().unwrap_or_default();
        pairs.push(((*segment).to_owned(), other.to_owned()));
    }
    let missing = declared.iter().filter(|it| !same(it, found));
    pairs.extend(missing.map(|it| (String::new(), (*it).to_owned())));
    Some((form, pairs))
}

#[cfg(test)]
#[path = "difference_tests.rs"]
mod tests;
