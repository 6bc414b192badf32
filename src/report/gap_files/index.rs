//! The index of the gaps.

use super::{file_name, overdue_first};
use crate::evidence::own_output::ROADMAP_MARK;
use crate::report::answer::Funding;
use crate::report::markdown::writer::{Lines, prose};
use crate::report::markdown::{framework, name};
use crate::report::model::Page;
use crate::report::roadmap::Gap;
use crate::report::wording;
use crate::text::sanitize;

pub(super) fn index(page: &Page<'_>) -> String {
    let gaps = overdue_first(page);
    let mut lines = Lines::default();
    lines.line(ROADMAP_MARK);
    lines.line(&format!("# Roadmap: {}", name(page)));
    lines.paragraph(&format!(
        "What stands between here and the next levels of the {}, as of {}. Each line is a file: the text of an issue, or a \
         section of a grant proposal. Cheapest first.",
        framework(page),
        page.checked
    ));
    let groups = [
        ("Overdue", gaps.iter().filter(|gap| gap.is_overdue()).copied().collect::<Vec<_>>()),
        ("To the next levels", gaps.iter().filter(|gap| !gap.is_overdue() && gap.is_next).copied().collect()),
        ("Beyond", gaps.iter().filter(|gap| !gap.is_overdue() && !gap.is_next).copied().collect()),
    ];
    for (title, own) in groups.iter().filter(|(_, own)| !own.is_empty()) {
        lines.paragraph(&format!("## {title}"));
        let heads = ["Gap", "Track", "Level", "Status", "By", "Funding"].map(str::to_owned);
        lines.table(&heads, own.iter().map(|gap| row(gap)));
    }
    if gaps.is_empty() {
        lines.paragraph("Nothing is missing.");
    }
    sanitize::inert(&lines.finish()).into_owned()
}

fn row(gap: &Gap<'_>) -> Vec<String> {
    let mark = gap.mark();
    let funding = gap.steps.iter().find_map(|step| step.plan.as_ref()?.funding);
    vec![
        format!("[{}]({})", prose(&gap.asked.title), file_name(gap.asked)),
        prose(gap.track),
        gap.asked.level.to_string(),
        format!("{} {}", mark.shape(), mark.word()),
        gap.by().map(|day| day.to_string()).unwrap_or_default(),
        // Who funds it is in the file: a table is no place for text of others.
        funding
            .map_or("", |it| match it {
                Funding::Funded(_) => wording::funding(Funding::Funded(None)),
                other => wording::funding(other),
            })
            .to_owned(),
    ]
}
