//! One finding as groups of the snippet library.

use super::excerpt::Excerpt;
use crate::findings::{Edit, Finding, Place, Severity};
use crate::render::Style;
use crate::render::cells::clean;
use crate::render::inert::visible;
use crate::text::sanitize;
use crate::text::source::Source;
use crate::text::span::Span;
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Patch, Renderer, Snippet};
use std::borrow::Cow;
use std::ops::Range;

/// Places of one finding that are drawn: the library's work grows with the square of their number, and nobody reads more.
const DRAWN: usize = 8;
/// How many lines may lie between places that share one excerpt.
const NEAR: usize = 40;

/// What a finding is drawn on.
pub(super) struct Page<'a> {
    /// The path, safe to print.
    pub(super) path: String,
    /// The declaration, where it could be read.
    pub(super) source: Option<&'a Source>,
    /// User names and passwords in the declaration.
    pub(super) secrets: Vec<Range<usize>>,
    /// What the terminal can show.
    pub(super) style: Style,
}

impl Page<'_> {
    /// The finding in rustc's manner. Panics where the library does.
    pub(super) fn draw(&self, finding: &Finding) -> String {
        let mut columns = Columns::default();
        let groups = self.groups(finding, &mut columns);
        let decor = if self.style.unicode { DecorStyle::Unicode } else { DecorStyle::Ascii };
        let renderer = if self.style.colour { Renderer::styled() } else { Renderer::plain() };
        let drawn = renderer.decor_style(decor).term_width(self.style.columns()).render(&groups);
        columns.mend(drawn)
    }

    fn groups(&self, finding: &Finding, columns: &mut Columns) -> Vec<Group<'static>> {
        let mut title = level(finding.severity).primary_title(clean(&finding.message)).id(finding.rule.id);
        if let Some(url) = finding.rule.absolute_url().filter(|_| self.style.colour) {
            title = title.id_url(url);
        }
        let related = finding.related.iter().take(DRAWN);
        let related = related.filter_map(|(place, label)| Some((self.place(place)?, label)));
        let primary = self.place(&finding.place);
        let (near, far): (Vec<_>, Vec<_>) =
            related.partition(|(span, _)| primary.is_some_and(|primary| self.near(primary, *span)));
        let mut group = match primary {
            Some(primary) => {
                let mut marks = vec![(AnnotationKind::Primary, primary, finding.label.as_str())];
                marks.extend(
                    near.iter().map(|(span, label)| (AnnotationKind::Context, *span, label.as_str())),
                );
                title.element(self.snippet(&marks, columns))
            }
            None => title.element(Origin::path(self.path.clone())),
        };
        let more = finding.related.len().saturating_sub(DRAWN);
        let more = (more > 0).then(|| format!("and {more} more places"));
        for note in finding.notes.iter().map(|note| clean(note)).chain(more) {
            group = group.element(Level::NOTE.message(note));
        }
        if let Some(help) = &finding.help {
            group = group.element(Level::HELP.message(clean(help)));
        }
        let mut groups = vec![group];
        for (span, label) in far {
            let label = if label.is_empty() { "this belongs to it" } else { label.as_str() };
            let snippet = self.snippet(&[(AnnotationKind::Primary, span, "")], columns);
            groups.push(Level::NOTE.secondary_title(clean(label)).element(snippet));
        }
        groups.extend(self.fix(finding));
        groups
    }

    /// The span of a settled place, on its text and on one line.
    fn place(&self, place: &Place) -> Option<Span> {
        let Place::Span(span) = place else { return None };
        let source = self.source?;
        let span = span.clamped(&source.text);
        let line = source.line_span(source.position(span.start).line)?;
        Some(Span::new(span.start.min(line.end), span.end.min(line.end)))
    }

    fn near(&self, one: Span, other: Span) -> bool {
        let line = |span: Span| self.source.map_or(0, |source| source.position(span.start).line);
        line(one).abs_diff(line(other)) <= NEAR
    }

    /// Marked lines; the first mark is the one whose position is written above them.
    fn snippet(
        &self,
        marks: &[(AnnotationKind, Span, &str)],
        columns: &mut Columns,
    ) -> Snippet<'static, Annotation<'static>> {
        let Some(source) = self.source else { return Snippet::source("").path(self.path.clone()) };
        let spans: Vec<Span> = marks.iter().map(|(_, span, _)| *span).collect();
        let excerpt = Excerpt::new(source, &self.secrets, &spans);
        if let Some(first) = spans.first() {
            let position = source.position(first.start);
            let told = excerpt.column(excerpt.span(*first).start);
            columns.note(&self.path, position.line, told, position.column);
        }
        let annotations = marks.iter().map(|(kind, span, label)| {
            let annotation = kind.span(excerpt.span(*span).range());
            if label.is_empty() { annotation } else { annotation.label(clean(label)) }
        });
        let annotations: Vec<_> = annotations.collect();
        Snippet::source(excerpt.text)
            .line_start(excerpt.line_start)
            .path(self.path.clone())
            .annotations(annotations)
    }

    fn fix(&self, finding: &Finding) -> Option<Group<'static>> {
        let fix = finding.fix.as_ref()?;
        let title = Level::HELP.secondary_title(clean(&format!("suggested fix: {}", fix.title)));
        let mut edits: Vec<(Span, &Edit)> =
            fix.edits.iter().filter_map(|edit| Some((self.token(&edit.place)?, edit))).take(DRAWN).collect();
        edits.sort_by_key(|(span, _)| *span);
        let mut free_from = 0;
        edits.retain(|(span, _)| {
            let free = span.start >= free_from;
            free_from = if free { span.end.max(span.start + 1) } else { free_from };
            free
        });
        let source = self.source?;
        let mut group = Group::with_title(title);
        // One snippet for each stretch of lines: what lies between two edits is drawn too.
        for stretch in edits.chunk_by(|(one, _), (other, _)| self.near(*one, *other)) {
            let spans: Vec<Span> = stretch.iter().map(|(span, _)| *span).collect();
            let excerpt = Excerpt::new(source, &self.secrets, &spans);
            let patches: Vec<Patch<'static>> = stretch
                .iter()
                .map(|(span, edit)| Patch::new(excerpt.span(*span).range(), replacement(&edit.text)))
                .collect();
            let snippet =
                Snippet::source(excerpt.text).line_start(excerpt.line_start).path(self.path.clone());
            group = group.element(snippet.patches(patches));
        }
        Some(group)
    }

    /// The span of an edit, unless it goes over so many lines that nobody would look at it.
    fn token(&self, place: &Place) -> Option<Span> {
        let Place::Span(span) = place else { return None };
        let source = self.source?;
        let span = span.clamped(&source.text);
        let lines = source.position(span.end).line - source.position(span.start).line;
        (lines <= NEAR).then_some(span)
    }
}

