//! The last step before findings are shown: places become spans, classes become severities, accepted findings go, the rest
//! is sorted.

use super::finding::Finding;
use super::fix::{Spelling, spell};
use super::place::Place;
use super::severity::{Scope, severity};
use crate::declaration::Ignore;
use crate::read::{Node, Part, Path};
use crate::text::source::Source;
use crate::text::span::Span;

/// What weighs findings.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Who is asked.
    pub scope: Scope,
    /// Whether warnings and unreachable evidence are errors.
    pub strict: bool,
}

/// Findings without those that an entry of `ignore` accepts, and for each entry whether it accepted one.
#[must_use]
pub fn accept(findings: Vec<Finding>, ignore: &[Ignore]) -> (Vec<Finding>, Vec<bool>) {
    let mut effective = vec![false; ignore.len()];
    let kept = findings
        .into_iter()
        .filter(|finding| {
            let entry = ignore.iter().position(|entry| accepts(entry, finding));
            if let Some(index) = entry {
                effective[index] = true;
            }
            entry.is_none()
        })
        .collect();
    (kept, effective)
}

fn accepts(entry: &Ignore, finding: &Finding) -> bool {
    let Some(path) = &finding.at else { return false };
    finding.class.can_be_ignored()
        && entry.reason.is_some()
        && entry.rule.as_deref() == Some(finding.rule.id)
        && entry.at.as_ref().is_some_and(|at| at.covers(path))
}

/// Gives every finding its span and severity, and sorts them by place.
#[must_use]
pub fn settle(
    findings: Vec<Finding>,
    root: Option<&Node>,
    source: Option<&Source>,
    settings: Settings,
) -> Vec<Finding> {
    let mut settled: Vec<Finding> = findings
        .into_iter()
        .map(|mut finding| {
            finding.severity = severity(finding.class, settings.scope, settings.strict);
            finding.place = span_of(finding.place, root, source);
            for (place, _) in &mut finding.related {
                *place = span_of(place.clone(), root, source);
            }
            if let (Some(fix), Some(root), Some(source)) = (&mut finding.fix, root, source) {
                for edit in &mut fix.edits {
                    if let Place::Path(path, part) = &edit.place {
                        let span = token(root, path, *part).clamped(&source.text);
                        edit.text = spell(&edit.text, edit.spelling, source.slice(span));
                        edit.place = Place::Span(span);
                        edit.spelling = Spelling::Verbatim;
                    }
                }
            }
            finding
        })
        .collect();
    settled.sort_by(|a, b| key(a).cmp(&key(b)));
    settled
}

fn key(finding: &Finding) -> (Span, &'static str, &str) {
    let span = match finding.place {
        Place::Span(span) => span,
        Place::File | Place::Path(..) => Span::new(0, 0),
    };
    (span, finding.rule.id, &finding.message)
}

fn span_of(place: Place, root: Option<&Node>, source: Option<&Source>) -> Place {
    let (Some(root), Some(source)) = (root, source) else { return place };
    match place {
        Place::Path(path, part) => Place::Span(visible(root.locate(&path, part), source)),
        Place::Span(span) => Place::Span(visible(span, source)),
        Place::File => Place::File,
    }
}

/// The span on its text, and never more than one line of it: marking pages says nothing.
fn visible(span: Span, source: &Source) -> Span {
    let span = span.clamped(&source.text);
    let line = source.position(span.start).line;
    let line_end = source.line_span(line).map_or(span.end, |line| line.end);
    Span::new(span.start, span.end.min(line_end.max(span.start)))
}

/// The whole token that an edit replaces.
fn token(root: &Node, path: &Path, part: Part) -> Span {
    match (part, root.find(path)) {
        (Part::Value, Some(node)) => node.span,
        _ => root.locate(path, part),
    }
}
