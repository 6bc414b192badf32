//! Assessment → what the badge says.

use super::{colour, marker};
use crate::assessment::{Assessment, Standing, TrackStanding};
use crate::text::passage::shorten;
use crate::text::sanitize;
use jiff::civil::Date;
use std::borrow::Cow;

/// What a badge is made from.
#[derive(Clone, Copy, Debug)]
pub struct BadgeInput<'a> {
    /// The levels; `None` where there is no declaration to compute them from.
    pub assessment: Option<&'a Assessment>,
    /// The framework's version: `v0.1`.
    pub version: &'a str,
    /// The home page of the registry.
    pub registry: Option<&'a str>,
    /// When the answers were last gone through.
    pub reviewed: Option<Date>,
    /// Whether that review is overdue.
    pub stale: bool,
    /// Whether the declaration can be taken at its word: no finding that is an error.
    pub valid: bool,
    /// What is shown of each track.
    pub style: Style,
    /// The one track that it is about; `None` shows all that apply.
    pub track: Option<&'a str>,
}

/// What is shown of each track.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// The level, or how many requirements are missing to level 1: `general 1 to L1`.
    #[default]
    Levels,
    /// Met of applicable over all levels: `general 5/9`.
    Counts,
}

/// What a badge says. All of it is safe to print: no line ends, nothing invisible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Badge {
    /// The left half.
    pub label: String,
    /// The right half.
    pub message: String,
    /// The colour of the right half, `#rrggbb`.
    pub colour: &'static str,
    /// The whole in words: what a screen reader says and a pointer shows.
    pub title: String,
    /// The same without days: what stands in for the picture in a page, and stays right until a level changes.
    pub alt: String,
    /// It says that there is nothing to say.
    pub is_error: bool,
    /// What the registry is told from others by, see [`marker::registry`].
    pub registry: Option<String>,
}

/// The badge of a declaration.
///
/// The levels are the *declared* ones, which rest on the answers alone: the badge is the same on every machine, so that it
/// can be committed and compared. Tracks that do not apply are left out.
#[must_use]
pub fn badge(input: &BadgeInput<'_>) -> Badge {
    let name = format!("{} {}", marker::LABEL, sanitize::line(input.version));
    let label = input.track.map_or_else(|| name.clone(), |track| format!("{name} {}", long_name(track)));
    let registry = input.registry.and_then(marker::registry);
    let Some(assessment) = input.assessment.filter(|_| input.valid) else {
        let title = format!("{label}: no valid declaration");
        return Badge {
            label,
            message: "invalid".to_owned(),
            colour: colour::INVALID,
            alt: title.clone(),
            title,
            is_error: true,
            registry,
        };
    };
    let tracks: Vec<(&TrackStanding, &Standing)> = assessment
        .tracks
        .iter()
        .filter(|track| track.applies && input.track.is_none_or(|id| track.id == id))
        .filter_map(|track| Some((track, track.standing.as_ref()?)))
        .collect();
    let short: Vec<String> = tracks.iter().map(|(track, standing)| short(track, standing, input)).collect();
    let long: Vec<String> =
        tracks.iter().map(|(track, standing)| long(track, standing, input.style)).collect();
    let nothing = if input.track.is_some() { "not applicable" } else { "no track applies" };
    let mut message = said(&short, " · ", nothing);
    let on = input.reviewed.map_or(String::new(), |reviewed| format!(" as of {reviewed}"));
    let overdue = if input.stale { " (review overdue)" } else { "" };
    let none =
        input.track.map_or_else(|| nothing.to_owned(), |track| format!("{} {nothing}", long_name(track)));
    let levels = said(&long, ", ", &none);
    let title = format!("{name}, self-assessed{on}{overdue}: {levels}");
    let alt = format!("{name}, self-assessed: {levels}");
    if input.stale {
        let month = input.reviewed.map(|reviewed| format!(" ({})", reviewed.strftime("%Y-%m")));
        message.push_str(month.as_deref().unwrap_or(overdue));
    }
    let colour = if input.stale { colour::STALE } else { colour::CURRENT };
    Badge { label, message, colour, title, alt, is_error: false, registry }
}

fn said(tracks: &[String], between: &str, nothing: &str) -> String {
    if tracks.is_empty() { nothing.to_owned() } else { tracks.join(between) }
}

/// `authn L2`, `general 1 to L1`, `authn 10/12`; without the name where the label has it.
fn short(track: &TrackStanding, standing: &Standing, input: &BadgeInput<'_>) -> String {
    let level = match (input.style, standing.declared) {
        (Style::Levels, 0) => format!("{} to L1", missing_to_level_1(standing)),
        (Style::Levels, level) => format!("L{level}"),
        (Style::Counts, _) => {
            let (met, applicable) = counts(standing);
            format!("{met}/{applicable}")
        }
    };
    match (input.track, track.id.as_str()) {
        (Some(_), _) => level,
        (None, "authentication") => format!("authn {level}"),
        (None, "authorization") => format!("authz {level}"),
        (None, id) => format!("{} {level}", sanitize::line(id)),
    }
}

/// A track's id as prose has it.
fn long_name(id: &str) -> Cow<'_, str> {
    if id == "cli" { "CLI".into() } else { sanitize::line(id) }
}

/// `authentication level 2`, `general level 0 (1 requirement to level 1)`, `CLI (pip) 1 of 5 met`.
fn long(track: &TrackStanding, standing: &Standing, style: Style) -> String {
    let id = long_name(&track.id);
    let client = track.client.as_deref().map(|client| format!(" ({})", shorten(&sanitize::line(client))));
    let name = format!("{id}{}", client.unwrap_or_default());
    match (style, standing.declared) {
        (Style::Levels, 0) => {
            let missing = missing_to_level_1(standing);
            let noun = if missing == 1 { "requirement" } else { "requirements" };
            format!("{name} level 0 ({missing} {noun} to level 1)")
        }
        (Style::Levels, level) => format!("{name} level {level}"),
        (Style::Counts, _) => {
            let (met, applicable) = counts(standing);
            format!("{name} {met} of {applicable} met")
        }
    }
}

fn missing_to_level_1(standing: &Standing) -> usize {
    let [first, ..] = standing.counts;
    first.applicable.saturating_sub(first.met)
}

fn counts(standing: &Standing) -> (usize, usize) {
    standing
        .counts
        .iter()
        .fold((0, 0), |(met, applicable), count| (met + count.met, applicable + count.applicable))
}

#[cfg(test)]
#[path = "message_tests.rs"]
mod tests;
