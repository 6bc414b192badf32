//! The index of the gaps.

use super::{REPLACED, file_name, overdue_first};
use crate::evidence::own_output::ROADMAP_MARK;
use crate::render::inert_markdown::code_cell;
use crate::report::answer::{Funding, PartState};
use crate::report::clip::{clip, first};
use crate::report::detail::Detail;
use crate::report::href::Href;
use crate::report::mark::Mark;
use crate::report::markdown::writer::{Lines, address, prose};
use crate::report::markdown::{framework, name};
use crate::report::model::Page;
use crate::report::roadmap::Gap;
use crate::report::wording;
use crate::text::sanitize;

pub(super) fn index(page: &Page<'_>, detail: Detail) -> String {
    let gaps = overdue_first(page);
    let mut lines = Lines::new(detail);
    lines.line(ROADMAP_MARK);
    lines.line(&format!("# Roadmap: {}", name(page)));
    lines.paragraph(&format!(
        "What stands between here and the next levels of the {}, {}. Each line is a file: the text of an issue, or a \
         section of a grant proposal. Cheapest first.",
        framework(page),
        wording::as_of(page)
    ));
    let groups = [
        ("Overdue", gaps.iter().filter(|gap| gap.is_overdue()).copied().collect::<Vec<_>>()),
        ("To the next levels", gaps.iter().filter(|gap| !gap.is_overdue() && gap.is_next).copied().collect()),
        ("Beyond", gaps.iter().filter(|gap| !gap.is_overdue() && !gap.is_next).copied().collect()),
    ];
    for (title, own) in groups.iter().filter(|(_, own)| !own.is_empty()) {
        lines.paragraph(&format!("## {title}"));
        let heads = ["Gap", "Track", "Level", "Status", "Missing", "By", "Tracked in", "Funding"];
        let heads = heads.map(str::to_owned);
        lines.table(&heads, own.iter().map(|gap| row(gap, detail)));
    }
    if gaps.is_empty() {
        lines.paragraph("Nothing is missing.");
    }
    lines.paragraph(REPLACED);
    sanitize::inert(&lines.finish()).into_owned()
}

fn row(gap: &Gap<'_>, detail: Detail) -> Vec<String> {
    vec![
        format!("[{}]({})", prose(&gap.asked.title), file_name(gap.asked)),
        prose(gap.track),
        gap.asked.level.to_string(),
        format!("{} {}", gap.mark.shape(), gap.mark.word()),
        missing(gap, detail),
        gap.overdue_since().or_else(|| gap.by()).map(|day| day.to_string()).unwrap_or_default(),
        tracked(gap, detail),
        // Who funds it is in the file: a table is no place for text of others.
        gap.funding()
            .map_or("", |it| match it {
                Funding::Funded(_) => wording::funding(Funding::Funded(None)),
                other => wording::funding(other),
            })
            .to_owned(),
    ]
}

/// The parts that do not hold, of whichever client, each once.
fn missing(gap: &Gap<'_>, detail: Detail) -> String {
    let steps = gap.steps.iter().filter(|step| step.mark == Mark::Partial);
    let parts = steps.flat_map(|step| &step.parts).filter(|part| part.state == PartState::Missing);
    let mut said = Vec::new();
    for part in parts {
        let text = part.text.map_or_else(|| code_cell(&clip(part.id, detail.name)), prose);
        if !said.contains(&text) {
            said.push(text);
        }
    }
    let (shown, more) = first(&said, detail.many);
    let more = if more == 0 { String::new() } else { format!("; {more} more") };
    shown.join("; ") + &more
}

/// Where the work is tracked: the first place, and how many more there are.
fn tracked(gap: &Gap<'_>, detail: Detail) -> String {
    let issues = gap.issues();
    let Some(first) = issues.first() else { return String::new() };
    // Text that is no link would need to be fit for a table.
    let first = match Href::of(first).filter(|href| href.as_str().len() <= detail.address) {
        Some(_) => address(first, detail),
        None => code_cell(&clip(first, detail.name)),
    };
    match issues.len() {
        1 => first,
        count => format!("{first} and {} more", count - 1),
    }
}
