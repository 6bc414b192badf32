//! `check --fix`: the edits that are safe, made in the declaration. Comments and layout stay byte for byte.

use super::examine::Examination;
use super::output::write_file;
use crate::findings::fix::apply;
use crate::findings::{Finding, Place, Severity};
use crate::read::Reading;
use crate::text::span::Span;
use std::path::Path;

/// How often the file is looked at again: one edit can uncover the next (a renamed key, then what stands under it).
const ROUNDS: usize = 8;

/// Makes the edits of all findings that have one, until none is left, and writes the file once. A round after which the file
/// is no better is undone: an edit must mend, whatever text it was made from. `None` where there was nothing to mend; else how
/// many findings were mended, and the declaration as it is now.
///
/// # Errors
/// Where the file cannot be written.
pub fn mend(
    examination: &Examination,
    file: &Path,
    look_at: impl Fn(Vec<u8>) -> Examination,
) -> std::io::Result<Option<(usize, Examination)>> {
    let mut mended = 0;
    let mut after: Option<(String, Examination)> = None;
    for _ in 0..ROUNDS {
        let current = after.as_ref().map_or(examination, |(_, examination)| examination);
        let Some((text, count)) =
            current.reading.as_ref().and_then(|reading| edited(reading, &current.findings))
        else {
            break;
        };
        let next = look_at(text.clone().into_bytes());
        let better = errors(&next) <= errors(current) && fixable(&next) < fixable(current);
        if !better {
            break;
        }
        mended += count;
        after = Some((text, next));
    }
    let Some((text, examination)) = after else { return Ok(None) };
    write_file(file, text.as_bytes())?;
    Ok(Some((mended, examination)))
}

fn errors(examination: &Examination) -> usize {
    examination.findings.iter().filter(|finding| finding.severity == Severity::Error).count()
}

fn fixable(examination: &Examination) -> usize {
    examination.findings.iter().filter(|finding| finding.fix.is_some()).count()
}

/// The text with every edit made, and how many findings that mends; `None` where it changes nothing.
fn edited(reading: &Reading, findings: &[Finding]) -> Option<(String, usize)> {
    let mut taken: Vec<Span> = Vec::new();
    let mut edits: Vec<(Span, &str)> = Vec::new();
    let mut count = 0;
    for fix in findings.iter().filter_map(|finding| finding.fix.as_ref()) {
        let spans: Option<Vec<(Span, &str)>> = fix
            .edits
            .iter()
            .map(|edit| match edit.place {
                Place::Span(span) => Some((span, edit.text.as_str())),
                Place::File | Place::Path(..) => None,
            })
            .collect();
        let Some(spans) = spans else { continue };
        let free =
            spans.iter().all(|(span, _)| taken.iter().all(|it| span.end <= it.start || it.end <= span.start));
        if free {
            taken.extend(spans.iter().map(|(span, _)| *span));
            edits.extend(spans);
            count += 1;
        }
    }
    let text = apply(&reading.source.text, edits);
    if count == 0 || text == reading.source.text {
        return None;
    }
    let mark = if reading.byte_order_mark { "\u{feff}" } else { "" };
    Some((format!("{mark}{text}"), count))
}
