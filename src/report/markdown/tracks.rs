//! The levels: a table, and what stands behind each of its rows.

use super::answer::part_text;
use super::writer::{Lines, inner, prose};
use crate::render::inert_markdown::{code, code_cell};
use crate::report::clip::{clip, first};
use crate::report::detail::Detail;
use crate::report::mark::Mark;
use crate::report::model::{Blocker, Client, HIGHEST, Page, Standing, Track};
use crate::report::wording::{self, claimed, count, done};

pub(super) fn section(lines: &mut Lines, page: &Page<'_>) {
    lines.paragraph("## Levels");
    let heads = ["Track", "Claimed", "Declared", "Supported", "Level 1", "Level 2", "Level 3"];
    let detail = lines.detail;
    let rows = page.tracks.iter().flat_map(|track| {
        let clients = track.clients.iter().filter(|_| track.has_columns());
        let clients = clients.map(|it| client(track, it, detail));
        std::iter::once(row(track)).chain(clients).collect::<Vec<_>>()
    });
    lines.table(&heads.map(str::to_owned), rows);
    for track in &page.tracks {
        lines.paragraph(&wording::left_out(track.more_clients, "client").unwrap_or_default());
        match &track.standing {
            Ok(standing) => self::track(lines, track, standing),
            Err(why) if !why.is_empty() => {
                lines.paragraph(&format!("{} is left out by the framework: {why}.", prose(track.title)));
            }
            Err(_) => {}
        }
    }
    if let Some(preview) = &page.preview {
        lines.paragraph(&format!("### Levels under {}", code(&clip(preview.version, lines.detail.name))));
        lines.paragraph("Only shown: nothing rests on them.");
        let (shown, more) = first(&preview.tracks, detail.many);
        lines.list(shown.iter().map(|(title, levels)| {
            let said =
                levels.map(|(declared, supported)| format!("{declared} declared, {supported} supported"));
            format!(
                "{}: {}",
                code(&clip(title, detail.name)),
                said.unwrap_or_else(|| "does not apply".to_owned())
            )
        }));
        lines.paragraph(&wording::left_out(more, "").unwrap_or_default());
    }
}

fn row(track: &Track<'_>) -> Vec<String> {
    let mut cells = vec![prose(track.title)];
    match &track.standing {
        Ok(standing) => {
            cells.extend([
                claimed(track.claimed),
                standing.declared.to_string(),
                wording::supported(track, standing.supported),
            ]);
            cells.extend(standing.marks.iter().map(|marks| count(marks)));
        }
        Err(_) => cells.extend(["does not apply", "", "", "", "", ""].map(str::to_owned)),
    }
    cells
}

fn client(track: &Track<'_>, client: &Client<'_>, detail: Detail) -> Vec<String> {
    let role = if client.primary { " (primary)" } else { "" };
    let mut cells = vec![format!("— {}{role}", code_cell(&clip(client.name, detail.name))), String::new()];
    cells.extend([client.declared.to_string(), wording::supported(track, client.supported)]);
    cells.extend(client.marks.iter().map(|marks| count(marks)));
    cells
}

fn track(lines: &mut Lines, track: &Track<'_>, standing: &Standing<'_>) {
    let client =
        track.client.map(|it| format!(" ({})", code(&clip(it, lines.detail.name)))).unwrap_or_default();
    lines.paragraph(&format!("### {}{client}: level {}", prose(track.title), standing.supported));
    if let Some(next) = standing.next() {
        lines.paragraph(&format!("What keeps it from level {next}:"));
        let detail = lines.detail;
        lines.list(standing.blockers.iter().map(|it| blocker(it, detail)));
    } else {
        lines.paragraph(&format!("The highest level. {}", done(track)));
    }
    let met = |level: u8| standing.ahead.iter().filter(move |asked| asked.level == level);
    let levels: Vec<String> = (1..=HIGHEST)
        .filter(|level| met(*level).next().is_some())
        .map(|level| {
            let titles: Vec<String> =
                met(level).map(|asked| inner(&asked.id, &prose(&asked.title))).collect();
            format!("{} level {level}: {}", Mark::Met.shape(), titles.join(", "))
        })
        .collect();
    if !levels.is_empty() {
        lines.paragraph(&format!("Met above level {}:", standing.supported));
        lines.list(levels);
    }
}

fn blocker(blocker: &Blocker<'_>, detail: Detail) -> String {
    let (shown, more) = detail.parts(&blocker.missing);
    let mut missing: Vec<String> = shown.into_iter().map(|it| part_text(it, detail)).collect();
    missing.extend((more > 0).then(|| format!("{more} more")));
    let missing =
        if missing.is_empty() { String::new() } else { format!("; missing: {}", missing.join("; ")) };
    let title = inner(&blocker.asked.id, &prose(&blocker.asked.title));
    format!("{} {title}: {}{missing}", blocker.mark.shape(), wording::blocker(blocker))
}
