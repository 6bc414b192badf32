//! The roadmap, track by track, cheapest first.

use super::answer::{names, part_text, plan};
use super::writer::{Lines, link, prose};
use crate::render::inert_markdown::code;
use crate::report::clip::{NOTE, clip};
use crate::report::model::{Page, Standing, Track};
use crate::report::roadmap::{Gap, Step};
use crate::report::wording::task;

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
        let mark = gap.mark();
        let title = prose(&gap.asked.title);
        lines.paragraph(&format!("#### {}. {title}: {} {}", index + 1, mark.shape(), mark.word()));
        gap.steps.iter().for_each(|it| step(lines, it));
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

/// What there is to do, as a list to tick off.
pub(in crate::report) fn step(lines: &mut Lines, step: &Step<'_>) {
    let clients =
        if step.clients.is_empty() { String::new() } else { format!(" ({})", names(&step.clients)) };
    if step.parts.is_empty() {
        lines.tasks([format!("{}{clients}", task(step.mark))]);
    } else {
        lines.paragraph(&format!("{}{clients}:", task(step.mark)));
        lines.tasks(step.parts.iter().map(part_text));
    }
    if let Some(note) = step.note {
        lines.paragraph(&format!("The registry's note: {}", code(&clip(note, NOTE))));
    }
    if let Some(it) = &step.plan {
        lines.paragraph(&format!("Plan: {}", plan(it)));
    }
}

fn line(gap: &Gap<'_>) -> String {
    let mark = gap.mark();
    let plans: Vec<String> =
        gap.steps.iter().filter_map(|it| it.plan.as_ref()).map(|it| format!(", {}", plan(it))).collect();
    let title = prose(&gap.asked.title);
    format!("{} {title}, level {}: {}{}", mark.shape(), gap.asked.level, mark.word(), plans.concat())
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
