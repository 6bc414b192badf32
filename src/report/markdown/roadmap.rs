//! The roadmap, track by track, cheapest first.

use super::answer::{item, names, part_text, plan};
use super::writer::{Lines, link, prose};
use crate::render::inert_markdown::code;
use crate::report::clip::{NAME, NOTE, clip};
use crate::report::model::{Page, Standing, Track};
use crate::report::roadmap::{Gap, Step};
use crate::report::wording::{self, task};

pub(super) fn section(lines: &mut Lines, page: &Page<'_>) {
    lines.paragraph("## Roadmap");
    for track in &page.tracks {
        let Ok(standing) = &track.standing else { continue };
        let own: Vec<&Gap<'_>> = page.gaps.iter().filter(|gap| gap.track_id == track.id).collect();
        self::track(lines, track, standing, &own);
    }
}

fn track(lines: &mut Lines, track: &Track<'_>, standing: &Standing<'_>, gaps: &[&Gap<'_>]) {
    let title = prose(track.title);
    lines.paragraph(&match standing.next() {
        Some(next) => format!("### {title}: to level {next}"),
        None => format!("### {title}: the highest level"),
    });
    for (index, gap) in gaps.iter().filter(|gap| gap.is_next).enumerate() {
        let mark = gap.mark;
        let title = prose(&gap.asked.title);
        lines.paragraph(&format!("#### {}. {title}: {} {}", index + 1, mark.shape(), mark.word()));
        steps(lines, gap);
        lines.paragraph(&guidance(gap));
        if !gap.examples.is_empty() {
            lines.paragraph("How other registries did it:");
        }
        examples(lines, gap);
    }
    let beyond = gaps.iter().filter(|gap| !gap.is_next).map(|gap| line(gap));
    let beyond: Vec<String> = beyond.collect();
    if !beyond.is_empty() {
        lines.paragraph("Beyond that:");
        lines.list(beyond);
    }
}

/// What there is to do.
pub(in crate::report) fn steps(lines: &mut Lines, gap: &Gap<'_>) {
    gap.steps.iter().for_each(|it| step(lines, it));
    lines.paragraph(&wording::more(gap.more_steps).unwrap_or_default());
    let aside =
        gap.aside.iter().map(|(client, mark)| format!("{} ({})", code(&clip(client, NAME)), mark.word()));
    let aside: Vec<String> = aside.collect();
    if !aside.is_empty() {
        let more = more(gap.more_aside);
        lines.paragraph(&format!("{}{}{more}.", wording::ASIDE, aside.join(", ")));
    }
}

/// ` and 3 more`
fn more(count: usize) -> String {
    if count == 0 { String::new() } else { format!(" and {count} more") }
}

/// What there is to do about an answer, as a list to tick off.
fn step(lines: &mut Lines, step: &Step<'_>) {
    let clients = if step.clients.is_empty() {
        String::new()
    } else {
        format!(" ({}{})", names(&step.clients), more(step.more_clients))
    };
    if step.parts.is_empty() {
        lines.tasks([format!("{}{clients}", prose(&task(step)))]);
    } else {
        lines.paragraph(&format!("{}{clients}:", prose(&task(step))));
        lines.tasks(step.parts.iter().map(part_text));
    }
    lines.list(step.contradicted().map(item));
    if let Some(note) = step.note {
        lines.paragraph(&format!("The registry's note: {}", code(&clip(note, NOTE))));
    }
    if let Some(it) = &step.plan {
        lines.paragraph(&format!("Plan: {}", plan(it)));
    }
}

fn line(gap: &Gap<'_>) -> String {
    let mark = gap.mark;
    let counts = if gap.counts { String::new() } else { format!(". {}", wording::NOT_COUNTED) };
    let plans: Vec<String> =
        gap.steps.iter().filter_map(|it| it.plan.as_ref()).map(|it| format!(", {}", plan(it))).collect();
    let title = prose(&gap.asked.title);
    format!("{} {title}, level {}: {}{}{counts}", mark.shape(), gap.asked.level, mark.word(), plans.concat())
}

fn guidance(gap: &Gap<'_>) -> String {
    let links: Vec<String> = gap.guidance.iter().map(|it| link(&it.url, &prose(&it.title))).collect();
    if links.is_empty() { String::new() } else { format!("Guidance: {}", links.join(", ")) }
}

/// How other registries did it.
pub(in crate::report) fn examples(lines: &mut Lines, gap: &Gap<'_>) {
    lines.list(gap.examples.iter().map(|example| {
        let partly = if example.partly { " (in part)" } else { "" };
        format!("{}{partly}: {}", link(&example.url, &prose(&example.registry)), prose(&example.how))
    }));
}
