//! The roadmap, track by track, cheapest first.

use super::answer::{item, names, part_text, plan};
use super::writer::{Lines, inner, link, prose};
use crate::render::inert_markdown::code;
use crate::report::answer::Plan;
use crate::report::clip::{clip, first};
use crate::report::detail::Detail;
use crate::report::model::{Page, Standing, Track};
use crate::report::roadmap::{Gap, Step};
use crate::report::wording::{self, DONE, task};

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
        steps(lines, gap, work);
        if lines.detail.guidance {
            lines.paragraph(&guidance(gap));
            if !gap.examples.is_empty() {
                lines.paragraph("How other registries did it:");
            }
            examples(lines, gap);
        }
    }
    if gaps.is_empty() {
        lines.paragraph(DONE);
    }
    let beyond = gaps.iter().filter(|gap| !gap.is_next).map(|gap| line(gap, lines.detail));
    let beyond: Vec<String> = beyond.collect();
    if !beyond.is_empty() {
        lines.paragraph("Beyond that:");
        lines.list(beyond);
    }
}

/// What there is to do, each step as it is to be written.
pub(in crate::report) fn steps(
    lines: &mut Lines,
    gap: &Gap<'_>,
    mut write: impl FnMut(&mut Lines, &Step<'_>),
) {
    let detail = lines.detail;
    let (shown, _) = first(&gap.steps, detail.many);
    for it in shown {
        write(lines, it);
    }
    lines.paragraph(&wording::more_steps(&gap.steps[shown.len()..]).unwrap_or_default());
    let (shown, more) = first(&gap.aside, detail.many);
    let aside =
        shown.iter().map(|(client, mark)| format!("{} ({})", code(&clip(client, detail.name)), mark.word()));
    let aside: Vec<String> = aside.collect();
    if !aside.is_empty() {
        let more = if more == 0 { String::new() } else { format!(" and {more} more") };
        lines.paragraph(&format!("{}{}{more}.", wording::ASIDE, aside.join(", ")));
    }
}

/// What there is to do, as a list to tick off, and what the registry says of it.
pub(in crate::report) fn step(lines: &mut Lines, step: &Step<'_>) {
    work(lines, step);
    let most = lines.detail.note;
    if let Some(note) = step.note.filter(|_| most > 0) {
        lines.paragraph(&format!("The registry's note: {}", code(&clip(note, most))));
    }
}

/// What there is to do. The registry's note stands with the requirement.
fn work(lines: &mut Lines, step: &Step<'_>) {
    let detail = lines.detail;
    let clients =
        if step.clients.is_empty() { String::new() } else { format!(" ({})", names(&step.clients, detail)) };
    if step.parts.is_empty() {
        lines.tasks([format!("{}{clients}", prose(&task(step)))]);
    } else {
        lines.paragraph(&format!("{}{clients}:", prose(&task(step))));
        let (shown, more) = detail.parts(&step.parts);
        let more = (more > 0).then(|| format!("{more} more that the framework does not know"));
        lines.tasks(shown.into_iter().map(|it| part_text(it, detail)).chain(more));
    }
    lines.list(step.contradicted().take(detail.contradicted).map(|it| item(it, detail)));
    if let Some(it) = &step.plan {
        lines.paragraph(&format!("Plan: {}", plan(it, detail)));
    }
}

fn line(gap: &Gap<'_>, detail: Detail) -> String {
    let mark = gap.mark;
    let plans: Vec<_> = gap.steps.iter().filter_map(|it| it.plan.as_ref()).collect();
    let (shown, more) = first(&plans, detail.many);
    // Where it is tracked stands with the requirement.
    let shown = shown.iter().map(|it| plan(&Plan { issue: None, ..(*it).clone() }, detail));
    let mut plans: Vec<String> = shown.filter(|it| !it.is_empty()).collect();
    plans.extend((more > 0).then(|| format!("{more} more {}", if more == 1 { "plan" } else { "plans" })));
    let plans = if plans.is_empty() { String::new() } else { format!(", {}", plans.join(", ")) };
    let title = inner(&gap.asked.id, &prose(&gap.asked.title));
    let counts = if gap.counts { String::new() } else { format!(". {}", wording::NOT_COUNTED) };
    format!("{} {title}, level {}: {}{plans}{counts}", mark.shape(), gap.asked.level, mark.word())
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
