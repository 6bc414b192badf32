//! What a person at a terminal reads: the findings in rustc's manner, the scorecard, and what it comes to.

mod draw;
mod excerpt;
mod totals;

use super::cells::clean;
use super::inert::inert;
use super::{Report, Style, changes, scorecard};
use crate::findings::{Finding, Place};
use crate::text::credentials::ranges;
use crate::text::source::Source;
use draw::Page;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The findings in their order, then the scorecard, then the totals; every line ends with LF.
#[must_use]
pub fn human(report: &Report, style: Style) -> String {
    let mut out = String::new();
    let page = page(report, style);
    for finding in report.findings {
        out.push_str(drawn(&page, finding).trim_end_matches('\n'));
        out.push_str("\n\n");
    }
    let card = scorecard::draw(report, style);
    if !card.is_empty() {
        out.push_str(&card);
        out.push('\n');
    }
    if let Some(baseline) = report.baseline {
        out.push_str(&changes::human::compared(baseline, style));
        out.push('\n');
    }
    out.push_str(&totals::totals(report, style));
    inert(&out)
}

fn page<'a>(report: &Report<'a>, style: Style) -> Page<'a> {
    let secrets = report.source.map(|source| ranges(&source.text)).unwrap_or_default();
    Page { path: clean(report.path()), source: report.source, secrets, style }
}

/// A finding as the snippet library draws it, or on one line where the library fails: no finding is ever silent.
///
/// The library panics on spans that it cannot place. Ours are clamped, so this is a second line of defence, and the panic
/// hook is left alone: it belongs to the whole process, and what it prints was made harmless before.
fn drawn(page: &Page, finding: &Finding) -> String {
    guarded(|| page.draw(finding), page, finding)
}

fn guarded(draw: impl FnOnce() -> String, page: &Page, finding: &Finding) -> String {
    catch_unwind(AssertUnwindSafe(draw)).unwrap_or_else(|_| one_line(page, finding))
}

/// `path:line:column: severity[rule]: message`.
fn one_line(page: &Page, finding: &Finding) -> String {
    let at = match finding.place {
        Place::Span(span) => page.source.map(|source: &Source| source.position(span.start)),
        Place::File | Place::Path(..) => None,
    };
    let at = at.map_or(String::new(), |at| format!(":{}:{}", at.line, at.column));
    let (severity, rule) = (finding.severity.as_str(), finding.rule.id);
    format!("{}{at}: {severity}[{rule}]: {}", page.path, clean(&finding.message))
}

#[cfg(test)]
mod hostile;
#[cfg(test)]
mod tests;
