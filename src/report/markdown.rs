//! The report as Markdown, for wikis and pull requests. Untrusted text stands in code spans only, and links lead where
//! [`Href`](super::href::Href) allows.

pub(super) mod answer;
mod progress;
mod requirements;
pub(super) mod roadmap;
mod tracks;
pub(super) mod writer;

use super::clip::{NAME, clip};
use super::detail::{Detail, Limit, fit};
use super::model::Page;
use super::wording::checked;
use crate::evidence::own_output::REPORT_MARK;
use crate::render::inert_markdown::code;
use crate::text::sanitize;
use writer::{Lines, address, link, prose};

/// The longest text that a comment or an issue of GitHub takes, in characters.
pub const LONGEST: usize = 65_536;

/// The report, with as much detail as fits into [`LONGEST`].
#[must_use]
pub fn markdown(page: &Page<'_>) -> String {
    fit(Limit::Characters(LONGEST), |detail| with_detail(page, detail))
}

fn with_detail(page: &Page<'_>, detail: Detail) -> String {
    let mut lines = Lines::new(detail);
    lines.line(REPORT_MARK);
    lines.line(&format!("# Package repository security: {}", name(page)));
    lines.paragraph(&assessed(page));
    lines.paragraph(&checked(page));
    lines.list(page.remarks.iter().chain(&detail.remark(page)).map(|remark| prose(remark)));
    tracks::section(&mut lines, page);
    requirements::section(&mut lines, page);
    roadmap::section(&mut lines, page);
    if let Some(progress) = &page.progress {
        progress::section(&mut lines, &detail.progress(progress));
    }
    foot(&mut lines, page);
    sanitize::inert(&lines.finish()).into_owned()
}

/// The registry's name, as long as a heading can be.
pub(super) fn name(page: &Page<'_>) -> String {
    page.name.map_or_else(|| "a registry without a name".to_owned(), |name| code(&clip(name, NAME)))
}

fn assessed(page: &Page<'_>) -> String {
    let day =
        page.reviewed.map_or_else(|| ", without a readable date,".to_owned(), |day| format!(" as of {day}"));
    let by = page.reviewed_by.map(|by| format!(" by {}", code(&clip(by, NAME))));
    let by = by.unwrap_or_else(|| " (by whom is not said)".to_owned());
    let home = page.url.map(|url| format!(" ({})", address(url, Detail::default()))).unwrap_or_default();
    format!("Self-assessed{day}{by} against the {}{home}.", framework(page))
}

/// The framework, with its version and a link to it.
pub(super) fn framework(page: &Page<'_>) -> String {
    let title = format!("{} {}", page.catalogue.title, page.catalogue.version);
    link(&page.catalogue.source, &prose(&title))
}

fn foot(lines: &mut Lines, page: &Page<'_>) {
    lines.paragraph("---");
    lines.paragraph(
        "Levels are a self-assessment. Declared levels rest on the answers alone; for supported levels no evidence \
         may have been seen to be otherwise. Nobody awards them, there is no overall level, and unknown means that nothing is \
         known.",
    );
    lines.paragraph(&prose(&page.catalogue.attribution));
    if let Some(contact) = page.contact {
        lines.paragraph(&format!("Is an answer wrong? Say so: {}", address(contact, lines.detail)));
    }
    let sha256 = page.sha256.map(|hash| format!(", SHA-256 `{hash}`")).unwrap_or_default();
    let tool = concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION"));
    lines.paragraph(&format!("Written by {tool} from {}{sha256}.", code(&clip(page.path, NAME))));
}
