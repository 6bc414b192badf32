//! The roadmap: what stands between here and the next level of each track, cheapest first.

use super::answer::names;
use super::writer::Html;
use super::{evidence, icons, inner, plan, section as section_of};
use crate::report::answer::Plan;
use crate::report::clip::first;
use crate::report::href::Href;
use crate::report::model::{Page, Standing, Track};
use crate::report::roadmap::{Gap, Step};
use crate::report::wording::{self, DONE, task};

pub(super) fn section(html: &mut Html, page: &Page<'_>) {
    section_of(html, "roadmap", "Roadmap", |html| {
        for track in &page.tracks {
            let Ok(standing) = &track.standing else { continue };
            let own: Vec<&Gap<'_>> = page.gaps.iter().filter(|gap| gap.track_id == track.id).collect();
            html.element("div", &[("class", "track")], |html| self::track(html, track, standing, &own));
        }
    });
}

fn track(html: &mut Html, track: &Track<'_>, standing: &Standing<'_>, gaps: &[&Gap<'_>]) {
    html.leaf(
        "h3",
        &[],
        &match standing.next() {
            Some(next) => format!("{}: to level {next}", track.title),
            None => format!("{}: the highest level", track.title),
        },
    );
    let (next, beyond): (Vec<_>, Vec<_>) = gaps.iter().copied().partition(|gap| gap.is_next);
    if !next.is_empty() {
        html.element("ol", &[("class", "gaps")], |html| next.iter().for_each(|it| gap(html, it)));
    }
    if gaps.is_empty() {
        html.leaf("p", &[], DONE);
    }
    if !beyond.is_empty() {
        html.leaf("h4", &[], "Beyond that");
        html.element("ul", &[("class", "list")], |html| beyond.iter().for_each(|it| line(html, it)));
    }
}

fn gap(html: &mut Html, gap: &Gap<'_>) {
    html.element("li", &[], |html| {
        html.element("div", &[("class", "head")], |html| {
            html.element("h4", &[], |html| inner(html, &gap.asked.id, &gap.asked.title));
            icons::status(html, gap.mark);
        });
        let (shown, _) = first(&gap.steps, html.detail.many);
        for it in shown {
            step(html, it);
        }
        if let Some(more) = wording::more_steps(&gap.steps[shown.len()..]) {
            html.leaf("p", &[], &more);
        }
        aside(html, gap);
        if html.detail.guidance {
            guidance(html, gap);
            examples(html, gap);
        }
    });
}

fn step(html: &mut Html, step: &Step<'_>) {
    html.element("p", &[], |html| {
        html.text(&task(step));
        if !step.clients.is_empty() {
            html.text(" (");
            names(html, &step.clients);
            html.text(")");
        }
        if !step.parts.is_empty() {
            html.text(":");
        }
    });
    if !step.parts.is_empty() {
        html.element("ul", &[("class", "todo")], |html| {
            let (shown, more) = html.detail.parts(&step.parts);
            for part in shown {
                html.element("li", &[], |html| match part.text {
                    Some(text) => html.text(text),
                    None => html.name(part.id),
                });
            }
            if more > 0 {
                html.leaf("li", &[], &format!("{more} more that the framework does not know"));
            }
        });
    }
    let shown = html.detail.contradicted;
    let otherwise: Vec<_> = step.contradicted().take(shown).collect();
    if !otherwise.is_empty() {
        html.element("ul", &[("class", "evidence")], |html| {
            for it in otherwise {
                evidence::item(html, it);
            }
        });
    }
    if let Some(it) = &step.plan {
        html.element("p", &[], |html| plan::plan(html, it));
    }
}

/// Clients that lack it, too, and that no level rests on.
fn aside(html: &mut Html, gap: &Gap<'_>) {
    if gap.aside.is_empty() {
        return;
    }
    html.element("p", &[("class", "small")], |html| {
        html.text(wording::ASIDE);
        let (shown, more) = first(&gap.aside, html.detail.many);
        for (index, (client, mark)) in shown.iter().enumerate() {
            html.text(if index == 0 { "" } else { ", " });
            html.name(client);
            html.text(&format!(" ({})", mark.word()));
        }
        if more > 0 {
            html.text(&format!(" and {more} more"));
        }
        html.text(".");
    });
}

/// What is beyond the next level, in one line.
fn line(html: &mut Html, gap: &Gap<'_>) {
    html.element("li", &[], |html| {
        icons::mark(html, gap.mark);
        inner(html, &gap.asked.id, &gap.asked.title);
        html.text(&format!(", level {}: {}", gap.asked.level, gap.mark.word()));
        let plans: Vec<_> = gap.steps.iter().filter_map(|step| step.plan.as_ref()).collect();
        let (shown, more) = first(&plans, html.detail.many);
        for it in shown {
            if it.by.is_some() || it.funding.is_some() {
                html.text(" · ");
            }
            // Where it is tracked stands with the requirement.
            plan::plan(html, &Plan { issue: None, ..(*it).clone() });
        }
        if more > 0 {
            let plans = if more == 1 { "plan" } else { "plans" };
            html.text(&format!(" · {more} more {plans}"));
        }
        if !gap.counts {
            html.text(&format!(". {}", wording::NOT_COUNTED));
        }
    });
}

fn guidance(html: &mut Html, gap: &Gap<'_>) {
    let links: Vec<_> = gap.guidance.iter().filter_map(|it| Some((Href::of(&it.url)?, &it.title))).collect();
    if links.is_empty() {
        return;
    }
    html.element("p", &[], |html| {
        html.text("Guidance: ");
        for (index, (href, title)) in links.iter().enumerate() {
            html.text(if index == 0 { "" } else { ", " });
            html.link(href, title);
        }
    });
}

fn examples(html: &mut Html, gap: &Gap<'_>) {
    if gap.examples.is_empty() {
        return;
    }
    html.element("details", &[("class", "fold")], |html| {
        html.leaf("summary", &[], "How other registries did it");
        html.element("ul", &[], |html| {
            for example in &gap.examples {
                html.element("li", &[], |html| {
                    match Href::of(&example.url) {
                        Some(href) => html.link(&href, &example.registry),
                        None => html.text(&example.registry),
                    }
                    let partly = if example.partly { " (in part)" } else { "" };
                    html.text(&format!("{partly}: {}", example.how));
                });
            }
        });
    });
}