/// The new text of an edit: its lines stay lines, and none is an order to a CI runner.
fn replacement(text: &str) -> String {
    let shown: Cow<'_, str> = match text.char_indices().nth(400) {
        Some((end, _)) => Cow::Owned(format!("{}...", &text[..end])),
        None => Cow::Borrowed(text),
    };
    sanitize::inert(&sanitize::lines(&shown)).into_owned()
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Notice => Level::INFO.with_name(severity.as_str()),
    }
}

/// Positions that the library gets wrong because it sees a line with escapes in it, or only the middle of a line.
#[derive(Default)]
struct Columns(Vec<(String, String)>);

impl Columns {
    fn note(&mut self, path: &str, line: usize, told: usize, right: usize) {
        if told != right {
            self.0.push((format!("{path}:{line}:{told}"), format!("{path}:{line}:{right}")));
        }
    }

    /// The drawing with right positions: on the lines that hold an arrow and a position, and nothing else.
    fn mend(&self, drawn: String) -> String {
        if self.0.is_empty() {
            return drawn;
        }
        let mut mended = String::with_capacity(drawn.len() + 16);
        for line in drawn.split_inclusive('\n') {
            let seen: String = visible(line).map(|(_, c)| c).collect();
            let position =
                seen.trim().trim_start_matches(['-', '>', '─', '▸', '╭', '├', '⸬', ':']).trim_start();
            match self.0.iter().find(|(told, _)| told == position) {
                Some((told, right)) => mended.push_str(&line.replacen(told, right, 1)),
                None => mended.push_str(line),
            }
        }
        mended
    }
}
