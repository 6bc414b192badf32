//! What is met above the level: registries are usually at one level with some of the next ones.

use super::section;
use crate::assessment::{Assessment, TrackStanding};
use crate::render::Style;
use crate::render::cells::{clean, cut, pad, width};

/// The section, a line for each track; empty where nothing is met above a level.
pub(super) fn ahead(assessment: &Assessment, style: Style) -> String {
    let tracks: Vec<(String, String)> = assessment.tracks.iter().filter_map(track).collect();
    let longest = tracks.iter().map(|(id, _)| width(id)).max().unwrap_or(0);
    let lines = tracks.iter().map(|(id, met)| {
        let line = format!("  {} {met}", pad(&format!("{id}:"), longest + 1));
        cut(&line, style.columns(), style) + "\n"
    });
    let lines: String = lines.collect();
    if lines.is_empty() { lines } else { section("Already met above the level", style) + &lines }
}

/// `general`, `1 of level 1, 2 of level 3`.
fn track(track: &TrackStanding) -> Option<(String, String)> {
    let standing = track.standing.as_ref()?;
    let level_of = |id: &String| standing.requirements.iter().find(|it| it.id == *id).map(|it| it.level);
    let counted = (1..=3).filter_map(|level| {
        let met = standing.ahead.iter().filter(|id| level_of(id) == Some(level)).count();
        (met > 0).then(|| format!("{met} of level {level}"))
    });
    let counted: Vec<String> = counted.collect();
    (!counted.is_empty()).then(|| (clean(&track.id), counted.join(", ")))
}
