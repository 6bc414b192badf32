//! The levels: a table, and what stands behind each of its rows.

use super::writer::{Lines, prose};
use crate::render::inert_markdown::{code, code_cell};
use crate::report::clip::{NAME, clip};
use crate::report::mark::Mark;
use crate::report::model::{Blocker, Client, HIGHEST, Page, Standing, Track};
use crate::report::wording::{self, claimed, count};

pub(super) fn section(lines: &mut Lines, page: &Page<'_>) {
    lines.paragraph("## Levels");
    let heads = ["Track", "Claimed", "Declared", "Supported", "Level 1", "Level 2", "Level 3"];
    let rows = page.tracks.iter().flat_map(|track| {
        let clients = track.clients.iter().filter(|_| track.has_columns()).map(client);
        std::iter::once(row(track)).chain(clients).collect::<Vec<_>>()
    });
    lines.table(&heads.map(str::to_owned), rows);
    for track in &page.tracks {
        if track.more_clients > 0 {
            let what = if track.more_clients == 1 { "client is" } else { "clients are" };
            lines.paragraph(&format!("{} more {what} not shown here.", track.more_clients));
        }
        match &track.standing {
            Ok(standing) => self::track(lines, track, standing),
            Err(why) if !why.is_empty() => {
                lines.paragraph(&format!("{} is left out by the framework: {why}.", prose(track.title)));
            }
            Err(_) => {}
        }
    }
    if let Some(preview) = &page.preview {
        lines.paragraph(&format!("### Levels under {}", code(&clip(preview.version, NAME))));
        lines.paragraph("Only shown: nothing rests on them.");
        lines.list(preview.tracks.iter().map(|(title, levels)| {
            let said =
                levels.map(|(declared, supported)| format!("{declared} declared, {supported} supported"));
            format!("{}: {}", code(&clip(title, NAME)), said.unwrap_or_else(|| "does not apply".to_owned()))
        }));
    }
}

fn row(track: &Track<'_>) -> Vec<String> {
    let mut cells = vec![prose(track.title)];
    match &track.standing {
        Ok(standing) => {
            cells.extend([
                claimed(track.claimed),
                standing.declared.to_string(),
                standing.supported.to_string(),
            ]);
            cells.extend(standing.marks.iter().map(|marks| count(marks)));
        }
        Err(_) => cells.extend(["does not apply", "", "", "", "", ""].map(str::to_owned)),
    }
    cells
}

fn client(client: &Client<'_>) -> Vec<String> {
    let role = if client.primary { " (primary)" } else { "" };
    let mut cells = vec![format!("— {}{role}", code_cell(&clip(client.name, NAME))), String::new()];
    cells.extend([client.declared.to_string(), client.supported.to_string()]);
    cells.extend(client.marks.iter().map(|marks| count(marks)));
    cells
}

fn track(lines: &mut Lines, track: &Track<'_>, standing: &Standing<'_>) {
    let client = track.client.map(|it| format!(" ({})", code(&clip(it, NAME)))).unwrap_or_default();
    lines.paragraph(&format!("### {}{client}: level {}", prose(track.title), standing.supported));
    if let Some(next) = standing.next() {
        lines.paragraph(&format!("What keeps it from level {next}:"));
        lines.list(standing.blockers.iter().map(blocker));
    }
    let met = |level: u8| standing.ahead.iter().filter(move |asked| asked.level == level);
    let levels: Vec<String> = (1..=HIGHEST)
        .filter(|level| met(*level).next().is_some())
        .map(|level| {
            let titles: Vec<String> = met(level).map(|asked| prose(&asked.title)).collect();
            format!("{} level {level}: {}", Mark::Met.shape(), titles.join(", "))
        })
        .collect();
    if !levels.is_empty() {
        lines.paragraph(&format!("Met above level {}:", standing.supported));
        lines.list(levels);
    }
}

fn blocker(blocker: &Blocker<'_>) -> String {
    let mark = blocker.mark;
    let by = blocker.plan.as_ref().and_then(wording::by).map(|by| format!(", {by}")).unwrap_or_default();
    let missing = blocker.missing.iter().map(|part| match part.text {
        Some(text) => prose(text),
        None => code(&clip(part.id, NAME)),
    });
    let missing: Vec<String> = missing.collect();
    let missing =
        if missing.is_empty() { String::new() } else { format!("; missing: {}", missing.join("; ")) };
    format!("{} {}: {}{by}{missing}", mark.shape(), prose(&blocker.asked.title), mark.word())
}
