//! The levels as a table, and what stands between them and the next ones.

use crate::assessment::{Assessment, Blocker, Standing, TrackStanding};
use crate::render::inert_markdown::{code, code_cell, words};

/// A row for each track, and one for each client where there are several.
pub fn table(assessment: &Assessment) -> Vec<String> {
    let mut lines = vec![
        "| Track | Claimed | Declared | Supported | Level 1 met | Level 2 met | Level 3 met |".to_owned(),
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |".to_owned(),
    ];
    for track in &assessment.tracks {
        lines.push(track_row(track));
        if track.clients.len() > 1 {
            lines.extend(track.clients.iter().map(|client| {
                let role = if client.primary { " (primary)" } else { "" };
                let name = format!("— {}{role}", code_cell(&client.name));
                row(&name, "", &client.standing)
            }));
        }
    }
    lines
}

fn track_row(track: &TrackStanding) -> String {
    let title = words(&track.title);
    let claimed = track.claimed.map_or_else(|| "none".to_owned(), |level| level.to_string());
    match &track.standing {
        Some(standing) => row(&title, &claimed, standing),
        None => format!("| {title} | does not apply | | | | | |"),
    }
}

fn row(title: &str, claimed: &str, standing: &Standing) -> String {
    let counts = standing.counts.map(|it| format!("{} of {}", it.met, it.applicable)).join(" | ");
    format!("| {title} | {claimed} | {} | {} | {counts} |", standing.declared, standing.supported)
}

/// What keeps each track from its next level, and what is met above the level that it has.
pub fn next(assessment: &Assessment) -> Vec<String> {
    let mut blocking = Vec::new();
    let mut ahead = Vec::new();
    for track in &assessment.tracks {
        for (client, standing) in track.standings() {
            let name = named(track, client);
            let level = standing.supported;
            for blocker in &standing.blockers {
                blocking.push(format!("- {name}, level {}: {}", level + 1, blocked_by(blocker)));
            }
            if !standing.ahead.is_empty() {
                let ids: Vec<String> = standing.ahead.iter().map(|id| code(id)).collect();
                ahead.push(format!("- {name}, above level {level}: {}", ids.join(", ")));
            }
        }
    }
    let mut lines = section("### What blocks the next level", blocking);
    lines.extend(section("### Met above the level", ahead));
    lines
}

fn section(heading: &str, items: Vec<String>) -> Vec<String> {
    if items.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![String::new(), heading.to_owned(), String::new()];
    lines.extend(items);
    lines
}

fn named(track: &TrackStanding, client: Option<&str>) -> String {
    match client {
        Some(client) => format!("{} ({})", words(&track.title), code(client)),
        None => words(&track.title),
    }
}

fn blocked_by(blocker: &Blocker) -> String {
    let id = code(&blocker.requirement);
    if blocker.contradicted {
        return format!("{id} is met, but its evidence is contradicted");
    }
    let parts: Vec<String> = blocker.missing.iter().map(|part| code(part)).collect();
    let missing = if parts.is_empty() { String::new() } else { format!("; missing: {}", parts.join(", ")) };
    format!("{id} is {}{missing}", blocker.status.as_str())
}
