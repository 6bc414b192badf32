//! Which answers have errors: their status counts as it is written, and a reader must know that it may not stand.

use crate::findings::{Class, Finding};
use crate::read::Path;
use crate::render::Report;

/// Where the errors of a declaration are, but for evidence that was seen to be otherwise, which is a status of its own, and for what
/// comes of a comparison with another declaration.
pub(super) struct Errors<'a>(Vec<&'a Path>);

/// Those errors.
pub(super) fn errors<'a>(report: &'a Report<'a>) -> impl Iterator<Item = &'a Finding> {
    const EVIDENCE: [Class; 3] = [Class::LocalEvidence, Class::RemoteEvidence, Class::RemoteEvidenceAsBefore];
    report.errors_of_its_own().filter(|it| !EVIDENCE.contains(&it.class))
}

impl<'a> Errors<'a> {
    pub(super) fn of(report: &'a Report<'a>) -> Self {
        let mut paths: Vec<&Path> = errors(report).filter_map(|it| it.at.as_ref()).collect();
        paths.sort_unstable();
        Self(paths)
    }

    /// How many there are at a path and below it.
    pub(super) fn within(&self, at: &Path) -> usize {
        // What lies below a path follows right after it.
        let start = self.0.partition_point(|it| *it < at);
        self.0[start..].iter().take_while(|it| at.covers(it)).count()
    }
}
