//! The scorecard: where each track stands, what keeps it from its next level, and what is met above its level.

mod ahead;
mod next;
mod reach;
mod rows;
mod table;

use super::cells::{clean, cut, width};
use super::inert::inert;
use super::style::{FAINT, STRONG};
use super::{Report, Style};
use crate::assessment::Assessment;
use table::Row;

/// How short a registry's name may be cut, in columns, before the framework's is cut.
const SHORTEST_NAME: usize = 16;

/// The scorecard; empty where there is no assessment. Every line ends with LF.
#[must_use]
pub fn scorecard(report: &Report, style: Style) -> String {
    inert(&draw(report, style))
}

/// The scorecard before its last step, for who adds to it.
pub(super) fn draw(report: &Report, style: Style) -> String {
    let Some(assessment) = report.assessment else { return String::new() };
    let mut out = header(report, assessment, style);
    out.push('\n');
    let tracks: Vec<Row> = assessment.tracks.iter().map(|track| rows::track(report, track)).collect();
    let clients: Vec<(&str, Vec<Row>)> = assessment.tracks.iter().filter_map(rows::clients).collect();
    let all = tracks.iter().chain(clients.iter().flat_map(|(_, rows)| rows));
    let layout = table::layout(all, style.columns());
    out.push_str(&table::draw(&tracks, &layout, style));
    out.push_str(&doubt(assessment, style));
    out.push_str(&next::next(report, assessment, style));
    out.push_str(&ahead::ahead(assessment, style));
    for (track, rows) in &clients {
        out.push_str(&section(&format!("Other clients ({})", clean(track)), style));
        out.push_str(&table::draw(rows, &layout, style));
    }
    if let Some(preview) = report.preview {
        out.push_str(&section(
            &format!("Preview under {} (not gated on)", clean(&preview.principles)),
            style,
        ));
        let tracks: Vec<Row> = preview.tracks.iter().map(|track| rows::track(report, track)).collect();
        out.push_str(&table::draw(&tracks, &table::layout(tracks.iter(), style.columns()), style));
        out.push_str(&doubt(preview, style));
    }
    out
}

/// A title with the empty line before it.
fn section(title: &str, style: Style) -> String {
    format!("\n{}\n", style.paint(STRONG, &cut(title, style.columns(), style)))
}

/// Who says so, by which framework, and as of when.
fn header(report: &Report, assessment: &Assessment, style: Style) -> String {
    let columns = style.columns();
    let between = style.either(" · ", " - ");
    let framework = format!("{between}{} {}", clean(&report.catalogue.title), clean(&assessment.principles));
    let name = report.declaration.and_then(|it| it.registry.name.as_deref());
    let name = name.map_or_else(|| "registry without a name".to_owned(), clean);
    let name = cut(&name, columns.saturating_sub(width(&framework)).max(SHORTEST_NAME), style);
    let framework = cut(&framework, columns.saturating_sub(width(&name)), style);
    let reviewed = report.declaration.and_then(|it| it.reviewed);
    let as_of =
        reviewed.map_or_else(|| ", without a readable date".to_owned(), |day| format!(" as of {day}"));
    let by = report.declaration.and_then(|it| it.reviewed_by.as_deref());
    let by = by.map(|by| format!(" by {}", clean(by))).unwrap_or_default();
    let assessed = cut(&format!("self-assessed{as_of}{by}"), columns, style);
    format!("{}{framework}\n{}\n", style.paint(STRONG, &name), style.paint(FAINT, &assessed))
}

/// What is not known of the table above it.
fn doubt(assessment: &Assessment, style: Style) -> String {
    if assessment.taxonomy_known {
        return String::new();
    }
    let note = "  Which tracks apply is not known: the registry's taxonomy could not be read.";
    cut(note, style.columns(), style) + "\n"
}

#[cfg(test)]
mod tests;
