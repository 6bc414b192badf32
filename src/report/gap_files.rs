//! The roadmap as files: one for each gap, ready to be an issue or a section of a grant proposal, and an index.

mod index;

use super::answer::Evidence;
use super::clip::first;
use super::detail::{Detail, Limit, fit};
use super::mark::Mark;
use super::markdown::answer::{evidence, names};
use super::markdown::roadmap::{examples, step, steps};
use super::markdown::writer::{Lines, link, prose, sentence};
use super::markdown::{LONGEST, framework, name};
use super::model::Page;
use super::roadmap::Gap;
use super::wording::{self, as_of};
use crate::evidence::Outcome;
use crate::evidence::own_output::ROADMAP_MARK;
use crate::principles::Requirement;
use crate::text::sanitize;

/// What whoever edits a file must know.
const REPLACED: &str =
    "---\n\nA later run of package-repo-security replaces this file, or takes it away: work on a copy.";

/// The name of the index.
pub const INDEX: &str = "README.md";

/// A file of the roadmap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GapFile {
    /// Its name, from an id of the catalogue.
    pub name: String,
    /// What is in it. It begins with the mark by which the program knows its own roadmaps.
    pub text: String,
}

/// The name of the file on a requirement.
#[must_use]
pub fn file_name(requirement: &Requirement) -> String {
    format!("{}.md", requirement.id)
}

/// The files: the index first, then every gap in the order of the index.
#[must_use]
pub fn files(page: &Page<'_>) -> Vec<GapFile> {
    let mut files =
        vec![GapFile { name: INDEX.to_owned(), text: fitted(|detail| index::index(page, detail)) }];
    files.extend(
        overdue_first(page).into_iter().map(|gap| GapFile {
            name: file_name(gap.asked),
            text: fitted(|detail| file(page, gap, detail)),
        }),
    );
    files
}

/// A file that GitHub takes for an issue, however much a declaration says.
fn fitted(write: impl FnMut(Detail) -> String) -> String {
    fit(Limit::Characters(LONGEST), write)
}

/// The gaps as they are worked on: overdue plans first, then what leads to a next level, then what is beyond; cheapest first.
fn overdue_first<'p, 'a>(page: &'p Page<'a>) -> Vec<&'p Gap<'a>> {
    let mut gaps: Vec<&Gap<'a>> = page.gaps.iter().collect();
    // A stable sort: within each group the order of the roadmap stays.
    let level = |gap: &Gap<'_>| if gap.is_next { 0 } else { gap.asked.level };
    gaps.sort_by_key(|gap| {
        (!gap.is_overdue(), gap.overdue_since(), !gap.is_next, !gap.counts, level(gap), gap.cost)
    });
    gaps
}

fn file(page: &Page<'_>, gap: &Gap<'_>, detail: Detail) -> String {
    let asked = gap.asked;
    let (mark, track) = (gap.mark, prose(gap.track));
    let mut lines = Lines::new(detail);
    lines.line(ROADMAP_MARK);
    lines.line(&format!("# {}", prose(&asked.title)));
    let stands = match mark {
        Mark::Contradicted => {
            format!(
                "is **said to be met**, {}, and evidence was seen to be otherwise on {}",
                as_of(page),
                page.checked
            )
        }
        mark => format!("is **{}**, {}", mark.word(), as_of(page)),
    };
    lines.paragraph(&format!(
        "{track}, level {}, of the {}. For {} it {stands}.{}",
        asked.level,
        framework(page),
        name(page),
        if gap.counts { String::new() } else { format!(" {}", wording::NOT_COUNTED) }
    ));
    if gap.is_next {
        lines.paragraph(&format!(
            "It is one of the requirements that keep {track} from level {}.",
            asked.level
        ));
    }
    lines.paragraph("## What is asked");
    lines.paragraph(&prose(&asked.text));
    lines.paragraph(&link(&asked.source, "In the words of the framework"));
    lines.paragraph("## What there is to do");
    steps(&mut lines, gap, step);
    cited(&mut lines, page, gap);
    lines.paragraph("## How one sees that it is done");
    lines.paragraph(&format!("A reviewer looks for this: {}.", sentence(asked.hint.trim_end_matches('.'))));
    if mark != Mark::Contradicted {
        lines.paragraph(&format!(
            "Then the answer to `{}` in the declaration becomes `met`, with evidence ({}).",
            asked.id,
            asked.evidence.join(", ")
        ));
    }
    if !gap.guidance.is_empty() {
        lines.paragraph("## Guidance");
        lines.list(gap.guidance.iter().map(|it| link(&it.url, &prose(&it.title))));
    }
    if !gap.examples.is_empty() {
        lines.paragraph("## How other registries did it");
    }
    examples(&mut lines, gap);
    lines.paragraph(REPLACED);
    sanitize::inert(&lines.finish()).into_owned()
}

/// What the registry cites already. What was seen to be otherwise stands with what there is to do.
fn cited(lines: &mut Lines, page: &Page<'_>, gap: &Gap<'_>) {
    let all = || gap.steps.iter().flat_map(|step| &step.evidence);
    let was_looked_at = all().any(|it| !matches!(it.outcome, Outcome::Unchecked | Outcome::Contradicted));
    let mut is_first = true;
    let (shown, _) = first(&gap.steps, lines.detail.many);
    for step in shown {
        let own = step.evidence.iter().filter(|it| it.outcome != Outcome::Contradicted).cloned();
        let own: Vec<Evidence<'_>> = own.collect();
        if own.is_empty() {
            continue;
        }
        if is_first {
            lines.paragraph("## What is there already");
            let looked_at =
                if was_looked_at { format!("; looked at on {}", page.checked) } else { String::new() };
            lines.paragraph(&format!("As the registry has it{looked_at}."));
            is_first = false;
        }
        if !step.clients.is_empty() {
            lines.paragraph(&format!("For {}:", names(&step.clients, lines.detail)));
        }
        evidence(lines, &own);
    }
}
